using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(DemoCollection.Name)]
public sealed class FindingTests(DemoBrowser browser)
{
    [Fact]
    public async Task A_search_is_narrowed_step_by_step_stands_in_the_address_and_is_saved()
    {
        await using var screen = await browser.Open("/search?tempo=60-180", Roles.Editor);
        var page = screen.Page;
        await Assertions.Expect(page.Locator("table.data tbody tr").First).ToBeVisibleAsync();
        await page.GetByLabel("Find tracks, artists, playlists").Nth(1).FillAsync("the");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=the"));
        await page.Locator(".facet input").First.CheckAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=the&tempo=60-180&genre=\\d+"));
        await Assertions.Expect(page.Locator(".chips .pill.on")).ToHaveCountAsync(2);
        await page.GetByLabel("Name for this search").FillAsync("Mine");
        await page.Locator(".saved button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".saved a")).ToHaveTextAsync(["Mine"]);
        await page.Locator("table.data tbody input[type=checkbox]").First.CheckAsync();
        await Assertions.Expect(page.Locator("[role=toolbar] b")).ToHaveTextAsync("1 chosen");
        await screen.AssertAccessible("search-narrowed");
        screen.AssertQuiet();
    }

    [Fact]
    public async Task F_finds_beside_the_pool_and_enter_adds_the_first_that_is_not_there()
    {
        var (playlist, path) = await Draft("Found by f");
        await using var screen = await browser.Open(path, Roles.Editor);
        await screen.Page.Keyboard.PressAsync("f");
        var field = screen.Page.GetByLabel("Find tracks for this playlist");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await field.PressSequentiallyAsync("the");
        await Assertions.Expect(screen.Page.Locator(".find .found").First).ToBeVisibleAsync();
        await Assertions.Expect(screen.Page.Locator(".find a.more")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("q=the&for="));
        await field.PressAsync("Enter");
        await Assertions.Expect(screen.Page.Locator(".find .held")).ToHaveCountAsync(1);
        await Assertions.Expect(screen.Page.Locator("tr[data-track]")).ToHaveCountAsync(1);
        await screen.AssertAccessible("editor-find");
        await Assertions.Expect(screen.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-state", "saved");
        screen.AssertQuiet();
        Assert.Single((await browser.Get<OpenPlaylist>().Newest(playlist))!.Draft.Pool);
    }

    [Fact]
    public async Task Enter_pressed_before_the_answer_came_adds_what_was_typed()
    {
        var (playlist, path) = await Draft("Faster than the answer");
        var track = (await browser.Get<CurrentModel>().Get()).Catalogue.Tracks.GroupBy(one => one.Title, StringComparer.OrdinalIgnoreCase).Where(alike => alike.Count() == 1).MaxBy(alike => alike.Key.Length)!.Single();
        await using var screen = await browser.Open(path, Roles.Editor);
        await screen.Page.Keyboard.PressAsync("f");
        await Assertions.Expect(screen.Page.Locator("#find-here")).ToBeFocusedAsync();
        await Assertions.Expect(screen.Page.Locator(".find .found").First).ToBeVisibleAsync();
        await screen.Page.Keyboard.TypeAsync(track.Title);
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Page.Locator("tr[data-track]")).ToHaveCountAsync(1);
        await Assertions.Expect(screen.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-state", "saved");
        Assert.Equal(track.Id, (await browser.Get<OpenPlaylist>().Newest(playlist))!.Draft.Pool.Single().Track);
        screen.AssertQuiet();
    }

    [Fact]
    public async Task A_rule_is_built_counted_said_in_words_and_attached_after_a_look_at_what_it_changes()
    {
        var (playlist, path) = await Draft("Kept by a rule");
        await using var screen = await browser.Open(path, Roles.Editor);
        var page = screen.Page;
        await page.GetByRole(AriaRole.Tab, new() { Name = "Rules" }).ClickAsync();
        await Assertions.Expect(page.Locator(".build .sentence")).ToContainTextAsync("No condition yet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add once…" }).ClickAsync();
        await Assertions.Expect(page.GetByText("A rule without a condition fits every track")).ToBeVisibleAsync();
        await page.Locator(".kind").First.SelectOptionAsync("between-Year");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("2015");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".sentence")).ToContainTextAsync("year from 2015.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Group", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("fieldset.group")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".count b")).Not.ToHaveTextAsync("0");
        await screen.AssertAccessible("editor-rules");
        await page.SetViewportSizeAsync(1280, 800);
        await page.GetByLabel("at most").FillAsync("5");
        await page.GetByLabel("Name of the smart section").FillAsync("Newer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach as smart section…" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToContainTextAsync("Adds 5 tracks and removes 0 tracks");
        await Assertions.Expect(page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "Attach" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("tr[data-track]")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator(".sec [role=status]")).ToHaveTextAsync("up to date");
        await screen.AssertAccessible("editor-rules-attached");
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveAttributeAsync("data-state", "saved");
        screen.AssertQuiet();
        var draft = (await browser.Get<OpenPlaylist>().Newest(playlist))!.Draft;
        Assert.All(draft.Pool, entry => Assert.Equal(1, entry.Section));
        Assert.Equal("Newer", draft.Section(1)!.Name);
    }

    private async Task<(PlaylistId Playlist, string Path)> Draft(string title)
    {
        var playlist = await browser.Get<CreatePlaylist>().Run(Actor.Console, title);
        return (playlist, $"/playlists/{playlist}");
    }
}
