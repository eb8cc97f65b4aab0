using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Half-sweeps over one matrix: every listener against fixed tracks, every track against fixed listeners. Nothing is allocated for a row.</summary>
/// <remarks>The longest rows are begun first and dealt out one each, so that no thread is left alone with long ones; each row is solved by one thread, so that their number does not show.</remarks>
internal sealed class Sweep
{
    private const int RowsAtOnce = 16;

    private readonly FactorisationOptions options;
    private readonly ListeningMatrix byListener;
    private readonly ListeningMatrix byTrack;
    private readonly int[] listeners;
    private readonly int[] tracks;
    private readonly Confidences[] confidences;

    public Sweep(ListeningMatrix matrix, FactorisationOptions options)
    {
        this.options = options;
        byListener = matrix.WithRows(new Confidences(options).RootsOf);
        byTrack = byListener.Transpose();
        listeners = LongestFirst(byListener);
        tracks = LongestFirst(byTrack);
        confidences = new Confidences[Chunks.ThreadsFor(options.Threads)];
        for (var i = 0; i < confidences.Length; i++) confidences[i] = new(options);
    }

    /// <summary>Solves every listener and list.</summary>
    public void SolveListeners(DenseMatrix solved, DenseMatrix fixedTracks, CancellationToken cancel) =>
        Run(byListener, listeners, solved, fixedTracks, cancel);

    /// <summary>Solves every track.</summary>
    public void SolveTracks(DenseMatrix solved, DenseMatrix fixedListeners, CancellationToken cancel) =>
        Run(byTrack, tracks, solved, fixedListeners, cancel);

    private static int[] LongestFirst(ListeningMatrix matrix)
    {
        var rows = new int[matrix.Rows];
        var lengths = new int[matrix.Rows];
        for (var row = 0; row < rows.Length; row++) (rows[row], lengths[row]) = (row, -matrix.Row(row).Count);
        Array.Sort(lengths, rows);
        return rows;
    }

    private void Run(ListeningMatrix observed, int[] order, DenseMatrix solved, DenseMatrix others, CancellationToken cancel)
    {
        var equations = new NormalEquations(others, Gramian.Of(others, confidences.Length, cancel), options);
        var workers = Array.ConvertAll(confidences, confidence => (Solver: RowSolver.For(equations), Confidence: confidence));
        var shares = (order.Length + RowsAtOnce - 1) / RowsAtOnce;
        Chunks.Run(shares, 1, workers, (worker, share, _) =>
        {
            for (var i = share; i < order.Length; i += shares)
            {
                var row = order[i];
                var pairs = observed.Row(row);
                var upcoming = i + shares < order.Length ? observed.Row(order[i + shares]).Columns : [];
                worker.Confidence.OfRoots(pairs.Weights);
                worker.Solver.Solve(pairs.Columns, worker.Confidence, solved.PaddedRow(row), upcoming);
            }
        }, cancel);
    }
}
