using Curation.Core.Numerics;
using Xunit;

namespace Curation.Tests.Numerics;

public sealed class BootstrapTests
{
    [Fact]
    public void Values_that_do_not_vary_have_an_interval_without_width()
    {
        var interval = Bootstrap.Intervals([[.. Enumerable.Repeat(0.25, 50)]], seed: 1)[0]!.Value;
        Assert.Equal(0.25, interval.Low, 1e-12);
        Assert.Equal(0.25, interval.High, 1e-12);
    }

    [Fact]
    public void The_interval_is_about_1_96_standard_errors_to_each_side()
    {
        var random = new SeededRandom(5);
        var values = Enumerable.Range(0, 2000).Select(_ => random.NextGaussian()).ToArray();
        var mean = values.Average();
        var error = Math.Sqrt(values.Average(value => Math.Pow(value - mean, 2)) / values.Length);
        var (low, high) = Bootstrap.Intervals([values], seed: 1)[0]!.Value;
        Assert.Equal(mean - (1.96 * error), low, 0.15 * error);
        Assert.Equal(mean + (1.96 * error), high, 0.15 * error);
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval()
    {
        double[][] values = [[1, 2, 4], [0, 5, 1]];
        Assert.Equal(Bootstrap.Intervals(values, 3), Bootstrap.Intervals(values, 3));
    }

    [Fact]
    public void A_metric_that_is_defined_for_nobody_has_no_interval()
    {
        var intervals = Bootstrap.Intervals([[double.NaN, double.NaN], [1, 1], [double.NaN, 3]], seed: 1);
        Assert.Equal([null, (1, 1), (3, 3)], intervals);
        Assert.Equal([null], Bootstrap.Intervals([[]], seed: 1));
        Assert.Empty(Bootstrap.Intervals([], seed: 1));
    }
}
