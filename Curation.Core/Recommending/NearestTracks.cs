using System.Numerics;
using System.Runtime.Intrinsics;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>The nearest tracks of every track while they are found. What is kept does not depend on the order in which pairs come.</summary>
internal sealed unsafe class NearestTracks
{
    private const int TracksAtOnce = 8;

    /// <summary>Rounding must not hide a pair from the test before the division.</summary>
    private const float Slack = 1 - 1e-5f;

    private readonly RankedPairs pairs;
    private readonly TopK[] nearest;
    private readonly DenseMatrix lengths;
    private readonly DenseMatrix thresholds;
    private readonly float shrinkage;

    private NearestTracks(RankedPairs pairs, int count, double shrinkage, bool byCosine)
    {
        this.pairs = pairs;
        this.shrinkage = (float)shrinkage;
        var tracks = pairs.Tracks.Length;
        nearest = new TopK[tracks];
        for (var i = 0; i < tracks; i++) nearest[i] = new(Math.Min(count, Math.Max(0, tracks - 1)));
        lengths = new(1, Math.Max(1, tracks));
        if (byCosine) pairs.Lengths.CopyTo(lengths.All);
        thresholds = new(1, Math.Max(1, tracks));
    }

    /// <summary>Of every column those with the largest cosine, its denominator enlarged by <paramref name="shrinkage"/>; nearest first.</summary>
    public static (int[] Rows, float[] Strengths)[] ByCosine(
        RankedPairs pairs, int count, double shrinkage, int threads, IProgress<double>? progress, CancellationToken cancel) =>
        new NearestTracks(pairs, count, shrinkage, byCosine: true).Find(threads, progress, cancel);

    /// <summary>Of every column those with the largest product above 0, largest first.</summary>
    public static (int[] Rows, float[] Strengths)[] ByProduct(
        RankedPairs pairs, int count, int threads, IProgress<double>? progress, CancellationToken cancel) =>
        new NearestTracks(pairs, count, 1, byCosine: false).Find(threads, progress, cancel);

    private (int[] Rows, float[] Strengths)[] Find(int threads, IProgress<double>? progress, CancellationToken cancel)
    {
        var sums = new DenseMatrix[threads];
        for (var i = 0; i < sums.Length; i++) sums[i] = new(1, Math.Max(1, nearest.Length));
        var done = 0;
        Chunks.Run(nearest.Length, TracksAtOnce, sums, (sum, first, end) =>
        {
            for (var rank = first; rank < end; rank++)
            {
                pairs.SumWithMorePopular(rank, sum);
                OfferAndClear(rank, sum);
            }

            progress?.Report((double)Interlocked.Add(ref done, end - first) / nearest.Length);
        }, cancel);
        return Take();
    }

    /// <summary>Offers a track and every more popular one to each other, and leaves zeros in <paramref name="sums"/>.</summary>
    private void OfferAndClear(int rank, DenseMatrix sums)
    {
        var least = Vector512.Create(shrinkage);
        float* sum = sums.Start, length = lengths.Start, limit = thresholds.Start;
        for (var first = 0; first < rank; first += DenseMatrix.Lane)
        {
            var found = Vector512.Load(sum + first);
            if (found == Vector512<float>.Zero) continue;
            Vector512<float>.Zero.Store(sum + first);
            var needed = (Vector512.Create(length[rank]) * Vector512.Load(length + first)) + least;
            var weaker = Vector512.Min(Vector512.Load(limit + first), Vector512.Create(limit[rank]));
            var good = Vector512.GreaterThanOrEqual(found, needed * weaker) & Vector512.GreaterThan(found, Vector512<float>.Zero);
            for (var bits = good.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                var lane = BitOperations.TrailingZeroCount(bits);
                Offer(rank, first + lane, found[lane] / needed[lane]);
            }
        }
    }

    /// <summary>The lists by column, nearest first.</summary>
    private (int[] Rows, float[] Strengths)[] Take()
    {
        var lists = new (int[] Rows, float[] Strengths)[nearest.Length];
        for (var rank = 0; rank < nearest.Length; rank++)
        {
            var (rows, strengths) = (new int[nearest[rank].Count], new float[nearest[rank].Count]);
            nearest[rank].Take(rows, strengths);
            lists[pairs.Tracks[rank]] = (rows, strengths);
        }

        return lists;
    }

    private void Offer(int one, int other, float similarity)
    {
        Keep(one, other, similarity);
        Keep(other, one, similarity);
    }

    /// <summary>The threshold only rises, so that an old value of it, read without the lock, lets too much through and never too little.</summary>
    private void Keep(int rank, int neighbour, float similarity)
    {
        if (similarity < thresholds.Start[rank]) return;
        var kept = nearest[rank];
        lock (kept)
        {
            kept.Offer(pairs.Tracks[neighbour], similarity);
            thresholds.Start[rank] = Math.Max(0, kept.Threshold * Slack);
        }
    }
}
