using Curation.Core.Auditing.Figures;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Auditing.Figures;

public sealed class ConcentrationTests
{
    [Fact]
    public void One_of_four_having_everything_has_this_gini()
    {
        Assert.Equal(0.75, Concentration.Gini([0, 0, 0, 10])!.Value, 12);
        Assert.Equal(0.75, Concentration.Gini([10], never: 3)!.Value, 12);
        Assert.Equal(0, Concentration.Gini([5, 5, 5])!.Value, 12);
    }

    [Fact]
    public void Gini_is_half_the_mean_difference_of_all_pairs_over_the_mean() => Prop.ForAll(Arb.From(Gen.Choose(0, 50).ArrayOf()), Arb.From(Gen.Choose(0, 9)), (exposure, never) =>
    {
        var all = exposure.Select(value => (double)value).Concat(new double[never]).ToArray();
        var gini = Concentration.Gini(exposure.Select(value => (double)value).ToArray(), never);
        if (all.Sum() == 0) return gini is null;
        var differences = all.Sum(one => all.Sum(other => Math.Abs(one - other)));
        return Math.Abs(gini!.Value - (differences / (2 * all.Length * all.Sum()))) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_items_or_exposure_nothing_is_said()
    {
        Assert.Null(Concentration.Gini([]));
        Assert.Null(Concentration.Gini([0, 0]));
        Assert.Null(Concentration.Coverage(0, 0));
        Assert.Equal(0.25, Concentration.Coverage(1, 4));
    }

    [Fact]
    public void A_figure_of_too_few_leaves_the_house_as_a_name_alone()
    {
        var figure = new Figure(new MeasureKey(Measures.Exposure, "gender", "female"), 0.4, 0.3, 0.5, 9, 0.2);
        Assert.Equal(new Figure(figure.Key, null, null, null, 0, null), MinimumCell.Suppressed(figure));
        Assert.Equal(figure with { Count = 10 }, MinimumCell.Suppressed(figure with { Count = 10 }));
        Assert.False(MinimumCell.Hides(figure, least: 5));
    }
}
