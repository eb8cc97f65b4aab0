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
public sealed class VersionsTests(TestBrowser browser)
{
    [Fact]
    public async Task A_second_copy_is_warned_of_at_once_and_one_press_keeps_one_with_its_note()
    {
        var (id, tracks) = await Twins();
        await using var screen = await browser.Open($"/playlists/{id}", Roles.Editor);
        await Assertions.Expect(Row(screen, tracks[2]).Locator(".chip.warn")).ToContainTextAsync("twice");
        await Row(screen, tracks[2]).ClickAsync();
        await screen.Page.FillAsync("#entry-note", "kept");
        await screen.Page.Locator("#entry-note").BlurAsync();
        await Assertions.Expect(Row(screen, tracks[2])).ToContainTextAsync("note");
        await screen.AssertAccessible();
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Named(AriaRole.Button, "Keep the earlier").ClickAsync();
        await Assertions.Expect(Rows(screen)).ToHaveCountAsync(2);
        await Saved(screen);
        var pool = (await browser.Get<OpenPlaylist>().Newest(id))!.Draft.Pool;
        Assert.Equal([tracks[1], tracks[0]], pool.Select(entry => entry.Track).Order().Reverse());
        Assert.Equal("kept", pool.Single(entry => entry.Track == tracks[0]).Note);
        screen.AssertQuiet();
    }

    [Fact]
    public async Task Several_rows_are_tagged_found_pinned_copied_and_replaced_by_keyboard_alone()
    {
        var (id, tracks) = await Twins();
        var target = await browser.Get<CreatePlaylist>().Run(Actor.Console, $"Target {Guid.NewGuid():N}");
        var title = (await browser.Get<OpenPlaylist>().Newest(target))!.Draft.Title;
        await using var screen = await browser.Open($"/playlists/{id}", Roles.Editor);
        await Rows(screen).First.ClickAsync();
        await screen.Page.Locator("table.pool").FocusAsync();
        var keys = screen.Page.Keyboard;
        await keys.PressAsync("Shift+ArrowDown");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Toolbar, new PageGetByRoleOptions { Name = "Edit the chosen tracks" })).ToContainTextAsync("2 chosen");
        await keys.PressAsync("t");
        await screen.Page.FillAsync("#tag-them", "Opener");
        await keys.PressAsync("Enter");
        await Assertions.Expect(screen.Page.Locator(".chip.own")).ToHaveCountAsync(2);
        await keys.PressAsync("Escape");
        await screen.Page.Locator("table.pool").FocusAsync();

        await keys.PressAsync("p");
        await screen.Page.FillAsync("#pin-at", "4");
        await keys.PressAsync("Enter");
        await Assertions.Expect(Row(screen, tracks[1])).ToContainTextAsync("Pinned 5");

        await keys.PressAsync("y");
        await screen.Page.GetByLabel("A playlist").FillAsync(title);
        await Assertions.Expect(screen.Page.Locator(".choices li")).ToHaveCountAsync(1);
        await keys.PressAsync("Enter");
        await Assertions.Expect(screen.Page.GetByText($"Copied 2 tracks to “{title}”.")).ToBeVisibleAsync();
        Assert.Equal(tracks.Take(2), (await browser.Get<OpenPlaylist>().Newest(target))!.Draft.Pool.Select(entry => entry.Track));

        await keys.PressAsync("Shift+F");
        await Assertions.Expect(screen.Page.GetByLabel("Filter the pool").Last).ToBeFocusedAsync();
        await keys.TypeAsync("opener");
        await Assertions.Expect(Rows(screen)).ToHaveCountAsync(2);
        await screen.AssertAccessible();
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Page.GetByLabel("Filter the pool").Last.PressAsync("Escape");
        await Assertions.Expect(Rows(screen)).ToHaveCountAsync(3);
        screen.AssertQuiet();
    }

    [Fact]
    public async Task A_doubt_is_decided_with_one_key_and_taken_back_with_another()
    {
        var (_, tracks) = await Twins(known: false);
        await using var screen = await browser.Open("/versions", Roles.Editor);
        var heading = screen.Page.Locator("#question");
        await Assertions.Expect(heading).ToContainTextAsync("One recording?");
        await screen.AssertAccessible();
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Page.Keyboard.PressAsync("3");
        await Assertions.Expect(screen.Page.GetByText("1 decision")).ToBeVisibleAsync();
        await screen.Page.Keyboard.PressAsync("0");
        await Assertions.Expect(screen.Named(AriaRole.Button, "Take back 0")).ToBeDisabledAsync();
        await using var track = await browser.Open($"/tracks/{tracks[0]}", Roles.Editor);
        await Assertions.Expect(track.Page.Locator("#versions")).ToBeVisibleAsync();
        await track.AssertAccessible();
        screen.AssertQuiet();
        track.AssertQuiet();
    }

    [Fact]
    public async Task A_takedown_shows_what_it_changes_does_it_and_is_taken_back()
    {
        var (id, tracks) = await Twins();
        await using var screen = await browser.Open("/everywhere", Roles.Editor);
        var finder = screen.Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "A track" });
        await finder.FillAsync((await browser.Get<ReadTracks>().Of([tracks[1]]))[tracks[1]].Facts.Title);
        await finder.PressAsync("Enter");
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"track={tracks[1]}"));
        await Assertions.Expect(screen.Page.Locator("#holders")).ToContainTextAsync("1 place in 1 playlist");
        await screen.AssertAccessible();
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Page.FillAsync("#why", "Rights ended");
        await screen.Named(AriaRole.Button, "Take down everywhere").ClickAsync();
        await Assertions.Expect(screen.Page.GetByText("Taken down already: no playlist takes it.")).ToBeVisibleAsync();
        Assert.DoesNotContain((await browser.Get<OpenPlaylist>().Newest(id))!.Draft.Pool, entry => entry.Track == tracks[1]);
        await screen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Take back:" }).First.ClickAsync();
        await screen.Page.Locator(".mud-dialog .btn.go").ClickAsync();
        await Assertions.Expect(screen.Page.GetByText("1 of 1 place restored.")).ToBeVisibleAsync();
        Assert.Equal(tracks, (await browser.Get<OpenPlaylist>().Newest(id))!.Draft.Pool.Select(entry => entry.Track));
        screen.AssertQuiet();
    }

    private static ILocator Rows(Screen screen) => screen.Page.Locator("tr[data-track]");

    private static ILocator Row(Screen screen, TrackId track) => screen.Page.Locator($"#pool-{track}");

    private static Task Saved(Screen screen) => Assertions.Expect(screen.Page.Locator(".state[data-state]")).ToHaveAttributeAsync("data-state", "saved");

    /// <summary>A playlist of three tracks, of which the last is the first again, from another release; without known lengths that is only a doubt.</summary>
    private async Task<(PlaylistId Id, IReadOnlyList<TrackId> Tracks)> Twins(bool known = true)
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        await using var db = await browser.Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        var band = new Artist($"Band {mark}");
        db.Artists.Add(band);
        await db.SaveChangesAsync();
        List<Track> tracks = [.. new[] { $"Sodium {mark}", $"Overpass {mark}", $"Sodium {mark} (2011 Remaster)" }.Select(title => new Track(TrackKey.OfNames(title, band.Name), title, band.Name, [band.Id]))];
        foreach (var track in tracks.Where(_ => known)) track.State(durationMs: 200_000);
        db.Tracks.AddRange(tracks);
        await db.SaveChangesAsync();
        await browser.Get<CurrentModel>().Refresh();
        var id = await browser.Get<CreatePlaylist>().Run(Actor.Console, $"Twins {mark}");
        var view = await browser.Get<OpenPlaylist>().Newest(id);
        await browser.Get<EditDraft>().Run(Actor.Console, id, view!.Version, new DraftEdit.AddTracks(tracks.ConvertAll(track => track.Id)));
        return (id, tracks.ConvertAll(track => track.Id));
    }
}
