using Curation.Core.Evaluating;
using Curation.Core.Numerics;
using Curation.Core.Recommending;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Evaluating;

public sealed class PairedTestTests
{
    [Fact]
    public void Equal_recommenders_differ_by_nothing_with_a_p_of_1()
    {
        double[] values = [0.1, 0.5, 0.9, 0];
        var difference = PairedTest.Of("ndcg@20", ("a", values), ("b", values));
        Assert.Equal(new("ndcg@20", "a", "b", 4, 0, 0, 0, 0, 1), difference);
        Assert.False(difference.IsClear);
    }

    [Fact]
    public void Few_listeners_are_exchanged_in_every_way()
    {
        // Differences 3, 1, 1: of the eight ways only +++ and --- reach 5.
        Assert.Equal(0.25, PairedTest.Chance([3, 1, 1], 1), 1e-12);

        // Differences 1, -1, 2 add up to 2: of the eight sums 2 0 4 2 -2 -4 0 -2, six reach it.
        Assert.Equal(6 / 8.0, PairedTest.Chance([1, -1, 2], 1), 1e-12);

        // A listener without a difference changes nothing.
        Assert.Equal(0.25, PairedTest.Chance([3, 0, 1, 1, 0], 1), 1e-12);
    }

    [Fact]
    public void The_difference_is_the_mean_over_listeners_who_have_both_values()
    {
        var difference = PairedTest.Of("m", ("a", [0.5, double.NaN, 0.9]), ("b", [0.3, 1, 0.7]));
        Assert.Equal((2, 0.2, 0.4), (difference.Listeners, Math.Round(difference.Difference!.Value, 12), Math.Round(difference.Relative!.Value, 12)));
        Assert.Equal((0.2, 0.2), (Math.Round(difference.Low!.Value, 12), Math.Round(difference.High!.Value, 12)));
        Assert.True(difference.IsClear);
        Assert.Equal(0.5, difference.P);
    }

    [Fact]
    public void Nobody_to_compare_on_gives_nothing()
    {
        Assert.Equal(new("m", "a", "b", 0, null, null, null, null, null), PairedTest.Of("m", ("a", [double.NaN]), ("b", [1])));
        Assert.Throws<ArgumentException>(() => PairedTest.Of("m", ("a", [1]), ("b", [1, 2])));
    }

    [Fact]
    public void Many_listeners_give_about_the_p_of_the_normal_test()
    {
        var random = new SeededRandom(11);
        var differences = Enumerable.Range(0, 4000).Select(_ => random.NextGaussian()).ToArray();
        var shift = 0.03 - differences.Average();
        differences = Array.ConvertAll(differences, difference => difference + shift);
        var z = differences.Sum() / Math.Sqrt(differences.Sum(d => d * d));
        Assert.InRange(z, 1.5, 2.5);
        var expected = 2 * Tail(z);
        Assert.Equal(expected, PairedTest.Chance(differences, 3), 0.015);
    }

    [Fact]
    public void A_clear_advantage_leaves_out_zero_and_has_the_least_p()
    {
        var random = new SeededRandom(2);
        var other = Enumerable.Range(0, 200).Select(_ => random.NextDouble()).ToArray();
        var difference = PairedTest.Of("m", ("a", [.. other.Select(value => value + 0.1 + (0.05 * random.NextDouble()))]), ("b", other));
        Assert.True(difference is { IsClear: true, Low: > 0.1, High: < 0.15 });
        Assert.Equal(1 / 10_001.0, difference.P);
    }

    [Fact]
    public void Exchanging_the_two_turns_the_difference_and_keeps_its_p() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        (from n in Gen.Choose(1, 30) from one in Gen.ArrayOf(Gen.Choose(0, 10), n) from other in Gen.ArrayOf(Gen.Choose(0, 10), n) select (one, other)).ToArbitrary(),
        given =>
        {
            var (one, other) = (Array.ConvertAll(given.one, v => v / 10.0), Array.ConvertAll(given.other, v => v / 10.0));
            var there = PairedTest.Of("m", ("a", one), ("b", other));
            var back = PairedTest.Of("m", ("b", other), ("a", one));
            Assert.Equal(there.Difference!.Value, -back.Difference!.Value, 1e-12);
            Assert.Equal(there.P, back.P);
            Assert.InRange(there.P!.Value, 0, 1);
            Assert.True(there.Low <= there.High);
        }));

    /// <summary>Upper tail of the standard normal distribution, by Simpson's rule.</summary>
    private static double Tail(double z)
    {
        const int Steps = 2000;
        var h = (8 - z) / Steps;
        return Enumerable.Range(0, Steps + 1).Sum(i => (i == 0 || i == Steps ? 1 : i % 2 == 0 ? 2 : 4) * Density(z + (i * h))) * h / 3;

        static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }
}
