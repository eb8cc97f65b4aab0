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
    [InlineData(10, 0.2, 0.15, "0000000011", 0.134218)]
    [InlineData(20, 0.25, 0.1, "00000000111111122222", 0.105152)]
    [InlineData(30, 0.3, 0.05, "000000000011111122222333344444", 0.048777)]
    public void Minimums_for_many_tests_and_their_chance_to_fail_are_those_that_the_authors_publish(int count, double share, double alpha, string minimums, double fails)
    {
        var adjusted = FairPrefixes.AdjustedMinimums(count, share, alpha);
        Assert.Equal(minimums, string.Concat(adjusted.ToArray()));
        Assert.Equal(fails, FairPrefixes.FailureProbability(adjusted, share), 5);
    }

    [Fact]
    public void The_chance_to_fail_is_that_of_all_draws_written_down() => Prop.ForAll(Arb.From(Gen.Choose(0, 100_000)), seed =>
    {
        var random = new SeededRandom(seed);
        var (count, share) = (1 + random.NextInt(10), 0.05 + (0.9 * random.NextDouble()));
        var minimums = FairPrefixes.AdjustedMinimums(count, share, 0.02 + (0.3 * random.NextDouble())).ToArray();
        var failing = 0.0;
        for (var draw = 0; draw < 1 << count; draw++)
        {
            var flags = Enumerable.Range(0, count).Select(i => (draw >> i & 1) == 1).ToArray();
            if (!Definitions.Holds(flags, minimums)) failing += flags.Aggregate(1.0, (chance, flag) => chance * (flag ? share : 1 - share));
        }

        return Math.Abs(failing - FairPrefixes.FailureProbability(minimums, share)) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_ranking_holds_the_minimums_or_does_not()
    {
        Assert.True(Definitions.Holds([false, true, true], [0, 1, 1]));
        Assert.False(Definitions.Holds([false, false, true], [0, 1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FairPrefixes.AdjustedMinimums(10, 1, 0.1).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => FairPrefixes.AdjustedMinimums(10, 0.5, 0).ToArray());
    }
}
