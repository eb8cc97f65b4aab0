using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>Inverts the blocks on the diagonal one after the other, in double precision, as the sweep reaches them.</summary>
internal sealed unsafe class PivotBlock
{
    private const double SmallestPivot = 1e-6;

    private readonly SymmetricBlocks matrix;
    private readonly int side;
    private readonly float[] before;
    private readonly double[] cells;

    public PivotBlock(SymmetricBlocks matrix)
    {
        this.matrix = matrix;
        side = matrix.Side;
        before = new float[matrix.Count * side];
        for (var row = 0; row < before.Length; row++) before[row] = matrix.At(row, row);
        cells = new double[side * side];
    }

    /// <summary>Writes the negative inverse of diagonal block <paramref name="k"/>, whole.</summary>
    public void NegativeInverse(int k, float* result)
    {
        var block = matrix.Block(k, k);
        for (var row = 0; row < side; row++)
            for (var column = 0; column <= row; column++)
                cells[(row * side) + column] = cells[(column * side) + row] = block[(row * side) + column];
        for (var pivot = 0; pivot < side; pivot++) Sweep(pivot, before[(k * side) + pivot]);
        for (var i = 0; i < cells.Length; i++) result[i] = (float)cells[i];
    }

    private void Sweep(int pivot, double diagonal)
    {
        var pivotRow = cells.AsSpan(pivot * side, side);
        var inverse = 1 / Math.Max(pivotRow[pivot], Math.Max(SmallestPivot * diagonal, 1e-30));
        for (var row = 0; row < side; row++)
        {
            if (row == pivot) continue;
            var target = cells.AsSpan(row * side, side);
            var factor = target[pivot] * inverse;
            if (factor == 0) continue;
            SubtractScaled(factor, pivotRow, target);
            target[pivot] = factor;
        }

        foreach (ref var value in pivotRow) value *= inverse;
        pivotRow[pivot] = -inverse;
    }

    private static void SubtractScaled(double factor, ReadOnlySpan<double> source, Span<double> target)
    {
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(target);
        var by = Vector512.Create(-factor);
        for (nuint i = 0; i < (nuint)source.Length; i += 8)
            Vector512.MultiplyAddEstimate(by, Vector512.LoadUnsafe(ref from, i), Vector512.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
    }
}
