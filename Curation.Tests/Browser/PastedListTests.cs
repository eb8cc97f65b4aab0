using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Drafts;
using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Collection(BrowserCollection.Name), Trait("Category", "Browser")]
public sealed class PastedListTests(TestBrowser browser)
{
    private static readonly string[] Names = ["Rusty Lantern", "Slow Ferry", "Underpass Waltz", "Marble Weather", "Quiet Engine", "Paper Harbour", "Copper Evening", "Long Platform", "Violet Static", "Hollow Orchard"];

    [Fact]
    public async Task A_messy_list_goes_in_by_keys_alone_in_its_order_and_what_is_not_found_is_kept()
    {
        var tracks = await Tracks();
        var id = await browser.Get<CreatePlaylist>().Run(browser.Who(Roles.Editor), "Pasted");
        await using var screen = await browser.Open($"/playlists/{id}", Roles.Editor);
        var keys = screen.Page.Keyboard;
        await keys.PressAsync("Control+Shift+V");
        await Assertions.Expect(screen.Page.Locator("#paste-text")).ToBeFocusedAsync();
        await screen.AssertAccessible("paste");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await keys.InsertTextAsync($"""
            # For Friday

            1. Moss Choir 0 – Rusty Lantern (3:20)
            Slow Ferry by Moss Choir 1
            UNDERPASS WALTZ - moss choir 2
            Moss Choir 3 - Marbel Weather
            • Moss Choir 4 - “Quiet Engine” [3:20]
            Nobody Anywhere - Nothing Like This
            /tracks/{tracks[5]}
            Moss Choir 6 - Copper Evening feat. Somebody (2011 Remaster)
            Long Platform
            https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC
            Moss Choir 8	Violet Static
            Hollow Orchrad - Moss Choir 9
            """.ReplaceLineEndings("\n"));
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(screen.Page.Locator(".rows")).ToBeFocusedAsync();
        await Assertions.Expect(screen.Page.Locator(".review .line")).ToHaveCountAsync(12);
        await Assertions.Expect(screen.Page.Locator(".counts")).ToContainTextAsync("2 still missing");
        await Assertions.Expect(screen.Page.Locator("summary", new PageLocatorOptions { HasText = "1 line was passed over" })).ToBeVisibleAsync();
        await screen.AssertAccessible("review");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        for (var left = await Waiting(screen); left > 0; left--)
        {
            await Assertions.Expect(screen.Page.Locator(".line.cursor.open")).ToBeVisibleAsync();
            await keys.PressAsync("Enter");
            await Assertions.Expect(screen.Page.Locator(".line.open")).ToHaveCountAsync(left - 1);
        }

        await Assertions.Expect(screen.Named(AriaRole.Button, "Add 10 tracks")).ToBeVisibleAsync();
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(screen.Page.Locator("tr[data-track]")).ToHaveCountAsync(10);
        await Assertions.Expect(screen.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-state", "saved");
        var stored = await Stored(id);
        Assert.Equal(tracks, stored.Pool.Select(entry => entry.Track));
        Assert.Equal(["Nobody Anywhere - Nothing Like This", "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC"], stored.Missing!.Lines);
        await Assertions.Expect(screen.Page.Locator(".missing summary")).ToContainTextAsync("still missing");
        await screen.AssertAccessible("missing");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await keys.PressAsync("Control+z");
        await Assertions.Expect(screen.Page.Locator("tr[data-track]")).ToHaveCountAsync(0);
        await Assertions.Expect(screen.Page.Locator(".missing")).ToHaveCountAsync(0);
        screen.AssertQuiet();
    }

    [Fact]
    public async Task A_pool_that_goes_out_in_any_format_comes_back_as_a_new_playlist_that_is_equal()
    {
        var tracks = await Tracks();
        var editor = browser.Who(Roles.Editor);
        var id = await browser.Get<CreatePlaylist>().Run(editor, "There and back", "for people on a ferry");
        foreach (var edit in (DraftEdit[])[new DraftEdit.AddTracks([.. tracks.Reverse()]), new DraftEdit.PinTrack(tracks[4], 3), new DraftEdit.WriteNote(tracks[2], "=slow, \"but\" good"), new DraftEdit.ChangeMissing(["Nobody - Lost"], [])])
            await browser.Get<EditDraft>().Run(editor, id, (await browser.Get<OpenPlaylist>().Newest(id))!.Version, edit);
        var draft = await Stored(id);
        await using var screen = await browser.Open($"/playlists/{id}", Roles.Editor);
        await screen.Named(AriaRole.Button, "More about this playlist").ClickAsync();
        await screen.Named(AriaRole.Button, "Export the pool…").ClickAsync();
        await screen.AssertAccessible("export");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        var files = new List<string>();
        foreach (var format in DraftFormats.All)
        {
            var download = await screen.Page.RunAndWaitForDownloadAsync(() => screen.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = format.Name.ToUpperInvariant(), Exact = true }).ClickAsync());
            var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}-{download.SuggestedFilename}");
            await download.SaveAsAsync(path);
            files.Add(path);
        }

        foreach (var file in files)
        {
            await screen.Go("/playlists");
            await screen.Named(AriaRole.Button, "From a list or file").ClickAsync();
            await Screen.Hand(screen.Page.Locator("#paste-file"), file);
            await Assertions.Expect(screen.Page.Locator("#list-title")).ToHaveValueAsync("There and back");
            await screen.Leave(screen.Named(AriaRole.Button, "Make it of 10 tracks"), "/playlists/");
            var made = new PlaylistId(int.Parse(screen.Page.Url.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
            await Assertions.Expect(screen.Page.Locator("tr[data-track]")).ToHaveCountAsync(10);
            Assert.Equal(draft, await Stored(made));
            File.Delete(file);
        }

        screen.AssertQuiet();
    }

    /// <summary>The draft in the store, as soon as it holds a track; the page shows an edit before it is saved.</summary>
    private async Task<Draft> Stored(PlaylistId id)
    {
        while (true)
        {
            var draft = (await browser.Get<OpenPlaylist>().Newest(id))!.Draft;
            if (draft.Pool.Length > 0) return draft;
            await Task.Delay(20);
        }
    }

    private static Task<int> Waiting(Screen screen) => screen.Page.Locator(".line.open").CountAsync();

    /// <summary>Ten tracks with names of their own, in the catalogue that the page looks into.</summary>
    private async Task<IReadOnlyList<TrackId>> Tracks()
    {
        await using var db = await browser.Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        if (!await db.Artists.AnyAsync(artist => artist.Key == "moss choir 0"))
        {
            var artists = Names.Select((_, i) => new Artist($"Moss Choir {i}")).ToList();
            db.Artists.AddRange(artists);
            await db.SaveChangesAsync();
            var made = Names.Select((name, i) => new Track(TrackKey.OfNames(name, artists[i].Name), name, artists[i].Name, [artists[i].Id])).ToList();
            foreach (var track in made) track.State(durationMs: 200_000);
            db.Tracks.AddRange(made);
            await db.SaveChangesAsync();
            await browser.Get<CurrentModel>().Refresh();
        }

        var rows = await db.Tracks.Where(track => track.ArtistLine.StartsWith("Moss Choir ")).OrderBy(track => track.ArtistLine).Select(track => track.Id).ToListAsync();
        return rows;
    }
}
