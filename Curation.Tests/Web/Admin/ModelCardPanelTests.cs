using System.Text.Json;
using Bunit;
using Curation.Core.Desk.Models;
using Curation.Core.Recommending;
using Curation.Web.Admin.Models;
using Xunit;

namespace Curation.Tests.Web.Admin;

public sealed class ModelCardPanelTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A card as it was written before cards had groups, differences, tries, attacks, evidence and comparisons.</summary>
    private const string Old = """
        {"Hash":"0123456789abcdef","Listeners":30,"Lists":0,"Tracks":24,"Pairs":400,"Options":{"Factorisation":{"Factors":32}},"Seconds":3,
        "Figures":[{"Recommender":"ials","Metric":"ndcg@20","Value":0.25,"Low":0.2,"High":0.3},{"Recommender":"popularity","Metric":"ndcg@20","Value":0.1,"Low":0.05,"High":0.15}],
        "HeldOut":"the last fifth of plays by time"}
        """;

    private readonly BunitContext context = new();

    [Fact]
    public void An_old_card_shows_what_it_has_and_leaves_out_the_rest()
    {
        var panel = Panel(Card());
        Assert.Contains("Not compared with another model", panel.Markup, StringComparison.Ordinal);
        Assert.Equal(["Evidence and options"], panel.FindAll("summary").Select(summary => summary.TextContent));
        Assert.Contains("age does not matter", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plot_has_its_figures_in_words_and_a_table_beside_it()
    {
        var panel = Panel(Card());
        Assert.Equal(
            "NDCG@20 by recommender. Factorisation (iALS) 0.250, interval 0.200 to 0.300; Popularity 0.100, interval 0.050 to 0.150.",
            panel.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(2, panel.FindAll("svg .mean").Count);
        Assert.Contains("0.200–0.300", panel.Find("table.data").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_with_too_few_listeners_says_so_instead_of_a_figure()
    {
        var panel = Panel(Card() with
        {
            Groups = [new("ials", "region", "North", 40, "ndcg@20", 0.31, 0.2, 0.4), new("ials", "region", "South", 3, "ndcg@20", null, null, null)],
        });
        var rows = panel.FindAll("details tbody tr").ToDictionary(row => row.Children[1].TextContent, row => row.Children[3].TextContent.Trim(), StringComparer.Ordinal);
        Assert.Equal("too few", rows["South"]);
        Assert.StartsWith("0.310", rows["North"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_comparison_with_the_model_in_use_shows_both_figures_the_interval_and_how_many_were_tested()
    {
        var line = Panel(Card() with { Compared = new("fedcba9876543210", "ndcg@20", 1234, 0.2, 0.21, 0.01, -0.002, 0.022) }).Find("p.small").TextContent;
        foreach (var said in (string[])["fedcba987654", "0.2100", "0.2000", "+0.0100", "−0.0020 to +0.0220", "1,234"]) Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.Contains("no model was in use", Panel(Card() with { NotCompared = "no model was in use" }).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_part_that_a_card_has_is_behind_a_summary_of_its_own()
    {
        var panel = Panel(Card() with
        {
            Differences = [new("ndcg@20", "popularity", "ials", 90, -0.15, -0.2, -0.1, -0.6, 0.0002)],
            Tries = [new("ials", "Factors 64", 1, 0.5, "ndcg@20", 0.26, 4, Chosen: true)],
            Attacks = [new("ials", "bandwagon", "tail", 2, 0.01, 5000, 900, 700, 0.001, 0.004, 0.01, 0.03, 0.005, 0.03)],
        });
        Assert.Equal(["Differences between recommenders", "What tuning tried", "What hostile listeners could do", "Evidence and options"], panel.FindAll("summary").Select(summary => summary.TextContent));
        foreach (var said in (string[])["&lt; 0.001", "−0.2000 to −0.1000", "Factors 64", "50 %", "900 → 700", "0.1 % → 0.4 %"]) Assert.Contains(said, panel.Markup, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private static ModelCard Card() => JsonSerializer.Deserialize<ModelCard>(Old)!;

    private IRenderedComponent<ModelCardPanel> Panel(ModelCard card) =>
        context.Render<ModelCardPanel>(parameters => parameters.Add(panel => panel.Model, new ModelRow(1, card.Hash, Now, true, card)).Add(panel => panel.Now, Now));
}
