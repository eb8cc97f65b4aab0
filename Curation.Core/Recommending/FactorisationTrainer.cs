using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Factorises implicit feedback by alternating least squares: Hu, Koren, Volinsky 2008, regularised by frequency as in Rendle, Krichene, Zhang, Koren 2021.</summary>
/// <param name="options">How to train.</param>
/// <param name="from">An earlier model with as many factors: tracks that it knows start from its vectors, so that fewer iterations are enough.</param>
/// <remarks>Same data, options and machine give the same bytes, on any number of threads: each row is solved by one thread, sums run in a fixed order.</remarks>
public sealed class FactorisationTrainer(FactorisationOptions options, Factorisation? from = null)
{
    private readonly FactorisationOptions options = options.Checked();

    /// <summary>Trains a model.</summary>
    /// <param name="matrix">Its columns are rows of <paramref name="tracks"/>; negative weights are skips.</param>
    /// <param name="tracks">The tracks of the columns.</param>
    /// <param name="popularity">What a history without any taste falls back to.</param>
    /// <param name="progress">Gets 0 once the data is laid out, then the share done after each half-sweep.</param>
    /// <param name="cancel">Stops between chunks of rows.</param>
    public Factorisation Train(
        ListeningMatrix matrix, TrackIndex tracks, Popularity popularity, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        if (matrix.Columns != tracks.Count) throw new ArgumentException($"The matrix has {matrix.Columns} columns for {tracks.Count} tracks.", nameof(matrix));
        var trackVectors = new FirstVectors(options).Of(tracks, from);
        var listenerVectors = new DenseMatrix(matrix.Rows, options.Factors);
        var sweep = new Sweep(matrix, options);
        progress?.Report(0);
        for (var iteration = 0; iteration < options.Iterations; iteration++)
        {
            sweep.SolveListeners(listenerVectors, trackVectors, cancel);
            progress?.Report((iteration + 0.5) / options.Iterations);
            sweep.SolveTracks(trackVectors, listenerVectors, cancel);
            progress?.Report((iteration + 1.0) / options.Iterations);
        }

        var gramian = Gramian.Of(trackVectors, Chunks.ThreadsFor(options.Threads), cancel);
        return new(tracks, options, trackVectors, gramian, popularity);
    }
}
