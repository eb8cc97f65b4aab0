using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Products of the columns of a listening matrix: how much the same listeners hear two tracks.</summary>
internal static unsafe class CoListening
{
    /// <summary>X^T X, each row of it summed by one thread in the order of the listeners.</summary>
    public static SymmetricBlocks Gramian(ListeningMatrix byListener, int threads, CancellationToken cancel)
    {
        var gramian = new SymmetricBlocks(byListener.Columns);
        var byTrack = byListener.Transpose();
        var sums = new float[threads][];
        for (var i = 0; i < threads; i++) sums[i] = new float[byListener.Columns];
        Chunks.Run(gramian.Size, 64, sums, (sum, first, end) =>
        {
            for (var track = first; track < end; track++)
            {
                var left = sum.AsSpan(0, track + 1);
                left.Clear();
                AddListeners(byTrack.Row(track), byListener, left);
                for (var column = 0; column <= track; column += gramian.Side)
                {
                    var target = new Span<float>(gramian.Block(track / gramian.Side, column / gramian.Side) + (track % gramian.Side * gramian.Side), gramian.Side);
                    left[column..Math.Min(left.Length, column + gramian.Side)].CopyTo(target);
                }
            }
        }, cancel);
        return gramian;
    }

    private static void AddListeners(ListeningRow heardBy, ListeningMatrix byListener, Span<float> sum)
    {
        for (var i = 0; i < heardBy.Count; i++)
        {
            var heard = byListener.Row(heardBy.Columns[i]);
            var weight = heardBy.Weights[i];
            for (var k = 0; k < heard.Count && heard.Columns[k] < sum.Length; k++) sum[heard.Columns[k]] += weight * heard.Weights[k];
        }
    }
}
