using Curation.Core.Auditing.Impact;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Auditing.Impact;

public sealed class ImpactScoreTests
{
    [Theory]
    [InlineData(0, ImpactLevel.I)]
    [InlineData(25, ImpactLevel.I)]
    [InlineData(26, ImpactLevel.II)]
    [InlineData(50, ImpactLevel.II)]
    [InlineData(51, ImpactLevel.III)]
    [InlineData(75, ImpactLevel.III)]
    [InlineData(76, ImpactLevel.IV)]
    [InlineData(100, ImpactLevel.IV)]
    public void Levels_change_just_above_each_quarter_of_the_most(int risk, ImpactLevel level) => Assert.Equal(level, new ImpactScore(risk, 100, 0, 100).Level);

    [Theory]
    [InlineData(39, false, 60)]
    [InlineData(40, true, 51)]
    [InlineData(100, true, 51)]
    public void Mitigation_counts_from_four_fifths_of_half_its_most_on(int mitigation, bool counts, int total)
    {
        var score = new ImpactScore(60, 100, mitigation, 100);
        Assert.Equal((counts, total, 40), (score.IsMitigated, score.Total, score.EnoughMitigation));
    }

    [Theory]
    [InlineData(10, 9)]
    [InlineData(30, 26)]
    [InlineData(50, 43)]
    [InlineData(7, 6)]
    [InlineData(3, 3)]
    [InlineData(0, 0)]
    public void A_half_is_rounded_up(int risk, int total) => Assert.Equal(total, new ImpactScore(risk, 100, 40, 100).Total);

    [Theory, InlineData(12, false), InlineData(13, true)]
    public void The_border_holds_where_it_is_no_whole_number(int mitigation, bool counts)
    {
        // Four fifths of half of 32 are 12.8.
        var score = new ImpactScore(40, 69, mitigation, 32);
        Assert.Equal((counts, 13), (score.IsMitigated, score.EnoughMitigation));
    }

    [Fact]
    public void Without_any_mitigation_to_be_had_nothing_is_lowered() => Assert.Equal(20, new ImpactScore(20, 40, 0, 0).Total);

    [Fact]
    public void Sums_outside_their_range_are_no_score()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImpactScore(41, 40, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImpactScore(-1, 40, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImpactScore(1, 40, 3, 2));
    }

    /// <summary>The definition once more in decimal arithmetic, as it is written down.</summary>
    [Fact]
    public void Any_score_is_what_decimal_arithmetic_says() => Check.QuickThrowOnFailure(Prop.ForAll(Sums().ToArbitrary(), sums =>
    {
        var (risk, most, mitigation, mostMitigation) = sums;
        var score = new ImpactScore(risk, most, mitigation, mostMitigation);
        var enough = mostMitigation > 0 && mitigation >= 0.8m * (mostMitigation / 2m);
        var total = enough ? Math.Round(0.85m * risk, MidpointRounding.AwayFromZero) : risk;
        var share = total / most;
        var level = share <= 0.25m ? ImpactLevel.I : share <= 0.5m ? ImpactLevel.II : share <= 0.75m ? ImpactLevel.III : ImpactLevel.IV;
        return score.IsMitigated == enough && score.Total == total && score.Level == level && (mostMitigation == 0 || enough == (mitigation >= score.EnoughMitigation));
    }));

    [Fact]
    public void More_mitigation_never_raises_a_level_and_more_risk_never_lowers_one() => Check.QuickThrowOnFailure(Prop.ForAll(Sums().ToArbitrary(), sums =>
    {
        var (risk, most, mitigation, mostMitigation) = sums;
        var level = new ImpactScore(risk, most, mitigation, mostMitigation).Level;
        return new ImpactScore(risk, most, mostMitigation, mostMitigation).Level <= level && new ImpactScore(Math.Min(risk + 1, most), most, mitigation, mostMitigation).Level >= level;
    }));

    private static Gen<(int Risk, int Most, int Mitigation, int MostMitigation)> Sums() =>
        from most in Gen.Choose(1, 200)
        from risk in Gen.Choose(0, most)
        from mostMitigation in Gen.Choose(0, 120)
        from mitigation in Gen.Choose(0, mostMitigation)
        select (risk, most, mitigation, mostMitigation);
}
