using Curation.Core.Auditing.Figures;
using Xunit;

namespace Curation.Tests.Auditing.Figures;

public sealed class FigureWordsTests
{
    [Theory]
    [InlineData("exposure", 0.1824, "18.2 %")]
    [InlineData("shared-exposure@geometric", 0.1824, "18.2 %")]
    [InlineData("amplification", 0.4, "+0.40 (×1.32)")]
    [InlineData("amplification", -1.0, "−1.00 (×0.5)")]
    [InlineData("gini", 0.61449, "0.614")]
    [InlineData("fit-gap", 0.164, "16.4 %")]
    [InlineData("artists-gained", 1204.0, "1,204")]
    [InlineData("explicit-reach", 3.0, "3")]
    public void A_value_is_written_as_its_measure_wants(string measure, double value, string written) => Assert.Equal(written, FigureWords.Value(measure, value));

    [Fact]
    public void A_figure_that_is_not_defined_is_no_zero_and_has_no_interval()
    {
        Assert.Equal("n/a", FigureWords.Value(Measures.Gini, null));
        Assert.Equal("", FigureWords.Interval(new Figure(new(Measures.Gini, Measures.Artists), 0.5, null, null, 3, null)));
    }

    [Fact]
    public void An_interval_is_in_the_unit_of_its_value_without_repeating_the_ratio()
    {
        Assert.Equal("18.0 % to 18.4 %", FigureWords.Interval(new Figure(new(Measures.Exposure), 0.182, 0.18, 0.184, 3, null)));
        Assert.Equal("−1.28 to −1.04", FigureWords.Interval(new Figure(new(Measures.Amplification), -1.1, -1.28, -1.04, 3, null)));
    }

    [Theory]
    [InlineData("exposure/gender/female/catalogue", "exposure of female (gender), against the catalogue")]
    [InlineData("exposure@geometric/gender/female", "exposure of female (gender), geometric weights")]
    [InlineData("exposure/gender × region/female × unknown", "exposure of female × artist region unknown (gender × artist region)")]
    [InlineData("exposure/gender × region/unknown × Northern Europe", "exposure of gender unknown × Northern Europe (gender × artist region)")]
    [InlineData("exposure/gender × region/unknown × unknown", "exposure of gender and artist region unknown (gender × artist region)")]
    [InlineData("amplification/gender × country/male × other/pool", "amplification of male × other (gender × artist country), against the pool")]
    [InlineData("amplification/gender × country/male × (all others)/pool", "amplification of male × all others by artist country (gender × artist country), against the pool")]
    [InlineData("exposure/gender × region/female × *", "exposure of female × any artist region (gender × artist region)")]
    [InlineData("ndkl/country//history", "divergence in the ranking (NDKL) by artist country, against the listening history")]
    [InlineData("shared-ndkl/gender//catalogue", "divergence in the ranking (NDKL) by gender, on the shared list, against the catalogue")]
    [InlineData("amplification/gender/*/catalogue", "amplification of any group (gender), against the catalogue")]
    [InlineData("amplification/*/*/*", "amplification of any group, against any baseline")]
    [InlineData("fit-gap/*", "fit that the worst served group lacks, by any dimension")]
    [InlineData("gini/artists", "concentration over artists (Gini)")]
    [InlineData("pool-diversity", "diversity within a list, in the pool")]
    [InlineData("gs/before", "narrowness (GS), of histories")]
    [InlineData("explicit-reach", "explicit tracks where they are excluded")]
    [InlineData("amplification/country/GB/pool", "amplification of United Kingdom (artist country), against the pool")]
    [InlineData("fit/listener region/GB", "fit to the listener's taste of United Kingdom (listener region)")]
    public void A_figure_has_one_name_wherever_it_is_spoken_of(string key, string name) => Assert.Equal(name, FigureWords.Name(MeasureKey.Parse(key)));

    [Fact]
    public void A_line_begins_with_a_capital()
    {
        Assert.Equal("Divergence in the ranking (NDKL)", FigureWords.Title(new(Measures.Ndkl, "gender")));
        Assert.Equal("", FigureWords.Begun(""));
    }
}
