using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Tests.Auditing.Assessing;
using Xunit;

namespace Curation.Tests.Auditing.Policies;

public sealed class MeasurableFiguresTests
{
    private static readonly MeasurableFigures Figures = new(BuiltInDimensions.Names, StartingPolicy.Rules.Crossed);

    /// <summary>What no assessment ever has cannot be watched: a line that names it would be "not measured" for ever.</summary>
    [Fact]
    public void Every_figure_that_can_be_watched_is_measured_in_an_assessment()
    {
        var world = new SmallWorld(3, tracks: 120, artists: 150);
        var options = new MeasuringOptions { Resamples = 0, LeastListeners = 1 };
        var measured = PositionWeight.All.SelectMany(weight => new EffectMeter(world.Ground, options with { Weight = weight }).Measure(world.Measured).Figures).Select(figure => figure.Key).ToList();
        Assert.All(Figures.All, key => Assert.Contains(measured, figure => key.Names(figure)));
        Assert.All(measured, figure => Assert.True(Figures.Has(figure), figure.ToString()));
    }

    [Theory]
    [InlineData("amplification/gender/women/catalogue", "\"women\" is no group of gender. Write female, male, non-binary, unknown, or * for any")]
    [InlineData("exposure/tier/top", "\"top\" is no group of tier. Write head, middle, tail")]
    [InlineData("exposure/standing/New", "Write new, established, unknown")]
    [InlineData("exposure/region/Europe", "Western Europe")]
    [InlineData("exposure/gender × region/female × Europe", "\"Europe\" is no group of region")]
    [InlineData("exposure/gender × */women × *", "\"women\" is no group of gender")]
    [InlineData("fit/listener activity/unknown", "Write new, regular, heavy")]
    [InlineData("fit/listener taste/odd", "Write niche, in between, mainstream, unknown")]
    [InlineData("rkl/gender/*/catalogue", "Write rkl/gender/*/pool")]
    [InlineData("shared-rkl/gender/*/catalogue", "Write shared-rkl/gender/*/pool")]
    public void What_is_never_measured_cannot_be_watched_and_the_groups_that_there_are_are_named(string pattern, string because)
    {
        Assert.False(Figures.Has(MeasureKey.Parse(pattern)));
        Assert.Contains(because, Figures.Because(MeasureKey.Parse(pattern)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amplification/gender/female/catalogue")]
    [InlineData("exposure/country/IS")]
    [InlineData("exposure/genre/women")]
    [InlineData("exposure/*/women")]
    [InlineData("exposure/region/Northern Europe")]
    [InlineData("exposure/gender × region/* × unknown")]
    [InlineData("exposure/gender × region/female × (all others)")]
    [InlineData("fit/listener age/90-99")]
    public void A_group_that_there_is_or_that_a_source_may_name_can_be_watched(string pattern) => Assert.True(Figures.Has(MeasureKey.Parse(pattern)));

    [Fact]
    public void An_attribute_called_like_a_built_in_dimension_has_the_groups_that_its_source_names() =>
        Assert.True(new MeasurableFigures(BuiltInDimensions.Names, [], ["gender"]).Has(MeasureKey.Parse("exposure/gender/women")));
}
