using Curation.Core.Evaluating;
using Curation.Core.Listening;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Evaluating;

public sealed class SplitProperties
{
    private static readonly SplitKind[] Kinds = Enum.GetValues<SplitKind>();

    private static Gen<(Observations Observations, SplitPlan Plan)> Cases() =>
        from listeners in Gen.Choose(0, 8)
        from lists in Gen.Choose(1, 8)
        from tracks in Gen.Choose(1, 12)
        from days in Gen.Choose(2, 9)
        from events in Gen.ArrayOf(from row in Gen.Choose(0, listeners + lists - 1) from track in Gen.Choose(0, tracks - 1) from day in Gen.Choose(0, days) from weight in Gen.Choose(1, 5) select (row, track, day, weight))
        from kind in Gen.Elements(Kinds)
        from share in Gen.Choose(1, 9)
        from heldOut in Gen.Choose(1, 9)
        from seed in Gen.Choose(0, 5)
        let known = events.Select(e => new TimedEvent(e.row, e.track, DayOf(e.row < listeners ? e.day : e.row % (days + 1)), e.weight))
        select (new Observations([.. known, new(0, 0, DayOf(0)), new(0, 0, DayOf(1))], listeners, lists, tracks),
            new SplitPlan { Kind = kind, Share = share / 10.0, HeldOut = heldOut / 10.0, Given = [1, 2, 4], Seed = seed });

    private static long DayOf(int day) => day == 0 ? ListeningLog.NoTime : day * 86_400_000L;

    private static void Holds(Action<Observations, SplitPlan, Split> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Cases().ToArbitrary(), given =>
        {
            if (given.Observations.Events.Select(e => e.At).Where(at => at != ListeningLog.NoTime).Distinct().Count() < 2) return;
            foreach (var split in given.Plan.Part(given.Observations)) check(given.Observations, given.Plan, split);
        }));

    [Fact]
    public void Nothing_that_is_to_be_found_was_trained_on_or_folded_in() => Holds((_, _, split) =>
    {
        foreach (var (row, column) in Pairs(split.HeldOut))
        {
            Assert.True(split.Train.Row(row).Columns.BinarySearch(column) < 0);
            Assert.True(split.History.Row(row).Columns.BinarySearch(column) < 0);
        }
    });

    [Fact]
    public void Every_part_comes_from_the_evidence() => Holds((observations, _, split) =>
    {
        var whole = Pairs(observations.Matrix()).ToHashSet();
        foreach (var part in new[] { split.Train, split.History, split.HeldOut })
        {
            Assert.Equal((observations.Rows, observations.Tracks, observations.Listeners), (part.Rows, part.Columns, part.Listeners));
            Assert.All(Pairs(part), pair => Assert.Contains(pair, whole));
        }
    });

    [Fact]
    public void Parting_at_random_puts_each_pair_into_exactly_one_part() => Holds((observations, plan, split) =>
    {
        if (plan.Kind != SplitKind.Random) return;
        Assert.Equal(Pairs(observations.Matrix()), Pairs(split.Train).Concat(Pairs(split.HeldOut)).Order());
    });

    [Fact]
    public void The_same_plan_parts_in_the_same_way() => Holds((observations, plan, split) =>
    {
        var again = plan.Part(observations).Single(other => other.Name == split.Name);
        Assert.Equal(Pairs(split.Train), Pairs(again.Train));
        Assert.Equal(Pairs(split.History), Pairs(again.History));
        Assert.Equal(Pairs(split.HeldOut), Pairs(again.HeldOut));
    });

    [Fact]
    public void Cold_tracks_are_in_no_part_but_what_is_to_be_found_and_are_all_the_candidates() => Holds((_, plan, split) =>
    {
        if (plan.Kind != SplitKind.ColdTracks) return;
        Assert.All(Pairs(split.HeldOut), pair => Assert.True(split.Candidates![pair.Column]));
        Assert.All(Pairs(split.Train), pair => Assert.False(split.Candidates![pair.Column]));
    });

    [Fact]
    public void By_time_nothing_of_the_test_days_is_trained_on() => Holds((observations, plan, split) =>
    {
        if (plan.Kind != SplitKind.Time) return;
        var days = observations.Events.Select(e => e.At).Where(at => at != ListeningLog.NoTime).Distinct().Order().ToArray();
        var cut = days[^Math.Clamp((int)Math.Round(plan.Share * days.Length), 1, days.Length - 1)];
        Assert.Equal(observations.Matrix(e => e.At < cut).Entries, split.Train.Entries);
        foreach (var (row, column) in Pairs(split.Train)) Assert.Contains(observations.Events, e => e.Row == row && e.Column == column && e.At < cut);
    });

    [Fact]
    public void Settings_are_chosen_on_the_training_part_alone() => Holds((_, _, split) =>
    {
        var inner = ValidationSplit.Of(split, 0.3, 1);
        var known = Pairs(split.Train).ToHashSet();
        foreach (var part in new[] { inner.Train, inner.History, inner.HeldOut }) Assert.All(Pairs(part), pair => Assert.Contains(pair, known));
        Assert.Empty(Pairs(inner.HeldOut).Intersect(Pairs(inner.Train)));
        Assert.Empty(Pairs(inner.HeldOut).Intersect(Pairs(inner.History)));
    });

    private static List<(int Row, int Column)> Pairs(ListeningMatrix matrix)
    {
        var pairs = new List<(int, int)>();
        for (var row = 0; row < matrix.Rows; row++)
            foreach (var column in matrix.Row(row).Columns) pairs.Add((row, column));
        return pairs;
    }
}
