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
        Assert.Equal(3, lines.Count(line => line.Contains("ndcg@20", StringComparison.Ordinal)));
        Assert.Equal(3, lines.Count(line => line.Contains("recall@20", StringComparison.Ordinal)));
        Assert.Contains("Training on everything", errors.ToString(), StringComparison.Ordinal);
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
