using Curation.Core.Recommending.Suggesting;
using Xunit;

namespace Curation.Tests.Recommending.Suggesting;

public sealed class PopularityTiersTests
{
    [Fact]
    public void The_head_holds_eighty_percent_of_plays_and_the_tail_five() =>
        Assert.Equal(
            [PopularityTier.Head, PopularityTier.Middle, PopularityTier.Head, PopularityTier.Tail, PopularityTier.Tail],
            PopularityTiers.Of([50, 15, 30, 5, 0]));

    [Fact]
    public void A_track_nobody_plays_is_tail_even_where_nobody_plays_anything() =>
        Assert.All(PopularityTiers.Of([0, 0, 0]), tier => Assert.Equal(PopularityTier.Tail, tier));

    [Fact]
    public void One_track_with_all_plays_is_the_head() => Assert.Equal([PopularityTier.Tail, PopularityTier.Head], PopularityTiers.Of([0, 7]));
}
