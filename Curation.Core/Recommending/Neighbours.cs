using Curation.Core.Listening;

namespace Curation.Core.Recommending;

/// <summary>Item neighbours: a track scores by the tracks of the history that count it among their nearest.</summary>
public sealed class Neighbours : IRecommender
{
    private readonly int[] starts;
    private readonly int[] rows;
    private readonly float[] similarities;

    internal Neighbours(TrackIndex tracks, NeighboursOptions options, int[] starts, int[] rows, float[] similarities, Popularity popularity)
    {
        Tracks = tracks;
        Options = options;
        Popularity = popularity;
        this.starts = starts;
        this.rows = rows;
        this.similarities = similarities;
    }

    /// <inheritdoc/>
    public string Name => "neighbours";

    /// <inheritdoc/>
    public TrackIndex Tracks { get; }

    /// <summary>The options it was trained with.</summary>
    public NeighboursOptions Options { get; }

    internal Popularity Popularity { get; }

    internal (int[] Starts, int[] Rows, float[] Similarities) Lists => (starts, rows, similarities);

    /// <summary>The nearest tracks of a row, nearest first.</summary>
    public IReadOnlyList<Scored> Of(int row)
    {
        var nearest = new Scored[starts[row + 1] - starts[row]];
        for (var i = 0; i < nearest.Length; i++) nearest[i] = new(rows[starts[row] + i], similarities[starts[row] + i]);
        return nearest;
    }

    /// <inheritdoc/>
    public ITaste Taste(IReadOnlyList<Evidence> history) => new NeighboursTaste(this, new History(history, Tracks.Count));

    internal ReadOnlySpan<int> RowsOf(int row) => rows.AsSpan(starts[row], starts[row + 1] - starts[row]);

    internal ReadOnlySpan<float> SimilaritiesOf(int row) => similarities.AsSpan(starts[row], starts[row + 1] - starts[row]);
}
