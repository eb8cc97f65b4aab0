using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Products of the columns of a listening matrix: how much the same listeners hear two tracks.</summary>
internal static unsafe class CoListening
{
    private const int ColumnsAtOnce = 64;

    /// <summary>Writes X^T X, with <paramref name="diagonal"/> added to its diagonal, to the first rows of <paramref name="target"/>. Each row is summed by one thread in the order of X.</summary>
    public static void Gramian(ListeningMatrix matrix, ListeningMatrix turned, float diagonal, SymmetricBlocks target, int threads, CancellationToken cancel)
    {
        var sums = new float[threads][];
        for (var i = 0; i < threads; i++) sums[i] = new float[matrix.Columns];
        Chunks.Run(matrix.Columns, ColumnsAtOnce, sums, (sum, first, end) =>
        {
            for (var row = first; row < end; row++)
            {
                var left = sum.AsSpan(0, row + 1);
                left.Clear();
                Add(turned.Row(row), matrix, left);
                left[row] += diagonal;
                for (var column = 0; column <= row; column += target.Side)
                    left[column..Math.Min(left.Length, column + target.Side)].CopyTo(new Span<float>(target.AddressOf(row, column), target.Side));
            }
        }, cancel);
    }

    private static void Add(ListeningRow column, ListeningMatrix matrix, Span<float> sum)
    {
        for (var i = 0; i < column.Count; i++)
        {
            var row = matrix.Row(column.Columns[i]);
            var weight = column.Weights[i];
            for (var k = 0; k < row.Count && row.Columns[k] < sum.Length; k++) sum[row.Columns[k]] += weight * row.Weights[k];
        }
    }
}
