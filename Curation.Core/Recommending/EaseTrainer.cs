using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Learns the weights of tracks for tracks in closed form (Steck 2019, "Embarrassingly Shallow Autoencoders for Sparse Data").</summary>
/// <remarks>
/// With P = (X^T X + L)^-1 the weight of track j for track i is B_ji = -P_ji / P_ii, and 0 for itself. L is lambda I and, for a share p of every history hidden while learning,
/// p / (1 - p) of the diagonal of X^T X (Steck 2020, "Autoencoders that don't overfit towards the Identity"). The system solved has the columns of X divided by the roots of L,
/// so that what is added is the unit matrix. Tracks that nobody heard have no weights.
/// Weights of 0 or less in the matrix are no evidence here. Same bytes on any number of threads.
/// </remarks>
public sealed class EaseTrainer(EaseOptions options)
{
    private const int TracksAtOnce = 16;

    private readonly EaseOptions options = options.Checked();

    /// <summary>Trains on a matrix whose columns are rows of <paramref name="tracks"/>. Progress gets the share done.</summary>
    /// <exception cref="InvalidOperationException">More tracks with evidence than <see cref="EaseOptions.MostTracks"/>.</exception>
    public Ease Train(
        ListeningMatrix matrix, TrackIndex tracks, Popularity popularity, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        if (matrix.Columns != tracks.Count) throw new ArgumentException($"The matrix has {matrix.Columns} columns for {tracks.Count} tracks.", nameof(matrix));
        var evidence = HeardTracks.Of(matrix, options, cancel);
        MustFit(evidence.Tracks.Length);
        var threads = Chunks.ThreadsFor(options.Threads);
        var roots = Roots(evidence.Matrix, options);
        var inverse = InverseGramian.Of(evidence.Matrix.WithWeights((_, column, weight) => weight / roots[column]), threads, progress, cancel);
        return new(tracks, options, TrackLinks.Join(Weights(inverse, roots, evidence.Tracks, tracks.Count, threads, cancel)), popularity);
    }

    /// <summary>Roots of each track's pull towards zero. It is at least a hundred-thousandth of the largest diagonal element.</summary>
    internal static float[] Roots(ListeningMatrix matrix, EaseOptions options)
    {
        var squares = InverseGramian.ColumnSquares(matrix.Transpose());
        var least = Math.Max(options.Regularisation, 1e-5 * squares.DefaultIfEmpty().Max());
        return Array.ConvertAll(squares, square => (float)Math.Sqrt(Math.Max(least, options.Regularisation + (options.Dropout / (1 - options.Dropout) * square))));
    }

    private void MustFit(int heard)
    {
        if (heard > options.MostTracks)
            throw new InvalidOperationException(
                $"EASE would need {SymmetricBlocks.Bytes(heard) >> 20} MB for {heard} tracks; {options.MostTracks} tracks are allowed. Train the sparse one (sparse-ease), or raise MostTracks.");
        if ((long)heard * (options.Kept > 0 ? Math.Min(options.Kept, heard) : heard) > Array.MaxLength)
            throw new InvalidOperationException($"EASE cannot keep so many weights for {heard} tracks. Train the sparse one (sparse-ease), or lower Kept; it is {options.Kept}, and 0 keeps all.");
    }

    private (int[] Rows, float[] Strengths)[] Weights(InverseGramian inverse, float[] roots, int[] heard, int tracks, int threads, CancellationToken cancel)
    {
        var lists = new (int[] Rows, float[] Strengths)[tracks];
        Array.Fill(lists, ([], []));
        var scratches = new (DenseMatrix Rows, LargestLinks Largest)[threads];
        for (var i = 0; i < threads; i++)
            scratches[i] = (new(TracksAtOnce, Math.Max(1, heard.Length)), new(options.Kept > 0 ? Math.Min(options.Kept, heard.Length) : heard.Length));
        Chunks.Run(heard.Length, TracksAtOnce, scratches, (scratch, first, end) =>
        {
            inverse.CopyRows(first, end - first, scratch.Rows);
            for (var j = first; j < end; j++)
            {
                var row = scratch.Rows.Row(j - first);
                for (var i = 0; i < row.Length; i++) if (i != j) scratch.Largest.Offer(heard[i], -row[i] / inverse.Diagonal[i] * (roots[i] / roots[j]));
                lists[heard[j]] = scratch.Largest.Take();
            }
        }, cancel);
        return lists;
    }
}
