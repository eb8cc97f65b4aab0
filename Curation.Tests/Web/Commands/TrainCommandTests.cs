using Curation.Core.Desk.Models;
using Curation.Tests.Desk.Models;
using Curation.Tests.Fixtures;
using Curation.Web.Commands;
using Xunit;

namespace Curation.Tests.Web.Commands;

public sealed class TrainCommandTests
{
    [Fact]
    public async Task It_prints_the_card_on_the_output_and_progress_on_the_error_stream()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(0, await TrainCommand.Run(desk.Services, output, errors, CancellationToken.None));

        var hash = (await desk.Get<CurrentModel>().Get()).ModelHash;
        var lines = output.ToString().Split(Environment.NewLine);
        Assert.Equal($"model       {hash}", lines[0]);
        Assert.Equal("learnt from 30 listeners and 0 lists: 300 pairs, 24 tracks", lines[1]);
        Assert.Equal(6, lines.Count(line => line.Contains(" ndcg@20   ", StringComparison.Ordinal)));
        Assert.Equal(6, lines.Count(line => line.Contains(" recall@20  ", StringComparison.Ordinal)));
        Assert.Contains("Training on everything", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_searches_settings_where_it_is_told_to_and_the_card_keeps_what_was_tried()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(0, await TrainCommand.Run(desk.Services, output, errors, CancellationToken.None, TimeSpan.FromMinutes(10)));

        var card = Assert.Single(await desk.Get<ListModels>().All()).Card;
        var chosen = card.Tries.Where(attempt => attempt.Chosen).ToDictionary(attempt => attempt.Recommender, attempt => attempt.Setting);
        Assert.Contains(card.Tries, attempt => attempt.Setting == "as given");
        if (chosen["ials"] != "as given") Assert.StartsWith(FormattableString.Invariant($"factors {card.Options.Factorisation.Factors}, regularisation "), chosen["ials"], StringComparison.Ordinal);
        Assert.Contains($"* ials: {chosen["ials"]}; on 100 % of rows ndcg@20 ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Searching settings", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_keeps_figures_by_group_and_paired_differences()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(0, await TrainCommand.Run(desk.Services, output, errors, CancellationToken.None));

        var card = Assert.Single(await desk.Get<ListModels>().All()).Card;
        Assert.Equal(["history", "popularity"], card.Groups.Select(group => group.Grouping).Distinct());
        Assert.Equal(["ials", "neighbours", "sparse-ease", "popularity", "recent", "blend"], card.Groups.Select(group => group.Recommender).Distinct());
        var best = card.Figures.Where(figure => figure.Metric == "ndcg@20").MaxBy(figure => figure.Value)!;
        Assert.Equal(10, card.Differences.Count);
        Assert.All(card.Differences, difference => Assert.Equal((best.Recommender, 30), (difference.Other, difference.Listeners)));
        Assert.Contains($"popularity against {best.Recommender} by ndcg@20: -", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_says_what_hostile_listeners_could_do()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(0, await TrainCommand.Run(desk.Services, output, errors, CancellationToken.None));

        var card = Assert.Single(await desk.Get<ListModels>().All()).Card;
        Assert.Empty(card.Tries);
        Assert.All(card.Attacks, figure => Assert.Equal((0.01, 30), (figure.HostileShare, figure.RowsLearnedFrom)));
        Assert.Equal(["average", "bandwagon"], card.Attacks.Select(figure => figure.Attack).Distinct());
        Assert.Contains("measured bound: one track gained at most", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_of_before_tries_and_attacks_were_kept_still_reads()
    {
        var card = System.Text.Json.JsonSerializer.Deserialize<Curation.Core.Recommending.ModelCard>(
            """{"Hash":"ab","Listeners":1,"Lists":0,"Tracks":2,"Pairs":2,"Options":{},"Seconds":1.5,"Figures":[],"HeldOut":"nothing"}""")!;
        Assert.Equal(("ab", 0, 0), (card.Hash, card.Tries.Count, card.Attacks.Count));
    }

    [Fact]
    public async Task Without_listening_it_fails_and_says_what_to_do()
    {
        await using var desk = await TestDesk.Open();
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(1, await TrainCommand.Run(desk.Services, output, errors, CancellationToken.None));
        Assert.Empty(output.ToString());
        Assert.Contains("Import listening first", errors.ToString(), StringComparison.Ordinal);
    }
}
