using Curation.Core.Listening;

namespace Curation.Core.Recommending;

/// <summary>Item neighbours: a track scores by the tracks of the history that count it among their nearest.</summary>
public sealed class Neighbours : IRecommender
{
    private readonly TrackLinks links;

    internal Neighbours(TrackIndex tracks, NeighboursOptions options, int[] starts, int[] rows, float[] similarities, Popularity popularity)
    {
        Tracks = tracks;
        Options = options;
        Popularity = popularity;
        links = new(starts, rows, similarities);
    }

    /// <inheritdoc/>
    public string Name => "neighbours";

    /// <inheritdoc/>
    public TrackIndex Tracks { get; }

    /// <summary>The options it was trained with.</summary>
    public NeighboursOptions Options { get; }

    internal Popularity Popularity { get; }

    internal (int[] Starts, int[] Rows, float[] Similarities) Lists => (links.Starts, links.Rows, links.Strengths);

    /// <summary>The nearest tracks of a row, nearest first.</summary>
    public IReadOnlyList<Scored> Of(int row) => links.Of(row);

    /// <inheritdoc/>
    public ITaste Taste(IReadOnlyList<Evidence> history) =>
        new LinksTaste(links, Popularity, Options.PopularityShare, new History(history, Tracks.Count), NeighboursOptions.Weight);
}
