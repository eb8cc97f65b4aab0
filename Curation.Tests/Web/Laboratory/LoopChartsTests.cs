using Bunit;
using Curation.Core.Simulating;
using Curation.Web.Laboratory;
using Curation.Web.Shared;
using Xunit;

namespace Curation.Tests.Web.Laboratory;

public sealed class LoopChartsTests
{
    private static LoopCurve Curve(string name, params double?[] ginis) =>
        new(name, ["unknown", "head", "tail"], [.. ginis.Select((gini, i) => new LoopWeek(i + 1, gini, 0.5, null, 0.2, 0.1, [0, 0.8 - (0.1 * i), 0.2 + (0.1 * i)]))]);

    [Fact]
    public void A_curve_says_in_words_where_it_starts_and_ends()
    {
        using var screen = new BunitContext();
        var charts = screen.Render<LoopCharts>(parts => parts.Add(part => part.Curves, [Curve("one", 0.4, 0.5), Curve("two", 0.4, 0.3)]).Add(part => part.Watched, "tier"));
        Assert.Equal("Gini of plays. one: 0.40 at week 1, 0.50 at week 2; two: 0.40 at week 1, 0.30 at week 2", charts.Find("svg[role=img]").GetAttribute("aria-label"));
        Assert.Contains(charts.FindAll("tbody tr"), row => row.TextContent.Contains("0.400 → 0.300", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_defined_is_said_and_not_drawn_as_nothing()
    {
        using var screen = new BunitContext();
        var charts = screen.Render<LoopCharts>(parts => parts.Add(part => part.Curves, [Curve("one", null, null)]).Add(part => part.Watched, "tier"));
        Assert.Equal(2, charts.FindAll(".none").Count);
        Assert.Contains(charts.FindAll("tbody tr"), row => row.TextContent.Contains("n/a → n/a", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_has_a_gap_where_a_value_is_missing()
    {
        using var screen = new BunitContext();
        var chart = screen.Render<LineChart>(parts => parts.Add(part => part.Title, "Gaps").Add(part => part.Series, [new ChartSeries("a", [new(1, 0), new(2, 1), new(3, null), new(4, 0), new(5, 1)])]));
        Assert.Equal(2, chart.Find("path.line").GetAttribute("d")!.Count(letter => letter == 'M'));
    }
}
