using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Factorises implicit feedback by alternating least squares: Hu, Koren, Volinsky 2008, regularised by frequency as in Rendle, Krichene, Zhang, Koren 2021.</summary>
/// <remarks>Same data, options and machine give the same bytes, on any number of threads: each row is solved by one thread, sums run in a fixed order.</remarks>
public sealed class FactorisationTrainer(FactorisationOptions options)
{
    private const int RowsAtOnce = 64;

    private readonly FactorisationOptions options = options.Checked();

    /// <summary>Trains a model.</summary>
    /// <param name="matrix">Its columns are rows of <paramref name="tracks"/>.</param>
    /// <param name="tracks">The tracks of the columns.</param>
    /// <param name="popularity">What a history without any taste falls back to.</param>
    /// <param name="progress">Gets 0 once the data is laid out, then the share done after each half-sweep.</param>
    /// <param name="cancel">Stops between chunks of rows.</param>
    public Factorisation Train(
        ListeningMatrix matrix, TrackIndex tracks, Popularity popularity, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        if (matrix.Columns != tracks.Count) throw new ArgumentException($"The matrix has {matrix.Columns} columns for {tracks.Count} tracks.", nameof(matrix));
        var byListener = matrix.WithWeights(options.Confidence);
        var byTrack = byListener.Transpose();
        var listenerVectors = new DenseMatrix(matrix.Rows, options.Factors);
        var trackVectors = FirstVectors(matrix.Columns);
        progress?.Report(0);
        for (var sweep = 0; sweep < options.Iterations; sweep++)
        {
            Solve(byListener, trackVectors, listenerVectors, cancel);
            progress?.Report((sweep + 0.5) / options.Iterations);
            Solve(byTrack, listenerVectors, trackVectors, cancel);
            progress?.Report((sweep + 1.0) / options.Iterations);
        }

        var gramian = SymmetricUpdate.Gramian(trackVectors, Chunks.ThreadsFor(options.Threads), cancel);
        return new(tracks, options, trackVectors, gramian, popularity);
    }

    /// <summary>Small random vectors, a tenth of unit length on average.</summary>
    private DenseMatrix FirstVectors(int tracks)
    {
        var random = new SeededRandom(options.Seed);
        var scale = 0.1 / Math.Sqrt(options.Factors);
        var vectors = new DenseMatrix(tracks, options.Factors);
        for (var row = 0; row < tracks; row++)
            foreach (ref var value in vectors.PaddedRow(row)[..options.Factors]) value = (float)(scale * random.NextGaussian());
        return vectors;
    }

    /// <summary>One half-sweep: each row of <paramref name="observed"/> against the fixed vectors of the other side.</summary>
    private void Solve(ListeningMatrix observed, DenseMatrix others, DenseMatrix solved, CancellationToken cancel)
    {
        var threads = Chunks.ThreadsFor(options.Threads);
        var prior = Factorisation.Prior(SymmetricUpdate.Gramian(others, threads, cancel), options);
        var solvers = new RowSolver[threads];
        for (var i = 0; i < threads; i++) solvers[i] = new(others);
        Chunks.Run(observed.Rows, RowsAtOnce, solvers, (solver, first, end) =>
        {
            for (var row = first; row < end; row++)
            {
                var pairs = observed.Row(row);
                var vector = solved.PaddedRow(row);
                if (pairs.Count == 0) vector.Clear();
                else solver.Solve(pairs.Columns, pairs.Weights, prior, options.Pull(pairs.Count, others.Rows), vector);
            }
        }, cancel);
    }
}
