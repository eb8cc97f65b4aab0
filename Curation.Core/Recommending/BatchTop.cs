using System.Runtime.Intrinsics;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>The best tracks for up to 32 tastes in one pass over all vectors. The lists are those of <see cref="ITaste.Top"/>, to the last bit.</summary>
/// <remarks>
/// The pass sums in another order than a single score does. So it keeps some more than asked for, scores those again singly, and where rounding
/// could have hidden a better track it asks the taste itself.
/// </remarks>
internal sealed unsafe class BatchTop
{
    private const int Spare = 28;

    private readonly DenseMatrix vectors;
    private readonly float longest;
    private readonly DenseMatrix packed;
    private readonly DenseMatrix scores = new(ScoreTile.Rows, ScoreTile.Tastes);
    private readonly DenseMatrix thresholds = new(1, ScoreTile.Tastes);
    private readonly TopK[] best;
    private readonly int count;

    public BatchTop(DenseMatrix vectors, float longest, int count)
    {
        this.vectors = vectors;
        this.longest = longest;
        this.count = count;
        packed = new(vectors.Stride, ScoreTile.Tastes);
        best = new TopK[ScoreTile.Tastes];
        for (var i = 0; i < best.Length; i++) best[i] = new(Math.Min(vectors.Rows, count + Spare));
    }

    /// <summary>Lists for the tastes, at most 32 of them.</summary>
    public void Find(ReadOnlySpan<FactorisationTaste> tastes, IReadOnlySet<int>? skip, Span<IReadOnlyList<Scored>> lists)
    {
        Pack(tastes);
        thresholds.All.Fill(float.NegativeInfinity);
        thresholds.All[tastes.Length..].Fill(float.PositiveInfinity);
        var whole = vectors.Rows / ScoreTile.Rows * ScoreTile.Rows;
        for (var row = 0; row < whole; row += ScoreTile.Rows)
        {
            ScoreTile.Score(vectors.Start + ((nint)row * vectors.Stride), vectors.Stride, packed.Start, vectors.Stride, scores.Start);
            for (var i = 0; i < ScoreTile.Rows; i++) Offer(row + i, scores.PaddedRow(i), tastes, skip);
        }

        for (var row = whole; row < vectors.Rows; row++)
        {
            for (var t = 0; t < tastes.Length; t++) scores.All[t] = Kernels.Dot(tastes[t].Vector, vectors.PaddedRow(row));
            Offer(row, scores.PaddedRow(0), tastes, skip);
        }

        for (var t = 0; t < tastes.Length; t++) lists[t] = Settle(tastes[t], best[t], skip);
    }

    private void Pack(ReadOnlySpan<FactorisationTaste> tastes)
    {
        packed.All.Clear();
        for (var t = 0; t < tastes.Length; t++)
            for (var f = 0; f < vectors.Stride; f++) packed.All[(f * ScoreTile.Tastes) + t] = tastes[t].Vector[f];
    }

    private void Offer(int row, ReadOnlySpan<float> offered, ReadOnlySpan<FactorisationTaste> tastes, IReadOnlySet<int>? skip)
    {
        var limits = thresholds.All;
        for (var half = 0; half < ScoreTile.Tastes; half += 16)
        {
            var good = Vector512.GreaterThanOrEqual(Vector512.Create(offered[half..]), Vector512.Create((ReadOnlySpan<float>)limits[half..])).ExtractMostSignificantBits();
            for (; good != 0; good &= good - 1)
            {
                var t = half + System.Numerics.BitOperations.TrailingZeroCount(good);
                if (t >= tastes.Length || !best[t].Accepts(row, offered[t]) || tastes[t].Heard.Has(row) || skip?.Contains(row) == true) continue;
                best[t].Offer(row, offered[t]);
                limits[t] = best[t].Threshold;
            }
        }
    }

    private IReadOnlyList<Scored> Settle(FactorisationTaste taste, TopK kept, IReadOnlySet<int>? skip)
    {
        var complete = kept.Count < kept.Capacity;
        var worst = kept.Threshold;
        var rows = new int[kept.Count];
        var exact = new float[rows.Length];
        kept.Take(rows, exact);
        taste.Score(rows, exact);
        var list = new Scored[rows.Length];
        for (var i = 0; i < list.Length; i++) list[i] = new(rows[i], exact[i]);
        Array.Sort(list, Parts.LargestFirst);
        if (!complete && list.Length > count && count > 0)
        {
            var rounding = 4 * vectors.Stride * 6e-8f * longest * MathF.Sqrt(Kernels.Dot(taste.Vector, taste.Vector));
            if (list[count - 1].Score <= worst + rounding) return taste.Top(count, skip);
        }

        return list.Length > count ? list[..count] : list;
    }
}
