using Curation.Core.Auditing.Figures;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Auditing.Figures;

public sealed class ExposureTests
{
    [Theory]
    [InlineData("log", 0.637)]
    [InlineData("geometric", 0.581)]
    [InlineData("attention", 0.978)]
    public void The_first_two_of_four_places_have_this_share(string weight, double share) =>
        Assert.Equal(share, Exposure.Share([1, 1, 0, 0], PositionWeight.Named(weight))!.Value, 3);

    [Fact]
    public void The_share_is_the_sum_of_the_weights_of_the_groups_places() => Prop.ForAll(Arb.From(Parts()), Arb.From(Gen.Elements(PositionWeight.All.ToArray())), (parts, weight) =>
    {
        double Weight(int rank) => weight.Name switch
        {
            "log" => 1 / Math.Log(rank + 1, 2),
            "geometric" => Math.Pow(0.85, rank - 1),
            _ => Math.Pow(0.15, rank - 1) * 0.85,
        };
        var whole = parts.Select((_, i) => Weight(i + 1)).Sum();
        var share = Exposure.Share(parts, weight);
        return parts.Length == 0 ? share is null : Math.Abs(share!.Value - (parts.Select((part, i) => part * Weight(i + 1)).Sum() / whole)) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_empty_list_has_no_shares() => Assert.Null(Exposure.Share([], PositionWeight.Log));

    [Fact]
    public void Twice_the_baseline_is_one_and_half_is_minus_one()
    {
        Assert.Equal(1, Exposure.Amplification(0.4, 0.2)!.Value, 12);
        Assert.Equal(-1, Exposure.Amplification(0.1, 0.2)!.Value, 12);
        Assert.Equal(0, Exposure.Amplification(0.2, 0.2)!.Value, 12);
    }

    [Fact]
    public void Amplification_of_nothing_or_over_nothing_is_not_defined()
    {
        Assert.Null(Exposure.Amplification(0, 0.2));
        Assert.Null(Exposure.Amplification(0.2, 0));
        Assert.Null(Exposure.Amplification(null, 0.2));
        Assert.Null(Exposure.Amplification(0.2, null));
    }

    [Fact]
    public void Another_weight_than_the_default_is_part_of_the_name()
    {
        Assert.Equal("exposure", PositionWeight.Log.Of(Measures.Exposure));
        Assert.Equal("exposure@geometric", PositionWeight.Geometric.Of(Measures.Exposure));
        Assert.Contains("log, geometric, attention", Assert.Throws<ArgumentException>(() => PositionWeight.Named("loud")).Message, StringComparison.Ordinal);
    }

    private static Gen<double[]> Parts() => Gen.Choose(0, 4).Select(quarter => quarter / 4.0).ArrayOf();
}
