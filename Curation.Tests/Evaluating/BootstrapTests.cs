using Curation.Core.Evaluating;
using Curation.Core.Numerics;
using Xunit;

namespace Curation.Tests.Evaluating;

public sealed class BootstrapTests
{
    [Fact]
    public void Values_that_do_not_vary_have_an_interval_without_width()
    {
        var interval = Bootstrap.Intervals([.. Enumerable.Range(0, 50).Select(_ => new[] { 0.25 })], seed: 1)![0];
        Assert.Equal(0.25, interval.Low, 1e-12);
        Assert.Equal(0.25, interval.High, 1e-12);
    }

    [Fact]
    public void The_interval_is_about_1_96_standard_errors_to_each_side()
    {
        var random = new SeededRandom(5);
        var values = Enumerable.Range(0, 2000).Select(_ => new[] { random.NextGaussian() }).ToArray();
        var mean = values.Average(value => value[0]);
        var error = Math.Sqrt(values.Average(value => Math.Pow(value[0] - mean, 2)) / values.Length);
        var (low, high) = Bootstrap.Intervals(values, seed: 1)![0];
        Assert.Equal(mean - (1.96 * error), low, 0.15 * error);
        Assert.Equal(mean + (1.96 * error), high, 0.15 * error);
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval()
    {
        double[][] values = [[1, 0], [2, 5], [4, 1]];
        Assert.Equal(Bootstrap.Intervals(values, 3), Bootstrap.Intervals(values, 3));
        Assert.Null(Bootstrap.Intervals([], 3));
    }
}
