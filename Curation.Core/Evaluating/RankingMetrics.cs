namespace Curation.Core.Evaluating;

/// <summary>How good one ranked list is, given what was held out. Gain is binary; rank 1 is the first position.</summary>
/// <remarks>All take whether the position holds a held-out track, best first, and the number of held-out tracks, which must be above 0.</remarks>
public static class RankingMetrics
{
    private const int MostClicked = 500;
    private const int TracksAClick = 10;

    /// <summary>Hits in the top k over min(k, held out), as Liang et al. 2018.</summary>
    public static double Recall(ReadOnlySpan<bool> hits, int heldOut, int k) => (double)Hits(hits, k) / Math.Min(k, heldOut);

    /// <summary>Hits in the top k over all that was held out.</summary>
    public static double PlainRecall(ReadOnlySpan<bool> hits, int heldOut, int k) => (double)Hits(hits, k) / heldOut;

    /// <summary>Discounted gain over the best possible in k positions; the discount is 1 / log2(rank + 1).</summary>
    public static double Ndcg(ReadOnlySpan<bool> hits, int heldOut, int k)
    {
        double gain = 0, ideal = 0;
        for (var i = 0; i < Math.Min(k, hits.Length); i++) gain += hits[i] ? Discount(i) : 0;
        for (var i = 0; i < Math.Min(k, heldOut); i++) ideal += Discount(i);
        return gain / ideal;
    }

    /// <summary>Mean, over min(k, held out), of the precision at each hit in the top k.</summary>
    public static double AveragePrecision(ReadOnlySpan<bool> hits, int heldOut, int k)
    {
        var found = 0;
        var sum = 0.0;
        for (var i = 0; i < Math.Min(k, hits.Length); i++)
            if (hits[i]) sum += (double)++found / (i + 1);
        return sum / Math.Min(k, heldOut);
    }

    /// <summary>Hits in the first positions, as many as were held out, over their number (RecSys Challenge 2018, tracks).</summary>
    public static double RPrecision(ReadOnlySpan<bool> hits, int heldOut) => (double)Hits(hits, heldOut) / heldOut;

    /// <summary>How often a person must ask for ten more tracks until the first hit: 0 where it is among the first ten (RecSys Challenge 2018).</summary>
    /// <param name="firstHit">Rank of the best held-out track, from 1; beyond 500 it counts as not found, which is 51 clicks.</param>
    public static double Clicks(int firstHit) => firstHit > MostClicked ? (MostClicked / TracksAClick) + 1 : (firstHit - 1) / TracksAClick;

    private static int Hits(ReadOnlySpan<bool> hits, int k) => hits[..Math.Min(k, hits.Length)].Count(true);

    private static double Discount(int position) => 1 / Math.Log2(position + 2);
}
