using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
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
        var (_, genre) = await Seeded(12);
        await using var screen = await browser.Open("/playlists", Roles.Editor);
        await screen.Named(AriaRole.Button, "New playlist").First.ClickAsync();
        await screen.Page.FillAsync("#new-need", "For people who drive home late.");
        await screen.Named(AriaRole.Button, "Make it").PressAsync("Enter");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("A playlist needs a title");
        await Assertions.Expect(screen.Page.Locator("#new-title")).ToBeFocusedAsync();
        await screen.Page.FillAsync("#new-title", "Night Drive");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await screen.Page.Locator("form.new select").SelectOptionAsync(new SelectOptionValue { Label = genre });
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
        await screen.Page.Keyboard.TypeAsync("3");
        await Assertions.Expect(screen.Page.Locator("#pin-at")).ToHaveValueAsync("3");
        await screen.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Pool(screen)).ToBeFocusedAsync();
        await screen.Page.Keyboard.PressAsync("p");
        await screen.Page.Keyboard.TypeAsync("2");
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Rows(screen).Nth(1)).ToContainTextAsync("Pinned 2");
        await Assertions.Expect(Pool(screen)).ToBeFocusedAsync();
        await screen.Page.Keyboard.PressAsync("t");
        await Assertions.Expect(screen.Page.Locator("#tag-them")).ToBeFocusedAsync();
        await screen.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Pool(screen)).ToBeFocusedAsync();

        await screen.Page.Keyboard.PressAsync("n");
        await screen.Page.Keyboard.TypeAsync("opens the night");
        await Assertions.Expect(Rows(screen).Nth(1)).ToContainTextAsync("note");
        await Assertions.Expect(screen.Page.Locator("#entry-note")).ToBeFocusedAsync();
        await screen.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Pool(screen)).ToBeFocusedAsync();

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
        await AssertWalksByKeys(screen);
        await Rows(screen).Nth(1).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#entry-note")).ToHaveValueAsync("opens the night");
    }

    /// <summary>On a fresh page arrows walk the pool, a key leads to the candidates, each is one stop for Tab, and the sheet of keys tells all of it at a glance.</summary>
    private static async Task AssertWalksByKeys(Screen screen)
    {
        await screen.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Rows(screen).First).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(Pool(screen)).ToBeFocusedAsync();
        await screen.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(Rows(screen).Last).ToHaveAttributeAsync("aria-selected", "true");
        await screen.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(Rows(screen).First).ToHaveAttributeAsync("aria-selected", "true");
        var candidates = screen.Page.Locator("[data-candidate]");
        await Assertions.Expect(candidates.Nth(1)).ToBeVisibleAsync();
        await screen.Page.Keyboard.PressAsync("s");
        await Assertions.Expect(candidates.First).ToBeFocusedAsync();
        await screen.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(candidates.Nth(1)).ToBeFocusedAsync();
        await Assertions.Expect(screen.Page.Locator("[data-candidate]:has(button:not([tabindex='-1']))")).ToHaveCountAsync(1);
        await Assertions.Expect(screen.Page.Locator("[data-candidate][tabindex='0'], table.pool [tabindex='0'], table.pool a:not([tabindex]), table.pool button:not([tabindex])")).ToHaveCountAsync(1);
        await screen.Page.Keyboard.PressAsync("?");
        foreach (var does in (string[])["Do not suggest it", "Add the first", "Go to the candidates"]) await Assertions.Expect(screen.Page.Locator(".mud-dialog .areas")).ToContainTextAsync(does);
        await screen.Picture("keys");
        await Assertions.Expect(screen.Page.Locator(".mud-dialog section").Last).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
        await screen.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(screen.Page.Locator(".mud-dialog")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_restored_revision_is_a_new_one_and_history_is_accessible()
    {
        var (id, tracks) = await Playlist(3);
        var view = await browser.Get<OpenPlaylist>().Newest(id);
        await browser.Get<EditDraft>().Run(browser.Who(Roles.Editor), id, view!.Version, new DraftEdit.RemoveTracks([tracks[0]]));
        await using var screen = await browser.Open($"/playlists/{id}/history?to=1", Roles.Editor);
        await screen.AssertAccessible();
        await screen.Named(AriaRole.Button, "Restore revision 1").ClickAsync();
        await Assertions.Expect(screen.Named(AriaRole.Heading, "Revision 3")).ToBeVisibleAsync();
        Assert.Equal(3, (await browser.Get<OpenPlaylist>().Newest(id))!.Draft.Pool.Length);
        screen.AssertQuiet();
    }

    [Fact]
    public async Task A_pool_of_two_thousand_draws_what_is_seen_and_takes_a_move_from_end_to_end()
    {
        var (id, tracks) = await Playlist(2_000);
        await using var screen = await browser.Open($"/playlists/{id}", Roles.Editor);
        await Assertions.Expect(Rows(screen).First).ToBeVisibleAsync();
        Assert.InRange(await Rows(screen).CountAsync(), 8, 60);
        await Assertions.Expect(screen.Page.Locator("table.pool")).ToHaveAttributeAsync("aria-rowcount", "2001");
        await Rows(screen).First.ClickAsync();
        await screen.Page.Keyboard.PressAsync("Alt+End");
        await Assertions.Expect(screen.Page.Locator($"#pool-{tracks[0]}")).ToContainTextAsync("2000");
        await Saved(screen);
        Assert.Equal([.. tracks.Skip(1), tracks[0]], (await browser.Get<OpenPlaylist>().Newest(id))!.Draft.Pool.Select(entry => entry.Track));
    }

    private static ILocator Pool(Screen screen) => screen.Page.Locator("table.pool");

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

    /// <summary>A playlist of tracks of its own, made by the console.</summary>
    private async Task<(PlaylistId Id, IReadOnlyList<TrackId> Tracks)> Playlist(int count)
    {
        var (tracks, _) = await Seeded(count);
        var id = await browser.Get<CreatePlaylist>().Run(Actor.Console, "Shared");
        var view = await browser.Get<OpenPlaylist>().Newest(id);
        await browser.Get<EditDraft>().Run(Actor.Console, id, view!.Version, new DraftEdit.AddTracks(tracks));
        return (id, tracks);
    }

    /// <summary>Tracks and a genre whose seed they are, under names that no other test uses.</summary>
    private async Task<(IReadOnlyList<TrackId> Tracks, string Genre)> Seeded(int count)
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        await using var db = await browser.Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        var artists = Enumerable.Range(1, count).Select(number => new Artist($"Band {number} {mark}")).ToList();
        db.Artists.AddRange(artists);
        await db.SaveChangesAsync();
        var tracks = artists.Select((artist, i) => new Track(TrackKey.OfNames($"Song {i} {mark}", artist.Name), $"Song {i} {mark}", artist.Name, [artist.Id])).ToList();
        foreach (var (i, track) in tracks.Index())
        {
            track.State(durationMs: 200_000 + i);
            track.Measure(new AudioFeatures(100, i / (double)count, null, null));
        }

        db.Tracks.AddRange(tracks);
        await db.SaveChangesAsync();
        var genre = new Genre($"Downtempo {mark}");
        genre.Seed(tracks.Select(track => track.Id), [], []);
        db.Genres.Add(genre);
        await db.SaveChangesAsync();
        await browser.Get<CurrentModel>().Refresh();
        return (tracks.ConvertAll(track => track.Id), genre.Name);
    }
}
