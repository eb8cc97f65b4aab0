using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Tests.Recommending;
using Xunit;

namespace Curation.Tests.Evaluating;

public sealed class RankingLessonsTests
{
    private static readonly ListeningMatrix Whole = RecommenderContract.Random(80, 60, 2500, 4);

    [Fact]
    public void Nothing_of_the_test_part_is_in_a_lesson()
    {
        var split = Split.Random(Whole, 0.2, 1);
        foreach (var lesson in Lessons(split))
            for (var row = 0; row < Whole.Rows; row++)
                foreach (var pair in lesson.HeldOut.Row(row).ToHistory().Concat(lesson.History.Row(row).ToHistory()))
                    Assert.True(split.HeldOut.Row(row).Columns.BinarySearch(pair.Row) < 0);
    }

    [Fact]
    public void What_a_lesson_holds_out_its_recommenders_have_not_seen()
    {
        var trained = new List<ListeningMatrix>();
        var lessons = new RankingLessons(Checkerboard.IndexOf(60), part => { trained.Add(part); return [Popularity.Of(part, Checkerboard.IndexOf(60))]; }).Of(Split.Random(Whole, 0.2, 1), 1);
        Assert.Equal(RankingLessons.OfPairs, lessons.Count);
        foreach (var (part, lesson) in trained.Zip(lessons))
            for (var row = 0; row < Whole.Rows; row++)
                foreach (var held in lesson.HeldOut.Row(row).ToHistory()) Assert.True(part.Row(row).Columns.BinarySearch(held.Row) < 0);
    }

    [Fact]
    public void Where_rows_are_new_each_lesson_holds_out_earlier_rows_than_the_one_before()
    {
        var facts = Enumerable.Range(0, 80).Select(row => (RowFacts?)new RowFacts(new DateOnly(2026, 1, 1).AddDays(row), row % 2 == 0 ? "mornings" : null)).ToArray();
        var split = Split.NewRows(Whole, Enumerable.Range(64, 16).ToHashSet(), 0.5, 1) with { Facts = facts };
        var lessons = Lessons(split);
        Assert.True(lessons.Count > 3);
        var tested = lessons.Select(lesson => Enumerable.Range(0, 80).Where(row => lesson.HeldOut.Row(row).Count > 0).ToArray()).ToArray();
        Assert.True(tested[0][^1] < 64);
        for (var i = 1; i < tested.Length; i++) Assert.True(tested[i][^1] < tested[i - 1][0]);
        Assert.All(lessons, lesson => Assert.Contains("context", lesson.Parts.Names));
    }

    [Fact]
    public void Times_are_those_of_the_part_and_end_with_it()
    {
        const long day = 86_400_000;
        TimedEvent[] events = [new(0, 0, 10 * day), new(0, 0, 4 * day), new(1, 1, 20 * day), new(1, 0, 20 * day)];
        var builder = new ListeningMatrixBuilder();
        builder.Add(0, 0, 2);
        var times = RankingLessons.Times(new Observations(events, 2, 0, 2), builder.Build(2, 0, 2))!;
        Assert.Equal([2, 2, 2, 0, 6], times[0].ToArray());
        Assert.Equal([0, 0, 0, TrackTimes.Never, TrackTimes.Never], times[1].ToArray());
        Assert.Null(RankingLessons.Times(new Observations([new(0, 0, ListeningLog.NoTime)], 2, 0, 2), builder.Build(2, 0, 2)));
    }

    [Fact]
    public void A_pair_that_is_heard_again_in_the_test_days_does_not_tell_of_them()
    {
        const long day = 86_400_000;
        TimedEvent[] events = [new(0, 0, 2 * day), new(0, 0, 9 * day), new(0, 1, 3 * day), new(0, 2, 9 * day), new(1, 0, day), new(1, 2, 10 * day)];
        var observations = new Observations(events, 2, 0, 3);
        var split = new SplitPlan { Kind = SplitKind.Time, Share = 0.3 }.Part(observations)[0];
        var times = RankingLessons.Times(observations, split.Train, split.Until)!;
        Assert.Equal([2, 2, 2, 1, 2], times[0].ToArray());
        Assert.Equal(TrackTimes.Never, times[2][3]);
        Assert.Equal(split.Until, ValidationSplit.Of(split).Until);
    }

    private static IReadOnlyList<Curation.Core.Recommending.Ranking.Lesson> Lessons(Split split) =>
        new RankingLessons(Checkerboard.IndexOf(60), part => [Popularity.Of(part, Checkerboard.IndexOf(60))]).Of(split, 1);
}
