using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Collection(BrowserCollection.Name), Trait("Category", "Browser")]
public sealed class EditingTests(TestBrowser browser)
{
    [Fact]
    public async Task What_an_editor_does_is_there_after_a_reload()
    {
        await CatalogueOf(12);
        await using var screen = await browser.Open("/playlists", Roles.Editor);
        await screen.Named(AriaRole.Button, "New playlist").First.ClickAsync();
        await screen.Page.FillAsync("#new-need", "For people who drive home late.");
        await screen.Page.FillAsync("#new-title", "Night Drive");
        await screen.Named(AriaRole.Button, "Make it").ClickAsync();
        await screen.Page.WaitForURLAsync(url => url.Contains("/playlists/", StringComparison.Ordinal));

        for (var added = 1; added <= 4; added++)
        {
            await screen.Page.Locator(".candidates button[aria-label^='Add']").First.ClickAsync();
            await Assertions.Expect(Rows(screen)).ToHaveCountAsync(added);
        }

        var titles = await Titles(screen);
        await Drag(screen, from: 3, to: 0);
        await Assertions.Expect(Rows(screen).First).ToContainTextAsync(titles[3]);

        await Rows(screen).Nth(1).ClickAsync();
        await screen.Page.Keyboard.PressAsync("p");
        await screen.Page.FillAsync("#pin-at", "2");
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Rows(screen).Nth(1)).ToContainTextAsync("Pinned 2");

        await screen.Page.FillAsync("#entry-note", "opens the night");
        await screen.Page.Locator("#entry-note").BlurAsync();
        await Assertions.Expect(Rows(screen).Nth(1)).ToContainTextAsync("note");

        await Rows(screen).Nth(2).ClickAsync();
        await screen.Page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(Rows(screen)).ToHaveCountAsync(3);
        await screen.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(Rows(screen)).ToHaveCountAsync(4);
        await Saved(screen);
        await screen.AssertAccessible();
        screen.AssertQuiet();

        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Page.ReloadAsync();
        await screen.Ready();
        await Assertions.Expect(Rows(screen)).ToHaveCountAsync(4);
        Assert.Equal([titles[3], titles[0], titles[1], titles[2]], await Titles(screen));
        await Assertions.Expect(Rows(screen).Nth(1)).ToContainTextAsync("Pinned 2");
        await Rows(screen).Nth(1).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#entry-note")).ToHaveValueAsync("opens the night");
    }

    [Fact]
    public async Task The_later_of_two_browsers_sees_both_versions_and_chooses()
    {
        var id = await Playlist(6);
        await using var one = await browser.Open($"/playlists/{id}", Roles.Editor);
        await using var other = await browser.Open($"/playlists/{id}", Roles.Editor);
        await Rows(one).Nth(5).ClickAsync();
        await one.Page.Keyboard.PressAsync("Alt+Home");
        await Saved(one);
        await Rows(other).Nth(0).ClickAsync();
        await other.Page.Keyboard.PressAsync("Delete");
        var choice = other.Page.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(choice).ToContainTextAsync("1 moved");
        await Assertions.Expect(choice).ToContainTextAsync("1 removed");
        await other.AssertAccessible();
        await other.Page.SetViewportSizeAsync(1280, 800);
        await other.Named(AriaRole.Button, "Put mine on top of theirs").ClickAsync();
        await Assertions.Expect(choice).ToBeHiddenAsync();
        await Saved(other);
        var stored = await browser.Get<OpenPlaylist>().Newest(id);
        Assert.Equal([6, 2, 3, 4, 5], stored!.Draft.Pool.Select(entry => entry.Track.Value));
    }

    [Fact]
    public async Task A_restored_revision_is_a_new_one_and_history_is_accessible()
    {
        var id = await Playlist(3);
        var editor = browser.Who(Roles.Editor);
        var view = await browser.Get<OpenPlaylist>().Newest(id);
        await browser.Get<EditDraft>().Run(Actor.Console, id, view!.Version, new DraftEdit.RemoveTracks([new(1)]));
        await using var screen = await browser.Open($"/playlists/{id}/history?to=1", Roles.Editor);
        await screen.AssertAccessible();
        await screen.Named(AriaRole.Button, "Restore revision 1").ClickAsync();
        await Assertions.Expect(screen.Named(AriaRole.Heading, "Revision 3")).ToBeVisibleAsync();
        Assert.Equal(3, (await browser.Get<OpenPlaylist>().Newest(id))!.Draft.Pool.Length);
        Assert.NotEqual(Actor.Console, editor);
        screen.AssertQuiet();
    }

    private static ILocator Rows(Screen screen) => screen.Page.Locator("tr[data-track]");

    private static Task<IReadOnlyList<string>> Titles(Screen screen) => screen.Page.Locator("tr[data-track] b").AllTextContentsAsync();

    private static Task Saved(Screen screen) => Assertions.Expect(screen.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-state", "saved");

    private static async Task Drag(Screen screen, int from, int to)
    {
        var grip = (await Rows(screen).Nth(from).Locator(".grip").BoundingBoxAsync())!;
        var target = (await Rows(screen).Nth(to).BoundingBoxAsync())!;
        await screen.Page.Mouse.MoveAsync(grip.X + 8, grip.Y + 12);
        await screen.Page.Mouse.DownAsync();
        await screen.Page.Mouse.MoveAsync(target.X + 40, target.Y + 30, new MouseMoveOptions { Steps = 6 });
        await screen.Page.Mouse.MoveAsync(target.X + 40, target.Y + 4);
        await Assertions.Expect(screen.Page.Locator(".drop-line")).ToBeVisibleAsync();
        await screen.Page.Mouse.UpAsync();
    }

    /// <summary>A playlist of the first tracks of the catalogue, made by the console.</summary>
    private async Task<PlaylistId> Playlist(int tracks)
    {
        await CatalogueOf(12);
        var id = await browser.Get<CreatePlaylist>().Run(Actor.Console, "Shared");
        var view = await browser.Get<OpenPlaylist>().Newest(id);
        await browser.Get<EditDraft>().Run(browser.Who(Roles.Reviewer) is var _ ? Actor.Console : Actor.Console, id, view!.Version, new DraftEdit.AddTracks([.. Enumerable.Range(1, tracks).Select(track => new Core.Catalog.TrackId(track))]));
        return id;
    }

    private async Task CatalogueOf(int tracks)
    {
        await using var db = await browser.Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        await TestDesk.AddTracks(db, tracks);
    }
}
