using Bunit;
using Curation.Core.Auditing.Figures;
using Curation.Web.Assessments;
using Xunit;

namespace Curation.Tests.Web.Assessments;

public sealed class EffectChartTests : IAsyncDisposable
{
    private readonly BunitContext context = new() { JSInterop = { Mode = JSRuntimeMode.Loose } };

    private static readonly AssessmentReading Reading = new(
    [
        new(new(Measures.Exposure, "gender", "unknown"), 0.5, 0.48, 0.52, 60, 0.4),
        new(new(Measures.Exposure, "gender", "female"), 0.1, 0.08, 0.12, 8, 0.2),
        new(new(Measures.Exposure, "gender", "male"), 0.4, 0.39, 0.41, 40, 0.4),
        new(new(Measures.Exposure, "gender", "non-binary"), null, null, null, 0, null),
        new(new(Measures.Amplification, "gender", "unknown", Baselines.Pool), 0.32, 0.3, 0.34, 60, 0.4),
        new(new(Measures.Amplification, "gender", "female", Baselines.Pool), -1, -1.3, -0.7, 8, 0.2),
        new(new(Measures.Amplification, "gender", "male", Baselines.Pool), 0, -0.1, 0.1, 40, 0.4),
        new(new(Measures.Exposure, "gender × region", "female × Western Europe"), 0.1, null, null, 8, 0.2),
        new(new(Measures.Exposure, "gender × region", "male × Western Europe"), 0.3, null, null, 30, 0.2),
        new(new(Measures.Exposure, "gender × region", "male × Eastern Asia"), 0.1, null, null, 10, 0.2),
        new(new(Measures.Exposure, "gender × region", "unknown"), 0.5, null, null, 60, 0.4),
        new(new(Measures.Amplification, "gender × region", "female × Western Europe", Baselines.Pool), -1, null, null, 8, 0.2),
        new(new(Measures.Amplification, "gender × region", "male × Western Europe", Baselines.Pool), 0.58, null, null, 30, 0.2),
        new(new(Measures.Fit), 0.6, 0.58, 0.62, 100, null),
        new(new(Measures.Fit, "listener age", "18-24"), 0.5, 0.48, 0.52, 40, 0.6),
        new(new(Measures.Fit, "listener age", "65+"), 0.4, 0.3, 0.5, 5, 0.6),
        new(new(Measures.Fit, "listener age", "unknown"), 0.7, 0.68, 0.72, 55, 0.6),
        new(new(Measures.Gs, Measures.After), null, null, null, 0, null),
        new(new(Measures.ExplicitReach), 0, null, null, 100, null),
    ]);

    [Fact]
    public void A_bar_has_its_share_its_interval_and_its_baseline_beside_the_numbers()
    {
        var bars = Bars();
        var female = bars.FindAll(".line").Single(line => line.QuerySelector("a")?.TextContent == "female");
        Assert.Equal("--v: 19.23%", female.QuerySelector(".fill")!.GetAttribute("style"));
        Assert.Equal("--from: 15.38%; --to: 23.08%", female.QuerySelector(".whisker")!.GetAttribute("style"));
        Assert.Equal("--v: 38.46%", female.QuerySelector(".mark")!.GetAttribute("style"));
        Assert.Equal(["10.0 %", "8.0 % to 12.0 %", "20.0 %", "−1.00 (×0.5)", "8"], female.QuerySelectorAll(".num").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("female: 10.0 % of exposure, 95 % interval 8.0 % to 12.0 %, pool 20.0 %", female.QuerySelector(".track")!.GetAttribute("aria-label"));
        Assert.Equal("?open=female", female.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void What_is_unknown_is_always_shown_and_stands_last() =>
        Assert.Equal(["male", "female", "non-binary", "unknown"], Bars().FindAll(".line a").Select(link => link.TextContent));

    [Fact]
    public void A_figure_that_is_not_defined_shows_as_such_and_draws_no_bar()
    {
        var none = Bars().FindAll(".line").Single(line => line.QuerySelector("a")?.TextContent == "non-binary");
        Assert.Equal("n/a", none.QuerySelector(".share")!.TextContent.Trim());
        Assert.Empty(none.QuerySelectorAll("i"));
        Assert.Equal("n/a", FigureWords.Value(Measures.Gini, null));
    }

    [Fact]
    public void Many_groups_are_folded_but_never_the_unknown_one()
    {
        var lines = Enumerable.Range(0, 30).Select(i => new GroupLine($"genre {i:00}", new Figure(new(Measures.Exposure, "genre", $"genre {i:00}"), 0.03, null, null, 3, 0.03), null))
            .Append(new GroupLine("unknown", new Figure(new(Measures.Exposure, "genre", "unknown"), 0.1, null, null, 10, 0.1), null)).ToList();
        var bars = context.Render<ExposureBars>(x => x.Add(part => part.Label, "genre").Add(part => part.Lines, lines).Add(part => part.Against, "pool").Add(part => part.LinkTo, group => group));
        Assert.Equal(12, bars.FindAll(".line a").Count);
        Assert.Equal("unknown", bars.FindAll(".line a")[^1].TextContent);
        bars.Find("button.more").Click();
        Assert.Equal(31, bars.FindAll(".line a").Count);
    }

    [Fact]
    public void A_crossing_is_a_map_whose_cells_say_more_and_less_in_signs_too()
    {
        var map = context.Render<CrossMap>(x => x.Add(part => part.Label, "gender × region").Add(part => part.Lines, Reading.Groups("gender × region", PositionWeight.Log, Baselines.Pool)).Add(part => part.Against, "pool").Add(part => part.LinkTo, group => "?open=" + group));
        Assert.Equal(["gender ╲ artist region", "Western Europe", "Eastern Asia"], map.FindAll("thead th").Select(cell => cell.TextContent));
        var rows = map.FindAll("tbody tr");
        Assert.Equal("10.0 %▼", rows[0].QuerySelectorAll("td")[0].TextContent.Trim());
        Assert.Equal("30.0 %▲", rows[1].QuerySelectorAll("td")[0].TextContent.Trim());
        Assert.Equal("", rows[0].QuerySelectorAll("td")[1].TextContent.Trim());
        Assert.Contains("50.0 % is unknown", map.Find(".key").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_unknown_or_other_in_a_crossing_has_rows_and_columns_of_its_own_at_the_end_and_says_which_side_it_is()
    {
        string[] groups = ["unknown × unknown", "female × (all others)", "male × other", "female × unknown", "unknown × Eastern Asia", "male × Eastern Asia", "unknown × (all others)"];
        var reading = new AssessmentReading([.. groups.Select(group => new Figure(new(Measures.Exposure, "gender × region", group), 0.16, null, null, 12, 0.1))]);
        var map = context.Render<CrossMap>(x => x.Add(part => part.Label, "gender × region").Add(part => part.Lines, reading.Groups("gender × region", PositionWeight.Log, Baselines.Pool)).Add(part => part.Against, "pool").Add(part => part.LinkTo, group => "?open=" + group));
        Assert.Equal(["gender ╲ artist region", "Eastern Asia", "other", "all others", "unknown"], map.FindAll("thead th").Select(cell => cell.TextContent));
        Assert.Equal(["female", "male", "unknown"], map.FindAll("tbody th").Select(cell => cell.TextContent));
        var cell = map.FindAll("tbody tr")[0].QuerySelectorAll("td")[3].QuerySelector("a")!;
        Assert.Equal("?open=female × unknown", cell.GetAttribute("href"));
        Assert.StartsWith("female × artist region unknown: 16.0 % of exposure", cell.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("\"all others\" together", map.Find(".key").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_group_served_worst_is_named_where_it_has_enough_listeners()
    {
        var table = context.Render<ListenerTable>(x => x.Add(part => part.Reading, Reading).Add(part => part.Dimension, "listener age"));
        var marked = Assert.Single(table.FindAll("tr"), row => row.TextContent.Contains("served worst", StringComparison.Ordinal));
        Assert.Contains("18-24", marked.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("chance", marked.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_served_worst_is_named_for_every_measure_that_chance_does_not_explain()
    {
        var reading = new AssessmentReading(
        [
            new(new(Measures.Gs, "listener age", "18-24"), 0.9, 0.85, 0.95, 40, 0.6),
            new(new(Measures.Gs, "listener age", "25-34"), 0.4, 0.35, 0.45, 40, 0.6),
            new(new(Measures.Discovery, "listener age", "18-24"), 0.5, 0.4, 0.6, 40, 0.45),
            new(new(Measures.Discovery, "listener age", "25-34"), 0.4, 0.3, 0.5, 40, 0.45),
        ]);
        var table = context.Render<ListenerTable>(x => x.Add(part => part.Reading, reading).Add(part => part.Dimension, "listener age").Add(part => part.LinkTo, key => "?open=" + key));
        Assert.Equal("Served worst: 18-24 by narrowness (0.900).", table.Find(".by-measure").TextContent);
        Assert.Equal("?open=fit/listener age/18-24", table.Find("tbody a").GetAttribute("href"));
    }

    [Fact]
    public void Every_figure_has_its_company()
    {
        var table = context.Render<FigureTable>(x => x.Add(part => part.Label, "Effect on listeners").Add(part => part.Rows, Reading.OfListeners).Add(part => part.LinkTo, key => "?open=" + key));
        var fit = table.FindAll("tbody tr")[0];
        Assert.Equal(["60.0 %", "58.0 % to 62.0 %", "100 listeners"], fit.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("?open=fit", fit.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("n/a", table.FindAll("tbody tr")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_stands_where_it_has_values_and_says_whose_they_are()
    {
        IReadOnlyList<Figure> bare = [new(new(Measures.Gini, Measures.Artists), 0.6, null, null, 80, null)];
        Assert.Equal(["Figure", "Value", "Measured on"], Heads(Table(bare)));
        var table = Table([new(new(Measures.Gs, Measures.After), 0.7, 0.6, 0.8, 80, 0.65), new(new(Measures.Calibration), 1.2, 1.1, 1.3, 80, 1.5), new(new(Measures.Fit), 0.6, 0.5, 0.7, 80, null)]);
        Assert.Equal(["Figure", "Value", "95 %", "Compared with", "Measured on"], Heads(table));
        Assert.Equal(["0.650in the histories", "1.500with the shared list", ""], table.FindAll("tbody tr").Select(row => row.QuerySelectorAll("td")[3].TextContent.Trim()));
    }

    [Fact]
    public void A_table_of_listeners_leaves_out_what_was_measured_of_none_and_spells_where_they_are()
    {
        var reading = new AssessmentReading([new(new(Measures.Novelty, "listener region", "DE"), 7, 6, 8, 40, 6.5), new(new(Measures.Novelty, "listener region", "ES"), 7, 6, 8, 40, 6.5), new(new(Measures.Novelty, "listener region", "FR"), 7, 6, 8, 40, 6.5), new(new(Measures.Novelty, "listener region", "SE"), 6, 5, 7, 30, 6.5)]);
        var table = context.Render<ListenerTable>(x => x.Add(part => part.Reading, reading).Add(part => part.Dimension, "listener region"));
        Assert.Equal(["listener region", "Listeners", "Novelty"], Heads(table));
        Assert.Equal(["France", "Germany", "Spain", "Sweden"], table.FindAll("tbody b").Select(name => name.TextContent));
    }

    [Fact]
    public void Whoever_reads_by_gender_is_told_that_bands_have_none()
    {
        Assert.Contains("Bands", Choices("gender").Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Empty(Choices("genre").FindAll(".note"));
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private static IEnumerable<string> Heads<T>(IRenderedComponent<T> table)
        where T : Microsoft.AspNetCore.Components.IComponent => table.FindAll("thead th").Select(head => head.TextContent);

    private IRenderedComponent<FigureTable> Table(IReadOnlyList<Figure> rows) => context.Render<FigureTable>(x => x.Add(part => part.Label, "Figures").Add(part => part.Rows, rows));

    private IRenderedComponent<EffectChoices> Choices(string dimension) => context.Render<EffectChoices>(x => x
        .Add(part => part.Reading, Reading).Add(part => part.Dimension, dimension).Add(part => part.Weight, "log").Add(part => part.Against, Baselines.Pool).Add(part => part.LinkTo, _ => "?"));

    private IRenderedComponent<ExposureBars> Bars() => context.Render<ExposureBars>(x => x
        .Add(part => part.Label, "Exposure by gender")
        .Add(part => part.Lines, Reading.Groups("gender", PositionWeight.Log, Baselines.Pool))
        .Add(part => part.Against, "pool")
        .Add(part => part.LinkTo, group => "?open=" + group));
}
