using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Impact;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Auditing.Impact;

public sealed class FigureSummaryTests
{
    private static readonly DateTimeOffset Then = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Figures_become_sentences_that_compare_with_the_catalogue_and_say_what_is_unknown()
    {
        var said = FigureSummary.Of(Measured(
        [
            .. Share("gender", "female", 0.182, 0.25), .. Share("gender", "male", 0.5, 0.45), .. Share("gender", "unknown", 0.318, 0.3),
            .. Share("label type", "unknown", 1, 1), .. Share("country", "NL", 0.41, 0.4), .. Share("country", "unknown", 0.59, 0.6),
            new Figure(new MeasureKey(Measures.Gini, "artists"), 0.614, null, null, 80, null),
            new Figure(new MeasureKey(Measures.Coverage, "artists"), 0.2, null, null, 16, null),
            new Figure(new MeasureKey(Measures.ExplicitReach), 0, null, null, 900, null),
            new Figure(new MeasureKey(Measures.Fit), 0.66, null, null, 130, null),
            new Figure(new MeasureKey(Measures.Fit, "age", "18-24"), 0.71, null, null, 90, null),
            new Figure(new MeasureKey(Measures.Fit, "age", "55+"), 0.52, null, null, 40, null),
        ]));
        Assert.Equal(
            [
                "Measured on the lists of all 1,200 listeners on 4 May 2026.",
                "By gender, female gets less than the catalogue has of it: 18.2 % of the exposure, against 25.0 % of the catalogue.",
                "By gender, male gets more: 50.0 % of the exposure, against 45.0 % of the catalogue.",
                "By artist country, every group is within 2 points of its share of the catalogue.",
                "No source states the artist country for 59.0 % and gender for 31.8 % of the exposure; what is said of groups rests on the others.",
                "Nothing can be said by label type: no source states it for any track that is shown.",
                DimensionWords.OfGender,
                "16 artists are heard, 20.0 % of all in the catalogue.",
                "Over all artists of the catalogue exposure is spread with a Gini coefficient of 0.61, where 0 is alike for all and 1 is one artist only.",
                "No explicit track reaches a listener who excludes them.",
                "The lists fit listeners of the group 55+ (age) least: 52.0 % where everybody has 66.0 %.",
            ],
            said);
    }

    [Fact]
    public void Small_groups_that_get_less_than_half_of_their_share_are_named_beside_the_one_that_loses_most_in_points()
    {
        var said = FigureSummary.Of(Measured([.. Share("gender", "male", 0.291, 0.402), .. Share("gender", "female", 0.051, 0.118), .. Share("gender", "non-binary", 0.0004, 0.005), .. Share("gender", "unknown", 0.658, 0.475)]));
        Assert.Equal(
            [
                "By gender, male gets less than the catalogue has of it: 29.1 % of the exposure, against 40.2 % of the catalogue.",
                "By gender, less than half of their share of the catalogue goes to female (5.1 % against 11.8 %) and non-binary (0.0 % against 0.5 %).",
            ],
            said.Skip(1).Take(2));
    }

    [Fact]
    public void Crossings_and_what_is_undefined_are_left_out()
    {
        var said = FigureSummary.Of(Measured([.. Share("gender × region", "female × Africa", 0.1, 0.5), new Figure(new MeasureKey(Measures.Gini, "artists"), null, null, null, 0, null)]));
        Assert.Equal(["Measured on the lists of all 1,200 listeners on 4 May 2026."], said);
    }

    /// <summary>As they are measured: the share has the pool as its baseline, amplification names the catalogue.</summary>
    private static Figure[] Share(string dimension, string group, double value, double catalogue) =>
    [
        new(new MeasureKey(Measures.Exposure, dimension, group), value, value - 0.01, value + 0.01, 40, 0.9),
        new(new MeasureKey(Measures.Amplification, dimension, group, Baselines.Catalogue), Math.Log2(value / catalogue), null, null, 40, catalogue),
        new(new MeasureKey(Measures.Amplification, dimension, group, Baselines.Pool), Math.Log2(value / 0.9), null, null, 40, 0.9),
    ];

    private static Assessment Measured(Figure[] figures) =>
        new(new PlaylistId(1), new ListOrigin(new RevisionId(1), "", 0, ""), 1200, 1200, [.. figures], new PersonId("p"), Then);
}
