using Curation.Core.Catalog;
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
public sealed partial class TogetherTests(TestBrowser browser)
{
    [Fact]
    public async Task What_two_editors_do_at_once_is_on_both_pages()
    {
        var (id, tracks) = await Shared(6);
        await using var one = await browser.Open($"/playlists/{id}", Roles.Editor);
        await using var other = await browser.OpenAsSecond(Roles.Editor, $"/playlists/{id}");
        await Row(one, tracks[5]).ClickAsync();
        await Row(other, tracks[1]).ClickAsync();
        await Assertions.Expect(Row(one, tracks[5])).ToHaveAttributeAsync("aria-selected", "true");
        await other.Page.FillAsync("#entry-note", "opens the night");
        await Task.WhenAll(one.Page.Keyboard.PressAsync("Alt+Home"), other.Page.Locator("#entry-note").BlurAsync());
        await Row(other, tracks[0]).ClickAsync();
        await other.Page.Keyboard.PressAsync("Delete");
        foreach (var screen in (Screen[])[one, other])
        {
            await Assertions.Expect(Row(screen, tracks[0])).ToHaveCountAsync(0);
            await Assertions.Expect(Row(screen, tracks[1])).ToContainTextAsync("note");
            await Assertions.Expect(screen.Page.Locator("tr[data-track]").First).ToHaveAttributeAsync("data-track", $"{tracks[5]}");
            await Assertions.Expect(screen.Page.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
            await Assertions.Expect(screen.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-state", "saved");
            screen.AssertQuiet();
        }

        await Assertions.Expect(Row(one, tracks[5])).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Equal([tracks[5], .. tracks.Skip(1).Take(4)], (await browser.Get<OpenPlaylist>().Newest(id))!.Draft.Pool.Select(entry => entry.Track));
    }

    [Fact]
    public async Task A_true_conflict_shows_both_notes_and_the_editor_writes_a_third()
    {
        var (id, tracks) = await Shared(3);
        await using var one = await browser.Open($"/playlists/{id}", Roles.Editor);
        await using var other = await browser.OpenAsSecond(Roles.Editor, $"/playlists/{id}");
        await Row(one, tracks[0]).ClickAsync();
        await Row(other, tracks[0]).ClickAsync();
        await one.Page.Locator("#entry-note").PressSequentiallyAsync("opens the night");
        await other.Page.FillAsync("#entry-note", "ask about the intro");
        await other.Page.Locator("#entry-note").BlurAsync();
        // Whoever pauses is saved; one goes on typing until the other's note is there.
        var theirs = Row(one, tracks[0]).Locator(".chip[title='ask about the intro']");
        while (await theirs.CountAsync() == 0) await one.Page.Locator("#entry-note").PressSequentiallyAsync(".");
        await Assertions.Expect(one.Page.Locator("#entry-note")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^opens the night"));
        await one.Page.Locator("#entry-note").BlurAsync();
        var choice = one.Page.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(choice).ToContainTextAsync("ask about the intro");
        await Assertions.Expect(choice).ToContainTextAsync("opens the night");
        await one.AssertAccessible("conflict");
        await one.Page.SetViewportSizeAsync(1280, 800);
        await choice.GetByRole(AriaRole.Textbox).FillAsync("opens the night; ask about the intro");
        await one.Named(AriaRole.Button, "Write this instead").ClickAsync();
        await Assertions.Expect(choice).ToHaveCountAsync(0);
        await Assertions.Expect(other.Page.Locator("#entry-note")).ToHaveValueAsync("opens the night; ask about the intro");
        one.AssertQuiet();
    }

    [Fact]
    public async Task Who_else_is_here_and_on_which_row_is_shown_until_they_leave()
    {
        var (id, tracks) = await Shared(3);
        await using var one = await browser.Open($"/playlists/{id}", Roles.Editor);
        var other = await browser.OpenAsSecond(Roles.Editor, $"/playlists/{id}");
        await using var tab = await browser.OpenAsSecond(Roles.Editor, $"/playlists/{id}");
        await Row(other, tracks[1]).ClickAsync();
        var mark = one.Page.Locator($"#pool-{tracks[1]} .here");
        await Assertions.Expect(mark).ToBeVisibleAsync();
        var here = one.Page.Locator(".visitors .av");
        await Assertions.Expect(here).ToHaveCountAsync(1);
        await one.AssertAccessible("presence");
        await one.Page.SetViewportSizeAsync(1280, 800);
        await other.DisposeAsync();
        await Assertions.Expect(mark).ToHaveCountAsync(0);
        await Assertions.Expect(here).ToHaveCountAsync(1);
        await tab.DisposeAsync();
        await Assertions.Expect(here).ToHaveCountAsync(0);
        one.AssertQuiet();
    }

    private static ILocator Row(Screen screen, TrackId track) => screen.Page.Locator($"#pool-{track}");

    /// <summary>A playlist of tracks of its own, made by the console.</summary>
    private async Task<(PlaylistId Id, IReadOnlyList<TrackId> Tracks)> Shared(int count)
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        await using var db = await browser.Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        var artists = Enumerable.Range(1, count).Select(number => new Artist($"Duo {number} {mark}")).ToList();
        db.Artists.AddRange(artists);
        await db.SaveChangesAsync();
        var tracks = artists.Select((artist, i) => new Track(TrackKey.OfNames($"Tune {i} {mark}", artist.Name), $"Tune {i} {mark}", artist.Name, [artist.Id])).ToList();
        db.Tracks.AddRange(tracks);
        await db.SaveChangesAsync();
        var id = await browser.Get<CreatePlaylist>().Run(Actor.Console, "Together");
        var view = await browser.Get<OpenPlaylist>().Newest(id);
        await browser.Get<EditDraft>().Run(Actor.Console, id, view!.Version, new DraftEdit.AddTracks(tracks.ConvertAll(track => track.Id)));
        return (id, tracks.ConvertAll(track => track.Id));
    }
}
