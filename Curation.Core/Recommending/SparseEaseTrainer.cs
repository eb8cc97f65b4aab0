using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Learns the weights of <see cref="Ease"/> for catalogues of any size: each track is regressed on the tracks that go with it most, and on no others.</summary>
/// <remarks>
/// A weight of the full model is the solution of a regression on all other tracks; most of them are close to 0 (Steck, Liang 2020, "Markov Random Fields for Collaborative Filtering";
/// Spisak et al. 2023, "Scalable Approximate NonSymmetric Autoencoder"). Here each regression has its own few columns and is solved exactly on them, except that
/// pairs of them that are strong for neither count as never heard together. Costs tracks x Neighbourhood^3 / 3 operations. Same bytes on any number of threads.
/// </remarks>
public sealed class SparseEaseTrainer(EaseOptions options)
{
    private const int TracksAtOnce = 16;

    private readonly EaseOptions options = options.Checked();

    /// <summary>Trains on a matrix whose columns are rows of <paramref name="tracks"/>. Progress gets the share done.</summary>
    public Ease Train(
        ListeningMatrix matrix, TrackIndex tracks, Popularity popularity, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        if (matrix.Columns != tracks.Count) throw new ArgumentException($"The matrix has {matrix.Columns} columns for {tracks.Count} tracks.", nameof(matrix));
        var threads = Chunks.ThreadsFor(options.Threads);
        var evidence = HeardTracks.Of(matrix, options, cancel);
        var roots = EaseTrainer.Roots(evidence.Matrix, options);
        var scaled = evidence.Matrix.WithWeights((_, column, weight) => weight / roots[column]);
        var pairs = TrackLinks.Join(NearestTracks.ByProduct(new RankedPairs(scaled), options.Neighbourhood, threads, progress, cancel));
        var squares = InverseGramian.ColumnSquares(scaled.Transpose());
        var solved = new float[pairs.Rows.Length];
        var regressions = new RestrictedRegression[threads];
        for (var i = 0; i < threads; i++) regressions[i] = new(pairs, squares, options.Neighbourhood);
        Chunks.Run(squares.Length, TracksAtOnce, regressions, (regression, first, end) =>
        {
            for (var target = first; target < end; target++) regression.Solve(target, solved.AsSpan(pairs.Starts[target], pairs.RowsOf(target).Length));
        }, cancel);
        return new(tracks, options, Turned(pairs, solved, roots, evidence.Tracks, tracks.Count), popularity, "sparse-ease");
    }

    /// <summary>The weights by the track that they come from, largest first, and with the scale taken out.</summary>
    private TrackLinks Turned(TrackLinks pairs, float[] solved, float[] roots, int[] heard, int tracks)
    {
        var bySource = new List<Scored>[heard.Length];
        for (var i = 0; i < bySource.Length; i++) bySource[i] = [];
        for (var target = 0; target < heard.Length; target++)
            for (var k = pairs.Starts[target]; k < pairs.Starts[target + 1]; k++)
                bySource[pairs.Rows[k]].Add(new(heard[target], solved[k] * (roots[target] / roots[pairs.Rows[k]])));
        var lists = new (int[] Rows, float[] Strengths)[tracks];
        Array.Fill(lists, ([], []));
        for (var source = 0; source < heard.Length; source++)
        {
            var largest = new LargestLinks(options.Kept > 0 ? Math.Min(options.Kept, bySource[source].Count) : bySource[source].Count);
            foreach (var (row, strength) in bySource[source]) largest.Offer(row, strength);
            lists[heard[source]] = largest.Take();
        }

        return TrackLinks.Join(lists);
    }
}
