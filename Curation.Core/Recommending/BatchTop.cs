using System.Numerics;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>The best tracks for up to 256 tastes in one pass over the vectors. The lists are those of <see cref="ITaste.Top"/>, to the last bit.</summary>
/// <remarks>
/// A part of the vectors that stays in the cache is scored for all tastes before the next; each taste keeps what reaches its limit, so no row of scores is ever written.
/// The pass sums in another order than a single score does. So it keeps some more than asked for, scores those again singly, and where rounding
/// could have hidden a better track it asks the taste itself.
/// </remarks>
internal sealed unsafe class BatchTop
{
    /// <summary>Tastes that are served together.</summary>
    public const int MostTastes = Groups * ScoreTile.Tastes;

    private const int Groups = 8;
    private const int Spare = 28;
    private const int PartBytes = 1 << 17;

    private readonly LongVectorsFirst vectors;
    private readonly int count;
    private readonly DenseMatrix packed;
    private readonly DenseMatrix scores = new(ScoreTile.Rows, ScoreTile.Tastes);
    private readonly DenseMatrix limits = new(Groups, ScoreTile.Tastes);
    private readonly float[] leastLengths = new float[Groups];
    private readonly Candidates?[] found = new Candidates?[MostTastes];

    public BatchTop(LongVectorsFirst vectors, int count)
    {
        this.vectors = vectors;
        this.count = count;
        packed = new(Groups * vectors.Width, ScoreTile.Tastes);
    }

    /// <summary>Lists for the tastes, at most <see cref="MostTastes"/> of them.</summary>
    public void Find(ReadOnlySpan<FactorisationTaste> tastes, IReadOnlySet<int>? skip, Span<IReadOnlyList<Scored>> lists)
    {
        Begin(tastes, skip);
        var blocks = Math.Max(1, PartBytes / (vectors.Width * ScoreTile.Rows * sizeof(float)));
        var groups = (tastes.Length + ScoreTile.Tastes - 1) / ScoreTile.Tastes;
        for (var first = 0; first < vectors.Blocks; first += blocks)
            for (var group = 0; group < groups; group++) Scan(group, first, Math.Min(vectors.Blocks, first + blocks));
        for (var t = 0; t < tastes.Length; t++) lists[t] = Settle(tastes[t], found[t]!, skip);
    }

    private void Begin(ReadOnlySpan<FactorisationTaste> tastes, IReadOnlySet<int>? skip)
    {
        packed.All.Clear();
        limits.All.Fill(float.PositiveInfinity);
        for (var t = 0; t < tastes.Length; t++)
        {
            (found[t] ??= new(count + Spare)).Begin(tastes[t], skip);
            limits.All[t] = float.NegativeInfinity;
            var (group, lane) = Math.DivRem(t, ScoreTile.Tastes);
            leastLengths[group] = 0;
            var target = packed.All[((group * vectors.Width * ScoreTile.Tastes) + lane)..];
            for (var f = 0; f < vectors.Width; f++) target[f * ScoreTile.Tastes] = tastes[t].Vector[f];
        }
    }

    /// <summary>Scores some blocks for a group of tastes, and stops where no later vector is long enough for any of them.</summary>
    private void Scan(int group, int first, int end)
    {
        var tastes = packed.Start + ((nint)group * vectors.Width * ScoreTile.Tastes);
        var limit = limits.Start + (group * ScoreTile.Tastes);
        var step = vectors.Width * ScoreTile.Rows;
        for (var block = first; block < end; block++)
        {
            if (vectors.LengthOf(block) < leastLengths[group]) return;
            if (ScoreTile.Score(vectors.Packed.Start + ((nint)block * step), tastes, vectors.Width, limit, scores.Start)) Offer(group, vectors.RowsOf(block), limit);
        }
    }

    private void Offer(int group, ReadOnlySpan<int> rows, float* limit)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var offered = scores.Start + (i * ScoreTile.Tastes);
            for (var good = ScoreTile.Reaching(offered, limit); good != 0; good &= good - 1)
            {
                var lane = BitOperations.TrailingZeroCount(good);
                if (found[(group * ScoreTile.Tastes) + lane]!.Add(rows[i], offered[lane])) Raise(group, lane, limit);
            }
        }
    }

    /// <summary>Takes over a limit that has risen; the shortest length that may matter is left a little shorter, for rounding.</summary>
    private void Raise(int group, int lane, float* limit)
    {
        var mine = found.AsSpan(group * ScoreTile.Tastes, ScoreTile.Tastes);
        limit[lane] = mine[lane]!.Limit;
        var least = float.PositiveInfinity;
        for (var i = 0; i < mine.Length; i++)
            if (!float.IsPositiveInfinity(limit[i])) least = Math.Min(least, mine[i]!.LeastLength);
        leastLengths[group] = least * (1 - 1e-4f);
    }

    private IReadOnlyList<Scored> Settle(FactorisationTaste taste, Candidates kept, IReadOnlySet<int>? skip)
    {
        var (rows, all, worst) = kept.Take();
        var exact = new float[rows.Length];
        taste.Score(rows, exact);
        var list = new Scored[rows.Length];
        for (var i = 0; i < list.Length; i++) list[i] = new(rows[i], exact[i]);
        Array.Sort(list, Parts.LargestFirst);
        if (!all && count > 0)
        {
            var rounding = 4 * vectors.Width * 6e-8f * vectors.Longest * kept.Length;
            if (list[count - 1].Score <= worst + rounding) return taste.Top(count, skip);
        }

        return list.Length > count ? list[..count] : list;
    }
}
