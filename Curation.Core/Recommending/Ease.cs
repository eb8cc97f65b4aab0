using Curation.Core.Listening;

namespace Curation.Core.Recommending;

/// <summary>A linear model of tracks by tracks: each track of the history adds its learned weight, which can also be negative, for every other track.</summary>
public sealed class Ease : IRecommender
{
    internal Ease(TrackIndex tracks, EaseOptions options, TrackLinks links, Popularity popularity, string name = "ease")
    {
        Name = name;
        Tracks = tracks;
        Options = options;
        Links = links;
        Popularity = popularity;
    }

    /// <summary>"ease", or "sparse-ease" where each track was regressed on few others.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public TrackIndex Tracks { get; }

    /// <summary>The options it was trained with.</summary>
    public EaseOptions Options { get; }

    internal TrackLinks Links { get; }

    internal Popularity Popularity { get; }

    /// <summary>What a track of the history adds to others, for one play: the largest in size first.</summary>
    public IReadOnlyList<Scored> Of(int row) => Links.Of(row);

    /// <inheritdoc/>
    public ITaste Taste(IReadOnlyList<Evidence> history)
    {
        var heard = new History(history, Tracks.Count);
        return new LinksTaste(Links, Popularity, Options.PopularityShare, heard, Options.Weight, Options.Scale(heard.Weights));
    }
}
