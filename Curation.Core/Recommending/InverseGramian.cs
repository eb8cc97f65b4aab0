using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>(Z^T Z + I)^-1 for a matrix Z of listeners by tracks.</summary>
internal sealed class InverseGramian
{
    private const int FewestForListeners = 1024;
    private const double LongestForListeners = 1000;

    private readonly SymmetricBlocks matrix;
    private readonly int first;

    private InverseGramian(SymmetricBlocks matrix, int first)
    {
        this.matrix = matrix;
        this.first = first;
        Diagonal = new float[matrix.Size - first];
        for (var i = 0; i < Diagonal.Length; i++) Diagonal[i] = matrix.At(first + i, first + i);
    }

    /// <summary>What stands on the diagonal.</summary>
    public float[] Diagonal { get; }

    /// <summary>Inverts over tracks or, where they are far fewer, over listeners.</summary>
    /// <remarks>Over listeners by Woodbury's identity: I - Z^T (Z Z^T + I)^-1 Z. It loses digits where columns are long, so it is left for short ones.</remarks>
    public static InverseGramian Of(ListeningMatrix byListener, int threads, IProgress<double>? progress, CancellationToken cancel)
    {
        var byTrack = byListener.Transpose();
        var few = byTrack.Rows >= FewestForListeners && 2 * byListener.Rows <= byTrack.Rows && byTrack.Rows + byListener.Rows <= SymmetricBlocks.MostRows - SymmetricBlocks.LargestBlock;
        return few && ColumnSquares(byTrack).Max() <= LongestForListeners
            ? OverListeners(byListener, byTrack, threads, progress, cancel)
            : OverTracks(byListener, byTrack, threads, progress, cancel);
    }

    /// <summary>The sum of squares of each track.</summary>
    public static double[] ColumnSquares(ListeningMatrix byTrack)
    {
        var sums = new double[byTrack.Rows];
        for (var track = 0; track < sums.Length; track++)
            foreach (var weight in byTrack.Row(track).Weights) sums[track] += (double)weight * weight;
        return sums;
    }

    /// <summary>Whole rows from <paramref name="track"/> on.</summary>
    public void CopyRows(int track, int count, DenseMatrix into) => matrix.CopyRows(first + track, count, first, into);

    private static InverseGramian OverTracks(ListeningMatrix byListener, ListeningMatrix byTrack, int threads, IProgress<double>? progress, CancellationToken cancel)
    {
        var system = new SymmetricBlocks(byTrack.Rows);
        CoListening.Gramian(byListener, byTrack, 1, system, threads, cancel);
        SymmetricInverse.Invert(system, threads, progress, cancel);
        return new(system, 0);
    }

    private static InverseGramian OverListeners(ListeningMatrix byListener, ListeningMatrix byTrack, int threads, IProgress<double>? progress, CancellationToken cancel)
    {
        var blocks = (byListener.Rows + SymmetricBlocks.LargestBlock - 1) / SymmetricBlocks.LargestBlock;
        var leading = blocks * SymmetricBlocks.LargestBlock;
        var system = new SymmetricBlocks(leading + byTrack.Rows);
        CoListening.Gramian(byTrack, byListener, 1, system, threads, cancel);
        for (var i = byListener.Rows; i < system.Size; i++) system.At(i, i) = 1;
        for (var track = 0; track < byTrack.Rows; track++)
        {
            var row = byTrack.Row(track);
            for (var k = 0; k < row.Count; k++) system.At(leading + track, row.Columns[k]) = row.Weights[k];
        }

        SymmetricInverse.Eliminate(system, blocks, threads, progress, cancel);
        return new(system, leading);
    }
}
