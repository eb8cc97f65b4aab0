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
        var shown = Suggested([.. new[] { 0.31, 0.22, 0.08, 0.05, 0.04 }.Select((amount, i) => new Reason(ReasonKind.SeedTrack, amount, new TrackId(i + 10)))]).Shown(most: 3);
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

    [Fact]
    public void Pool_tracks_that_are_not_shown_singly_are_one_reason_that_names_the_two_largest()
    {
        var last = Of(0.31, 0.22, 0.08, 0.06, 0.05, 0.04).Shown(most: 3).Reasons[^1];
        Assert.Equal(0.15m, last.Amount);
        Assert.Equal((ReasonKind.PoolTracks, 3, new TrackId(13), new TrackId(14)), (last.Reason.Kind, last.Reason.Count, last.Reason.Track!.Value, last.Reason.Also!.Value));
    }

    private static Suggestion Of(params double[] amounts) => Suggested([.. amounts.Select((amount, i) => new Reason(ReasonKind.PoolTrack, amount, new TrackId(i + 10)))]);

    private static Suggestion Suggested(IReadOnlyList<Reason> reasons) => new(new TrackId(1), reasons.Sum(reason => reason.Amount), reasons, PopularityTier.Middle);
}
