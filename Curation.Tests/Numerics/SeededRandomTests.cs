using Curation.Core.Numerics;
using Xunit;

namespace Curation.Tests.Numerics;

public sealed class SeededRandomTests
{
    [Fact]
    public void The_stream_is_SplitMix64()
    {
        // First outputs for seed 1234567, as published with the reference implementation.
        var random = new SeededRandom(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [random.NextBits(), random.NextBits(), random.NextBits()]);
    }

    [Fact]
    public void Numbers_stay_in_their_range_and_fill_it()
    {
        var random = new SeededRandom(1);
        var counts = new int[7];
        for (var i = 0; i < 7000; i++) counts[random.NextInt(7)]++;
        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(random.NextDouble(), 0, 0.9999999999999999));
    }

    [Fact]
    public void Gaussians_have_mean_0_and_variance_1()
    {
        var random = new SeededRandom(2);
        var values = Enumerable.Range(0, 20000).Select(_ => random.NextGaussian()).ToArray();
        Assert.Equal(0, values.Average(), 0.03);
        Assert.Equal(1, values.Average(value => value * value), 0.03);
    }

    [Fact]
    public void A_shuffle_keeps_every_item()
    {
        var items = Enumerable.Range(0, 100).ToArray();
        new SeededRandom(3).Shuffle<int>(items);
        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }
}
