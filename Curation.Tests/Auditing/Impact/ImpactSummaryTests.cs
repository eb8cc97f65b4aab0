using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Impact;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Auditing.Impact;

public sealed class ImpactSummaryTests
{
    private static readonly DateTimeOffset Then = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_score_is_said_with_what_made_it()
    {
        var said = ImpactSummary.OfScore(Questionnaire.Of(1), ImpactScope.Playlist, Answers.By(ImpactScope.Playlist, Answers.Worst));
        Assert.Equal("The impact is very high (level IV): 67 of 69 points.", said[0]);
        Assert.Equal("The answers add up to 67 points of risk; 0 points of mitigation are fewer than the 13 that would lower it.", said[1]);
        Assert.Equal("Most of the risk lies in the outcomes: 27 of 27 points.", said[2]);
        Assert.Equal("Weighs 5: Does anybody gain money when certain tracks are placed? Somebody pays, and listeners are not told.", said[3]);
        Assert.Equal(6, said.Count);
    }

    [Fact]
    public void Enough_mitigation_is_said_to_lower_it()
    {
        var said = ImpactSummary.OfScore(Questionnaire.Of(1), ImpactScope.Playlist, Answers.By(ImpactScope.Playlist, Answers.Most));
        Assert.Equal("The impact is very high (level IV): 57 of 69 points.", said[0]);
        Assert.Contains("32 points of mitigation are enough to count (13 are needed), so 85 % of the risk stands.", said[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_become_sentences_with_their_baseline()
    {
        var said = ImpactSummary.OfFigures(Measured(
            Share("gender", "female", 0.182, 0.25),
            Share("gender", "male", 0.5, 0.45),
            Share("gender", "unknown", 0.318, 0.3),
            new Figure(new MeasureKey(Measures.Gini, "artists"), 0.614, null, null, 80, null),
            new Figure(new MeasureKey(Measures.ExplicitReach), 0, null, null, 900, null),
            new Figure(new MeasureKey(Measures.Fit, "age", "18-24"), 0.71, null, null, 90, null),
            new Figure(new MeasureKey(Measures.Fit, "age", "55+"), 0.52, null, null, 40, null)));
        Assert.Equal(
            [
                "Measured on the lists of all 1,200 listeners on 4 May 2026.",
                "For 31.8 % of the exposure the gender is unknown.",
                "By gender, female loses most: 18.2 % of the exposure, against 25.0 % of the catalogue.",
                "By gender, male gains most: 50.0 % of the exposure, against 45.0 % of the catalogue.",
                "Between artists exposure is spread with a Gini coefficient of 0.61, where 0 is alike for all and 1 is one artist only.",
                "No explicit track reaches a listener who excludes them.",
                "The lists fit 55+ listeners (age) least: 52.0 %.",
            ],
            said);
    }

    [Fact]
    public void Small_differences_are_said_to_be_small_and_what_is_undefined_is_left_out()
    {
        var said = ImpactSummary.OfFigures(Measured(Share("country", "NL", 0.5, 0.51), Share("country", "BE", 0.5, 0.49), new Figure(new MeasureKey(Measures.Gini, "artists"), null, null, null, 0, null)));
        Assert.Equal(["Measured on the lists of all 1,200 listeners on 4 May 2026.", "By country, every group is within 2.0 % of its baseline."], said);
    }

    private static Figure Share(string dimension, string group, double value, double baseline) =>
        new(new MeasureKey(Measures.Exposure, dimension, group, Baselines.Catalogue), value, value - 0.01, value + 0.01, 40, baseline);

    private static Assessment Measured(params Figure[] figures) =>
        new(new PlaylistId(1), new ListOrigin(new RevisionId(1), "", 0, ""), 1200, 1200, [.. figures], new PersonId("p"), Then);
}
