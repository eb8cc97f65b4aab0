using Curation.Core.Evaluating;
using Xunit;

namespace Curation.Tests.Evaluating;

public sealed class RankingMetricsTests
{
    /// <summary>Hits at ranks 1, 3 and 6.</summary>
    private static readonly bool[] Hits = [true, false, true, false, false, true];

    [Theory]
    [InlineData(4, 1, 1.0)]
    [InlineData(4, 2, 0.5)]
    [InlineData(4, 3, 2 / 3.0)]
    [InlineData(4, 6, 0.75)]
    [InlineData(4, 100, 0.75)]
    [InlineData(1, 6, 3.0)]
    public void Recall_divides_by_the_smaller_of_k_and_held_out(int heldOut, int k, double expected)
    {
        Assert.Equal(expected, RankingMetrics.Recall(Hits, heldOut, k), 1e-12);
    }

    [Fact]
    public void Plain_recall_divides_by_all_that_was_held_out()
    {
        Assert.Equal(0.1, RankingMetrics.PlainRecall(Hits, 10, 1), 1e-12);
        Assert.Equal(0.3, RankingMetrics.PlainRecall(Hits, 10, 6), 1e-12);
    }

    [Fact]
    public void Ndcg_discounts_by_the_logarithm_of_the_rank_plus_1()
    {
        // Gain 1 + 1/2 + 1/log2(7) = 1.856207; ideal for four 1 + 0.630930 + 0.5 + 0.430677 = 2.561606.
        Assert.Equal(0.724626, RankingMetrics.Ndcg(Hits, 4, 6), 1e-6);
        Assert.Equal(1.5 / 1.630930, RankingMetrics.Ndcg(Hits, 2, 5), 1e-6);
        Assert.Equal(1, RankingMetrics.Ndcg([true, true], 2, 20), 1e-12);
        Assert.Equal(0, RankingMetrics.Ndcg([false, false], 2, 2), 1e-12);
    }

    [Fact]
    public void Average_precision_is_the_mean_precision_at_the_hits()
    {
        Assert.Equal((1 + (2 / 3.0) + 0.5) / 4, RankingMetrics.AveragePrecision(Hits, 4, 6), 1e-12);
        Assert.Equal((1 + (2 / 3.0)) / 3, RankingMetrics.AveragePrecision(Hits, 4, 3), 1e-12);
    }

    [Fact]
    public void R_precision_looks_at_as_many_positions_as_were_held_out()
    {
        Assert.Equal(0.5, RankingMetrics.RPrecision(Hits, 4), 1e-12);
        Assert.Equal(3 / 8.0, RankingMetrics.RPrecision(Hits, 8), 1e-12);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(10, 0)]
    [InlineData(11, 1)]
    [InlineData(500, 49)]
    [InlineData(501, 51)]
    public void Clicks_count_the_pages_of_ten_before_the_first_hit(int firstHit, int clicks)
    {
        Assert.Equal(clicks, RankingMetrics.Clicks(firstHit));
    }
}
