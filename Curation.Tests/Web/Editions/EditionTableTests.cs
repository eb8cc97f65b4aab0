using Bunit;
using Curation.Core.Desk.Editions;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Editions;
using Curation.Web.Editions;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Xunit;

namespace Curation.Tests.Web.Editions;

public sealed class EditionTableTests : IAsyncDisposable
{
    private readonly BunitContext context = new() { JSInterop = { Mode = JSRuntimeMode.Loose } };

    public EditionTableTests() => context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);

    [Theory]
    [InlineData(true, false, "Withdraw, Roll back to this", "Roll back to this")]
    [InlineData(false, true, "Withdraw", "Serve again")]
    [InlineData(true, true, "Withdraw, Roll back to this", "Serve again, Roll back to this")]
    [InlineData(false, false, "", "")]
    public async Task Only_a_reviewer_is_offered_to_serve_a_withdrawn_edition_again(bool editor, bool reviewer, string live, string withdrawn)
    {
        await using var room = await Newsroom.Open(6);
        await room.Publish();
        await room.Edit(new DraftEdit.RemoveTracks([room.Camps.Calm[0]]));
        await room.Publish();
        Assert.Equal(live, await Offered(room, editor, reviewer));
        await room.Get<WithdrawEdition>().Run(room.Reviewer, room.Playlist, "a complaint about track 3");
        Assert.Equal(withdrawn, await Offered(room, editor, reviewer));
    }

    [Fact]
    public async Task Withdrawing_asks_for_a_reason_and_goes_on_with_the_one_that_was_written()
    {
        var provider = context.Render<MudDialogProvider>();
        var parameters = new DialogParameters<WithdrawDialog> { { dialog => dialog.Number, 2 }, { dialog => dialog.Changes, "Listeners get no list." } };
        var asked = await provider.InvokeAsync(() => context.Services.GetRequiredService<IDialogService>().ShowAsync<WithdrawDialog>("Withdraw", parameters));
        await provider.Find(".btn.stop").ClickAsync(new());
        Assert.Contains("needs a reason", provider.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.False(asked.Result.IsCompleted);
        await provider.Find("textarea").InputAsync(new() { Value = "a complaint about track 3" });
        await provider.Find(".btn.stop").ClickAsync(new());
        Assert.Equal("a complaint about track 3", (await asked.Result)!.Data);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private async Task<string> Offered(Newsroom room, bool editor, bool reviewer)
    {
        var rows = (await room.Get<ListEditions>().Of(room.Playlist))!.Editions;
        var table = context.Render<EditionTable>(x => x.Add(part => part.Rows, rows).Add(part => part.IsEditor, editor).Add(part => part.IsReviewer, reviewer).Add(part => part.LinkTo, number => $"?edition={number}"));
        return string.Join(", ", table.FindAll("button").Select(button => button.TextContent));
    }
}
