using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Playlists;
using Curation.Tests.Web.Api;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Trait("Category", "Browser")]
public sealed class PublishingTests(PublishedServer server) : IClassFixture<PublishedServer>
{
    private string Preview => $"/playlists/{server.Playlist}/preview";

    private string Editions => $"/playlists/{server.Playlist}/editions";

    [Fact]
    public async Task Four_listeners_stand_side_by_side_and_in_the_address()
    {
        await using var screen = await server.Open($"{Preview}?listener=key:listener-7&listener=new", Roles.Editor);
        await Assertions.Expect(screen.Page.Locator("section.column")).ToHaveCountAsync(2);
        await screen.Picture("preview-before");
        await screen.Named(AriaRole.Button, "Hater of this genre").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("section.column")).ToHaveCountAsync(3);
        Assert.EndsWith("listener=outsider", screen.Page.Url, StringComparison.Ordinal);
        await screen.Page.Locator(".pill", new PageLocatorOptions { HasText = "1 ·" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("section.column")).ToHaveCountAsync(4);
        await screen.Page.Locator("section.column").First.Locator("summary").First.ClickAsync();
        await Assertions.Expect(screen.Page.Locator("section.column").First.Locator("details[open] li").Last).ToContainTextAsync("together");
        await screen.AssertAccessible("preview");
        screen.AssertQuiet();
    }

    [Fact]
    public async Task A_listeners_column_shows_the_hash_that_is_published()
    {
        var list = await server.Get<ReadListenerList>().Of(server.Playlist, 1, "listener-7");
        await using var screen = await server.Open($"{Preview}?listener=key:listener-7&revision={await ApprovedRevision()}", Roles.Editor);
        await Assertions.Expect(screen.Page.Locator("section.column .mono")).ToHaveTextAsync(list!.ListHash);
    }

    [Fact]
    public async Task Publishing_goes_live_while_the_page_looks_on_and_can_be_rolled_back()
    {
        await server.Edit(new DraftEdit.SetBlend(new Blend { Size = 10, DiscoveryShare = 0.2, EditorialWeight = 0.5, ArtistSeparation = 2 }));
        await server.Approve();
        await using var screen = await server.Open(Editions, Roles.Editor);
        await screen.Page.Locator("main .btn.go").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("table.data").First).ToContainTextAsync("Earlier");
        await screen.AssertAccessible("editions");
        await screen.Named(AriaRole.Button, "Roll back to this").ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".mud-dialog")).ToContainTextAsync("in place of edition 2");
        await screen.Named(AriaRole.Button, "Serve edition 1").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("table.data tr", new PageLocatorOptions { HasText = "Live" })).ToContainTextAsync("1");
        await Assertions.Expect(screen.Page.GetByText("Edition 1 is live")).ToBeVisibleAsync();
        screen.AssertQuiet();
    }

    private async Task<int> ApprovedRevision() => (await server.Get<ListEditions>().Of(server.Playlist))!.Editions[^1].Edition.Revision.Value;
}
