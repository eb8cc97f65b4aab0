using Bunit;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Previews;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Editions;
using Curation.Web.Account;
using Curation.Web.Editions;
using Curation.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;

namespace Curation.Tests.Web.Editions;

public sealed class EditionsPageTests : IAsyncDisposable
{
    private readonly BunitContext context = new() { JSInterop = { Mode = JSRuntimeMode.Loose } };

    public ValueTask DisposeAsync() => context.DisposeAsync();

    [Fact]
    public async Task No_link_holds_an_address_that_the_browser_says_is_ours()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var page = Page(room);
        page.WaitForElement("td a");
        Assert.Equal($"/playlists/{room.Playlist}/editions?edition=1", page.Find("td a").GetAttribute("href"));
        Assert.All(page.FindAll("a[href]"), link => Assert.StartsWith("/", link.GetAttribute("href"), StringComparison.Ordinal));

        page.Find("input[type=search]").Input("listener 3&x");
        page.Find("form").Submit();
        Assert.EndsWith($"/playlists/{room.Playlist}/editions?edition=1&listener=listener%203%26x", context.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edits_that_are_in_no_edition_are_told_until_the_draft_says_again_what_is_live()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        Assert.Empty(Page(room).FindAll("[role=note]"));
        var was = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!.Draft;
        await room.Edit(new DraftEdit.Describe("Night Drive, again", was.Need, was.Seed));
        Assert.Contains("The draft is newer: the edits up to revision 2 are in no edition.", Shown(room).Find("[role=note]").TextContent, StringComparison.Ordinal);
        Assert.False((await room.Get<OpenPlaylist>().Newest(room.Playlist))!.SaysWhatIsLive);

        await room.Edit(new DraftEdit.Describe(was.Title, was.Need, was.Seed));
        Assert.Empty(Shown(room).FindAll("[role=note]"));
        var back = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!;
        Assert.Equal((2, true, PlaylistStage.Draft), (back.RevisionNumber, back.SaysWhatIsLive, back.Stage));
    }

    [Fact]
    public async Task A_draft_that_waits_for_a_reviewer_is_told_as_such()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        await room.Edit(new DraftEdit.RemoveTracks([room.Camps.Calm[0]]));
        await room.Get<SubmitPlaylist>().Run(room.Editor, room.Playlist, (await room.Get<OpenPlaylist>().Newest(room.Playlist))!.Version);
        Assert.Contains("revision 2 waits for a reviewer", Page(room).Find("[role=note]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<EditionsPage> Page(Newsroom room)
    {
        var services = context.Services;
        services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        services.AddScoped<Toasts>();
        services.AddSingleton<TimeProvider>(room.Desk.Clock);
        services.AddSingleton(room.Get<EditionsDesk>());
        services.AddSingleton(room.Get<ReadListenerList>());
        services.AddSingleton(room.Get<FindListeners>());
        return Shown(room);
    }

    private IRenderedComponent<EditionsPage> Shown(Newsroom room)
    {
        var page = context.Render<EditionsPage>(part => part.Add(p => p.Id, room.Playlist.Value).AddCascadingValue(new SignedIn(room.Editor.Person, "Ada", "ada@example.org", [Roles.Editor])));
        page.WaitForElement("td a");
        return page;
    }
}
