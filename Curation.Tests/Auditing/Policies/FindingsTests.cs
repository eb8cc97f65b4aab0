using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Auditing.Policies;

public sealed class FindingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly MeasuredOn On = new(7, new RevisionId(3), "abc", 30, 30, Now);
    private static readonly PolicySubject Subject = new(PlaylistKind.Personal, 500, On);
    private static readonly PersonId Rue = new("rue");

    [Fact]
    public void A_finding_names_the_figure_its_interval_the_limit_and_what_it_was_measured_on()
    {
        var figure = Measured.Of("explicit-reach", 3, 2, 5);
        var finding = Assert.Single(Of([Threshold("explicit-reach", Side.Above, null, 0)], [figure]));
        Assert.Equal((FindingLevel.Block, 3.0, 0.0, On), (finding.Level, finding.Value!.Value, finding.Limit!.Value, finding.On));
        Assert.Equal("explicit tracks where they are excluded: 3 (2 to 5), above the limit of 0", FindingWords.Sentence(finding));
        Assert.False(finding.IsClose);
    }

    [Theory]
    [InlineData(-0.5, FindingLevel.Pass)]
    [InlineData(-1.0, FindingLevel.Pass)]
    [InlineData(-1.01, FindingLevel.Warn)]
    [InlineData(-3.0, FindingLevel.Warn)]
    [InlineData(-3.01, FindingLevel.Block)]
    public void A_limit_is_passed_only_by_going_beyond_it(double value, FindingLevel level) =>
        Assert.Equal(level, Assert.Single(Of([Threshold("amplification/gender/*/catalogue", Side.Below, -1, -3)], [Measured.Of("amplification/gender/female/catalogue", value)])).Level);

    [Fact]
    public void A_figure_that_is_missing_or_not_defined_is_stated_and_never_passes()
    {
        var findings = Of([Threshold("gini/artists", Side.Above, 0.9, null), Threshold("calibration", Side.Above, 1, null), Threshold("ndkl/*", Side.Above, 1, null)], [Measured.Of("calibration", null), Measured.Of("gini/artists", double.NaN)]);
        Assert.Equal(3, findings.Count);
        Assert.All(findings, finding => Assert.Equal(FindingLevel.NotMeasured, finding.Level));
        Assert.Contains(findings, finding => finding.Figure is null && finding.Key.Dimension == "*");
    }

    [Fact]
    public void What_must_be_measured_blocks_where_it_was_not()
    {
        var line = Threshold("explicit-reach", Side.Above, null, 0) with { MustBeMeasured = true };
        Assert.True(Assert.Single(Of([line], [])).Blocks);
        Assert.True(Assert.Single(Of([line], [Measured.Of("explicit-reach", null)])).Blocks);
        Assert.False(Assert.Single(Of([line], [Measured.Of("explicit-reach", 0)])).Blocks);
    }

    [Fact]
    public void A_figure_from_too_few_is_not_judged()
    {
        var line = Threshold("amplification/gender/*/catalogue", Side.Below, -1, null) with { FromCount = 10 };
        var finding = Assert.Single(Of([line], [Measured.Of("amplification/gender/female/catalogue", -9, count: 4)]));
        Assert.Equal(FindingLevel.NotMeasured, finding.Level);
        Assert.Contains("from 4, fewer than 10", FindingWords.Sentence(finding), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exposure/*/*", "exposure/gender/female", true)]
    [InlineData("exposure/*/*", "exposure/gender", false)]
    [InlineData("exposure/*/*", "exposure/gender × country/female × SE", false)]
    [InlineData("exposure/* × */*", "exposure/gender × country/female × SE", true)]
    [InlineData("exposure/gender × */female × *", "exposure/gender × country/female × SE", true)]
    [InlineData("exposure/gender × */female × *", "exposure/gender × country/male × SE", false)]
    [InlineData("amplification/gender/*/*", "amplification/gender/female/history", true)]
    [InlineData("amplification/gender/*/pool", "amplification/gender/female/history", false)]
    [InlineData("gini", "gini/artists", false)]
    public void A_star_stands_for_any_name_of_its_place(string pattern, string key, bool named) =>
        Assert.Equal(named, MeasureKey.Parse(pattern).Names(MeasureKey.Parse(key)));

    [Fact]
    public void The_line_that_names_a_figure_most_exactly_counts_alone()
    {
        Threshold[] lines = [Threshold("ndkl/*//catalogue", Side.Above, 0.1, 0.2), Threshold("ndkl/gender//catalogue", Side.Above, 0.5, null)];
        var findings = Of(lines, [Measured.Of("ndkl/gender//catalogue", 0.3), Measured.Of("ndkl/country//catalogue", 0.3)]);
        Assert.Equal([("ndkl/country//catalogue", FindingLevel.Block), ("ndkl/gender//catalogue", FindingLevel.Pass)], findings.Select(finding => (finding.Key.ToString(), finding.Level)));
    }

    [Fact]
    public void A_line_for_a_kind_or_a_large_audience_stands_in_for_the_general_one()
    {
        Threshold[] lines =
        [
            Threshold("calibration", Side.Above, 1, null),
            Threshold("calibration", Side.Above, 2, null) with { FromListeners = 100 },
            Threshold("calibration", Side.Above, null, 3) with { Kind = PlaylistKind.Discovery },
            Threshold("calibration", Side.Above, null, 1) with { FromListeners = 10_000 },
        ];
        Figure[] figures = [Measured.Of("calibration", 1.5)];
        Assert.Equal(FindingLevel.Pass, Level(PlaylistKind.Personal, 500));
        Assert.Equal(FindingLevel.Warn, Level(PlaylistKind.Personal, 50));
        Assert.Equal(FindingLevel.Pass, Level(PlaylistKind.Discovery, 50));
        Assert.Equal(FindingLevel.Block, Level(PlaylistKind.Editorial, 10_000));
        FindingLevel Level(PlaylistKind kind, int listeners) => Assert.Single(Findings.Of(Rules(lines), new PolicySubject(kind, listeners, On), figures, [], Now)).Level;
    }

    [Fact]
    public void A_waiver_lets_one_figure_through_no_further_than_it_was_and_until_its_end()
    {
        Threshold[] lines = [Threshold("calibration", Side.Above, null, 1), Threshold("gini/artists", Side.Above, null, 0.5)];
        Figure[] figures = [Measured.Of("calibration", 1.5), Measured.Of("gini/artists", 0.9)];
        var waiver = new Waiver(new PlaylistId(1), Of(lines, figures).Single(finding => finding.Key.Measure == "calibration"), "a live week", Rue, Now.AddDays(7), Rue, Now);

        Assert.Equal("gini", Assert.Single(Of(lines, figures, waiver), finding => finding.Blocks).Key.Measure);
        Assert.Equal(2, Blocks(Findings.Of(Rules(lines), Subject, figures, [waiver], Now.AddDays(7))));
        Assert.Equal(2, Blocks(Of(lines, [Measured.Of("calibration", 1.6), figures[1]], waiver)));
        Assert.Equal(1, Blocks(Of(lines, [Measured.Of("calibration", 1.2), figures[1]], waiver)));
        Assert.Equal(2, Blocks(Of([lines[0] with { MustBeMeasured = true }, lines[1]], [figures[1]], waiver)));
        waiver.Revoke(Rue, Now.AddDays(1));
        Assert.Equal(2, Blocks(Of(lines, figures, waiver)));
    }

    [Fact]
    public void A_group_that_is_not_shown_at_all_is_below_every_limit()
    {
        var line = Threshold("amplification/gender/*/catalogue", Side.Below, -1, -2) with { FromCount = 4 };
        Figure[] figures = [Gone("female", 0.1), Measured.Of("exposure/gender/male", 1, count: 40), Measured.Of("exposure/gender/female", 0, count: 0)];

        var finding = Assert.Single(Of([line], figures));

        Assert.True(finding.Blocks);
        Assert.Equal("amplification of female (gender), against the catalogue: none shown, below the limit of −2.00 (×0.25)", FindingWords.Sentence(finding));
        Assert.DoesNotContain(Of([line with { Side = Side.Above, Warn = 1, Block = 2 }], figures), found => found.Blocks);
    }

    [Fact]
    public void Taking_out_all_but_one_track_of_a_group_does_not_make_it_too_few_to_be_judged()
    {
        var line = Threshold("amplification/gender/*/catalogue", Side.Below, -1, null) with { FromCount = 4 };
        Figure[] figures = [Gone("female", 0.2) with { Value = -3, Count = 1 }, Measured.Of("exposure/gender/male", 1, count: 40), Measured.Of("exposure/gender/female", 0.01, count: 1)];
        Assert.Equal(FindingLevel.Warn, Assert.Single(Of([line], figures)).Level);
        Assert.Equal(FindingLevel.NotMeasured, Assert.Single(Of([line with { FromCount = 40 }], figures)).Level);
    }

    [Fact]
    public void A_waiver_for_what_was_not_measured_lets_no_group_be_shut_out_and_one_for_that_lets_any_number_through()
    {
        Threshold[] lines = [Threshold("amplification/gender/*/catalogue", Side.Below, null, -1) with { MustBeMeasured = true }];
        Figure[] unmeasured = [Gone("female", 0.2) with { Baseline = null }, Measured.Of("exposure/gender/male", 1, count: 40)];
        Figure[] shut = [Gone("female", 0.2), unmeasured[1]];
        Waiver Let(Figure[] figures) => new(new PlaylistId(1), Assert.Single(Of(lines, figures)), "why", Rue, Now.AddDays(1), Rue, Now);

        Assert.True(Assert.Single(Of(lines, shut, Let(unmeasured))).Blocks);
        Assert.False(Assert.Single(Of(lines, shut, Let(shut))).Blocks);
        Assert.False(Assert.Single(Of(lines, [shut[0] with { Value = -2, Count = 2 }, shut[1]], Let(shut))).Blocks);
    }

    [Fact]
    public void A_group_that_would_have_less_than_one_track_is_too_small_to_be_missed()
    {
        Figure[] figures = [Gone("non-binary", 0.02), Measured.Of("exposure/gender/male", 1, count: 40)];
        var finding = Assert.Single(Of([Threshold("amplification/gender/*/catalogue", Side.Below, null, -1)], figures));
        Assert.Equal(FindingLevel.NotMeasured, finding.Level);
        Assert.Contains("less than one track would be its share", FindingWords.Sentence(finding), StringComparison.Ordinal);
    }

    private static Figure Gone(string gender, double baseline) => new(MeasureKey.Parse($"amplification/gender/{gender}/catalogue"), null, null, null, 0, baseline);

    [Fact]
    public void A_waiver_needs_a_reason_and_an_end_within_a_year()
    {
        var finding = Assert.Single(Of([Threshold("calibration", Side.Above, null, 1)], [Measured.Of("calibration", 1.5)]));
        Assert.Throws<RefusedException>(() => new Waiver(new PlaylistId(1), finding, " ", Rue, Now.AddDays(1), Rue, Now));
        Assert.Throws<RefusedException>(() => new Waiver(new PlaylistId(1), finding, "why", Rue, Now, Rue, Now));
        Assert.Throws<RefusedException>(() => new Waiver(new PlaylistId(1), finding, "why", Rue, Now.AddDays(400), Rue, Now));
        Assert.Throws<RefusedException>(() => new Waiver(new PlaylistId(1), finding with { Level = FindingLevel.Pass }, "why", Rue, Now.AddDays(1), Rue, Now));
    }

    [Fact]
    public void Rules_that_make_no_sense_are_refused()
    {
        Assert.Throws<RefusedException>(() => Rules(Threshold("calibration", Side.Above, 2, 1)).Checked());
        Assert.Throws<RefusedException>(() => Rules(Threshold("calibration", Side.Below, 1, 2)).Checked());
        Assert.Throws<RefusedException>(() => Rules(Threshold("calibration", Side.Above, null, null)).Checked());
        Assert.Throws<RefusedException>(() => Rules(Threshold("*", Side.Above, 1, null)).Checked());
        Assert.Throws<RefusedException>(() => Rules(Threshold("calibration", Side.Above, double.NaN, null)).Checked());
        Assert.Throws<RefusedException>(() => Rules(Threshold("calibration", Side.Above, 1, null), Threshold("calibration", Side.Above, 2, null)).Checked());
        Assert.Throws<RefusedException>(() => (StartingPolicy.Rules with { SecondReview = new SecondReview { FromImpactLevel = 5 } }).Checked());
    }

    [Fact]
    public void Rules_are_read_back_as_they_were_written()
    {
        var written = PolicyJson.Write(StartingPolicy.Rules with { SecondReview = new SecondReview { FromImpactLevel = null, FromListeners = 9 } });
        var read = PolicyJson.Read(written);
        Assert.Equal(written, PolicyJson.Write(read));
        Assert.Null(read.SecondReview.FromImpactLevel);
        Assert.Equal(StartingPolicy.Rules.Thresholds, read.Thresholds);
    }

    /// <summary>Whatever is measured: every line gives a finding, one passes only with a number within its limits, and without waivers a block stays one.</summary>
    [Fact]
    public void Nothing_passes_in_silence()
    {
        var values = Gen.Elements<double?>(null, double.NaN, double.PositiveInfinity, -2, -1, 0, 0.5, 1, 2);
        var keys = Gen.Elements("calibration", "gini/artists", "amplification/gender/female/catalogue", "amplification/gender/unknown/catalogue");
        var figures = (from key in keys from value in values from count in Gen.Choose(0, 20) select Measured.Of(key, value, count: count)).ArrayOf();
        var lines = (from key in Gen.Elements("calibration", "gini/*", "amplification/gender/*/catalogue", "amplification/*/*/*", "ndkl/gender")
                     from side in Gen.Elements(Side.Above, Side.Below)
                     from limit in Gen.Choose(-2, 2)
                     from must in Gen.Elements(true, false)
                     from few in Gen.Elements(0, 10)
                     select Threshold(key, side, limit, side == Side.Above ? limit + 1 : limit - 1) with { MustBeMeasured = must, FromCount = few }).ArrayOf();
        var cases = from some in figures from line in lines select (Figures: some.DistinctBy(figure => figure.Key).ToArray(), Lines: line.DistinctBy(threshold => (threshold.Key, threshold.Side)).ToArray());
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var findings = Of(given.Lines, given.Figures);
            Assert.All(given.Lines, line => Assert.Contains(findings, finding => finding.Threshold == line || line.Key.Names(finding.Key)));
            Assert.All(findings, finding =>
            {
                if (finding.Value is not { } value || finding.Limit is null) Assert.Equal(finding.Threshold.MustBeMeasured ? FindingLevel.Block : FindingLevel.NotMeasured, finding.Level);
                else Assert.Equal(finding.Threshold.Side == Side.Above ? value <= finding.Threshold.Warn : value >= finding.Threshold.Warn, finding.Level == FindingLevel.Pass);
                Assert.Equal(finding.Level == FindingLevel.Block, finding.Blocks);
            });
            Assert.Equal(findings.Select(finding => finding.Level).OrderDescending(), findings.Select(finding => finding.Level));
        }));
    }

    private static int Blocks(IEnumerable<Finding> findings) => findings.Count(finding => finding.Blocks);

    private static IReadOnlyList<Finding> Of(Threshold[] lines, Figure[] figures, params Waiver[] waivers) => Findings.Of(Rules(lines), Subject, figures, waivers, Now);

    private static PolicyRules Rules(params Threshold[] lines) => new() { Thresholds = [.. lines] };

    private static Threshold Threshold(string key, Side side, double? warn, double? block) => new(MeasureKey.Parse(key), side, warn, block);
}
