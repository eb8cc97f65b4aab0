using Curation.Core.Auditing.Figures;
using Curation.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Auditing.Figures;

public sealed class FairRankingTests
{
    /// <summary>Tables that the authors of FA*IR publish with their own implementation.</summary>
    [Theory]
    [InlineData(10, 0.2, 0.15, "0000000011")]
    [InlineData(20, 0.25, 0.1, "00000000111111222223")]
    [InlineData(30, 0.3, 0.05, "000000001111122222333334444555")]
    public void Minimums_are_those_that_the_authors_publish(int count, double share, double alpha, string minimums) =>
        Assert.Equal(minimums, string.Concat(FairPrefixes.Minimums(count, share, alpha)));

    [Theory]
    [InlineData(10, 0.2, 0.15, "0000000011", 0.134218)]
    [InlineData(20, 0.25, 0.1, "00000000111111122222", 0.105152)]
    [InlineData(30, 0.3, 0.05, "000000000011111122222333344444", 0.048777)]
    public void Minimums_for_many_tests_and_their_chance_to_fail_are_those_that_the_authors_publish(int count, double share, double alpha, string minimums, double fails)
    {
        var adjusted = FairPrefixes.AdjustedMinimums(count, share, alpha);
        Assert.Equal(minimums, string.Concat(adjusted));
        Assert.Equal(fails, FairPrefixes.FailureProbability(adjusted, share), 5);
    }

    [Fact]
    public void The_chance_to_fail_is_that_of_all_draws_written_down() => Prop.ForAll(Arb.From(Gen.Choose(0, 100_000)), seed =>
    {
        var random = new SeededRandom(seed);
        var (count, share) = (1 + random.NextInt(10), 0.05 + (0.9 * random.NextDouble()));
        var minimums = FairPrefixes.Minimums(count, share, 0.02 + (0.3 * random.NextDouble()));
        var failing = 0.0;
        for (var draw = 0; draw < 1 << count; draw++)
        {
            var flags = Enumerable.Range(0, count).Select(i => (draw >> i & 1) == 1).ToArray();
            if (!FairPrefixes.Hold(flags, minimums)) failing += flags.Aggregate(1.0, (chance, flag) => chance * (flag ? share : 1 - share));
        }

        return Math.Abs(failing - FairPrefixes.FailureProbability(minimums, share)) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_ranking_holds_the_minimums_or_does_not()
    {
        Assert.True(FairPrefixes.Hold([false, true, true], [0, 1, 1]));
        Assert.False(FairPrefixes.Hold([false, false, true], [0, 1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FairPrefixes.Minimums(10, 1, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => FairPrefixes.Minimums(10, 0.5, 0));
    }

    [Fact]
    public void Every_prefix_has_the_floor_of_each_target_while_the_group_has_candidates() => Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000)), seed =>
    {
        var random = new SeededRandom(seed);
        var groups = 1 + random.NextInt(5);
        var raw = Enumerable.Range(0, groups).Select(_ => random.NextDouble()).ToArray();
        var fill = random.NextInt(3) switch { 0 => 1.0, 1 => random.NextDouble(), _ => 0.9 };
        var targets = raw.Select(part => part / raw.Sum() * fill).ToArray();
        var of = Enumerable.Range(0, random.NextInt(60)).Select(_ => random.NextInt(groups)).ToArray();
        var scores = of.Select(_ => (double)random.NextInt(20)).ToArray();
        var order = DetConstSort.Order(of, scores, targets, 25);
        if (order.Length != Math.Min(25, of.Length) || order.Distinct().Count() != order.Length) return false;
        for (var prefix = 1; prefix <= order.Length; prefix++)
        {
            for (var group = 0; group < groups; group++)
            {
                var least = Math.Min(of.Count(other => other == group), (int)Math.Floor((prefix * targets[group]) + 1e-9));
                if (order.Take(prefix).Count(candidate => of[candidate] == group) < least) return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_targets_the_order_is_that_of_the_scores() =>
        Assert.Equal([2, 0, 3, 1], DetConstSort.Order([0, 1, 0, 1], [5, 1, 9, 3], [0, 0], 4));

    [Fact]
    public void Half_and_half_alternates_where_one_group_scores_higher_throughout() =>
        Assert.Equal([0, 3, 1, 4, 2, 5], DetConstSort.Order([0, 0, 0, 1, 1, 1], [9, 8, 7, 3, 2, 1], [0.5, 0.5], 6));

    [Fact]
    public void Within_a_group_the_better_comes_first() => Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000)), seed =>
    {
        var random = new SeededRandom(seed);
        var of = Enumerable.Range(0, 40).Select(_ => random.NextInt(3)).ToArray();
        var scores = of.Select(_ => random.NextDouble()).ToArray();
        var order = DetConstSort.Order(of, scores, [0.3, 0.3, 0.2], 20);
        return Enumerable.Range(0, 3).All(group => order.Where(candidate => of[candidate] == group).Select(candidate => scores[candidate]).Zip(order.Where(candidate => of[candidate] == group).Select(candidate => scores[candidate]).Skip(1)).All(pair => pair.First >= pair.Second));
    }).QuickCheckThrowOnFailure();
}
