using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>The part of a listening matrix that speaks for tracks: weights above 0 and, of very long rows, the heaviest.</summary>
internal static class PositiveEvidence
{
    private const int RowsAtOnce = 256;

    /// <summary>Picks the part. The matrix itself is returned where it is all of it.</summary>
    public static ListeningMatrix Of(ListeningMatrix matrix, int longest, int threads, CancellationToken cancel)
    {
        var starts = new int[matrix.Rows + 1];
        for (var i = 0; i < matrix.Rows; i++) starts[i + 1] = starts[i] + Math.Min(longest, Positive(matrix.Row(i).Weights));
        if (starts[^1] == matrix.Entries) return matrix;
        var columns = new int[starts[^1]];
        var weights = new float[starts[^1]];
        var heaviest = new TopK?[threads][];
        for (var i = 0; i < threads; i++) heaviest[i] = [null];
        Chunks.Run(matrix.Rows, RowsAtOnce, heaviest, (top, first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                var length = starts[i + 1] - starts[i];
                Copy(matrix.Row(i), columns.AsSpan(starts[i], length), weights.AsSpan(starts[i], length), top);
            }
        }, cancel);
        return new(matrix.Listeners, matrix.Columns, starts, columns, weights);
    }

    private static int Positive(ReadOnlySpan<float> weights)
    {
        var count = 0;
        foreach (var weight in weights) count += weight > 0 ? 1 : 0;
        return count;
    }

    private static void Copy(ListeningRow row, Span<int> columns, Span<float> weights, TopK?[] top)
    {
        if (Positive(row.Weights) == columns.Length)
        {
            var next = 0;
            for (var k = 0; k < row.Count; k++) if (row.Weights[k] > 0) (columns[next], weights[next++]) = (row.Columns[k], row.Weights[k]);
            return;
        }

        var heaviest = top[0] ??= new(columns.Length);
        for (var k = 0; k < row.Count; k++) if (row.Weights[k] > 0) heaviest.Offer(row.Columns[k], row.Weights[k]);
        heaviest.Take(columns, weights);
        columns.Sort(weights);
    }
}
