using Curation.Core.Catalog;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Suggesting;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Recommending.Suggesting;

public sealed class ShownReasonsTests
{
    [Fact]
    public void Thirds_are_rounded_so_that_they_still_add_up()
    {
        var shown = Of(1.0 / 3, 1.0 / 3, 1.0 / 3).Shown();
        Assert.Equal(1.00m, shown.Score);
        Assert.Equal([0.34m, 0.33m, 0.33m], shown.Reasons.Select(reason => reason.Amount));
    }

    [Fact]
    public void What_is_not_shown_by_name_is_added_up_as_others()
    {
        var shown = Of(0.31, 0.22, 0.08, 0.05, 0.04).Shown(most: 3);
        Assert.Equal(0.70m, shown.Score);
        Assert.Equal([0.31m, 0.22m, 0.08m, 0.09m], shown.Reasons.Select(reason => reason.Amount));
        Assert.Equal(ReasonKind.Others, shown.Reasons[^1].Reason.Kind);
    }

    [Fact]
    public void A_reason_that_rounds_to_nothing_is_not_shown() =>
        Assert.Equal([0.30m], Of(0.301, 0.001).Shown().Reasons.Select(reason => reason.Amount));

    [Fact]
    public void Whatever_the_amounts_what_is_shown_adds_up_and_is_off_by_less_than_a_hundredth()
    {
        var amounts = Gen.Choose(-30_000, 90_000).Select(number => number / 100_000.0).NonEmptyListOf().ToArbitrary();
        Check.QuickThrowOnFailure(Prop.ForAll(amounts, list =>
        {
            var shown = Of([.. list]).Shown(most: 4);
            var addsUp = shown.Reasons.Sum(reason => reason.Amount) == shown.Score;
            return addsUp && shown.Reasons.All(reason => Math.Abs((double)reason.Amount - reason.Reason.Amount) < 0.010001);
        }));
    }

    private static Suggestion Of(params double[] amounts) =>
        new(new TrackId(1), amounts.Sum(), [.. amounts.Select((amount, i) => new Reason(ReasonKind.PoolTrack, amount, new TrackId(i + 10)))], PopularityTier.Middle);
}
