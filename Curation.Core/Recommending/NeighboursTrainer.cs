using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Finds for each track the tracks that the same listeners hear, by the cosine of their weighted columns, shrunk where evidence is thin.</summary>
/// <remarks>
/// Exact: every pair of tracks with a common listener is summed once, and offered to both. Tracks go by popularity, so that most sums fall into a few kilobytes.
/// Weights of 0 or less in the matrix are no evidence here. Same bytes on any number of threads.
/// </remarks>
public sealed class NeighboursTrainer(NeighboursOptions options)
{
    private readonly NeighboursOptions options = options.Checked();

    /// <summary>Trains on a matrix whose columns are rows of <paramref name="tracks"/>. Progress gets the share done.</summary>
    public Neighbours Train(
        ListeningMatrix matrix, TrackIndex tracks, Popularity popularity, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        if (matrix.Columns != tracks.Count) throw new ArgumentException($"The matrix has {matrix.Columns} columns for {tracks.Count} tracks.", nameof(matrix));
        var pairs = new RankedPairs(TrackWeighting.Weighed(matrix, options, cancel));
        var shrinkage = options.Shrinkage * pairs.MeanSquare;
        var links = TrackLinks.Join(NearestTracks.ByCosine(pairs, options.Count, shrinkage, Chunks.ThreadsFor(options.Threads), progress, cancel));
        return new(tracks, options, links.Starts, links.Rows, links.Strengths, popularity);
    }
}
