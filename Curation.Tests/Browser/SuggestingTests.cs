using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Together;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

public sealed partial class TogetherTests
{
    [Fact]
    public async Task A_comment_with_a_mention_is_live_and_waits_on_the_home_of_who_is_named()
    {
        var (id, tracks) = await Shared(2);
        await using var other = await browser.OpenAsSecond(Roles.Reviewer, $"/playlists/{id}");
        await using var one = await browser.Open($"/playlists/{id}", Roles.Editor);
        var name = (await browser.Get<ReadColleagues>().All()).Single(person => person.Id == browser.Who(Roles.Reviewer, second: true).Person).Name;
        await Row(one, tracks[0]).ClickAsync();
        await one.Page.Keyboard.PressAsync("c");
        var box = one.Page.Locator(".talk textarea").First;
        await box.PressSequentiallyAsync("Too loud? @" + name);
        await Assertions.Expect(one.Page.Locator(".people .pill.on")).ToContainTextAsync(name);
        await box.PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync($"Too loud? @{name} ");
        await box.PressAsync("Control+Enter");
        await Assertions.Expect(one.Page.Locator(".thread .text")).ToContainTextAsync($"@{name}");
        await Assertions.Expect(Row(other, tracks[0]).Locator(".said")).ToHaveTextAsync("1 said");
        await one.AssertAccessible("comments");
        await other.Go("/");
        await Assertions.Expect(other.Page.Locator("[aria-label='Said to you']")).ToContainTextAsync("Too loud?");
        await other.AssertAccessible("home-talk");
        await other.Page.SetViewportSizeAsync(1280, 800);
        await other.Go($"/playlists/{id}?tab=comments");
        await other.Named(AriaRole.Button, "Resolve").ClickAsync();
        await one.Page.SetViewportSizeAsync(1280, 800);
        await Assertions.Expect(one.Page.Locator(".thread")).ToHaveCountAsync(0);
        one.AssertQuiet();
        other.AssertQuiet();
    }

    [Fact]
    public async Task A_suggestion_is_taken_by_the_owner_and_shows_on_both_pages()
    {
        var (id, tracks) = await Shared(4);
        await browser.Get<SetOwnership>().Run(Actor.Console, id, browser.Who(Roles.Editor).Person, Openness.OthersSuggest);
        await using var owner = await browser.Open($"/playlists/{id}", Roles.Editor);
        await using var other = await browser.OpenAsSecond(Roles.Editor, $"/playlists/{id}");
        await Assertions.Expect(other.Page.Locator(".suggest")).ToBeVisibleAsync();
        await Row(other, tracks[3]).ClickAsync();
        await other.Page.Keyboard.PressAsync("Alt+Home");
        await Row(other, tracks[1]).ClickAsync();
        await other.Page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(other.Page.Locator(".suggest")).ToContainTextAsync("2 changes wait");
        Assert.Equal(tracks, (await browser.Get<OpenPlaylist>().Newest(id))!.Draft.Pool.Select(entry => entry.Track));
        await other.AssertAccessible("suggesting");
        await other.Page.SetViewportSizeAsync(1280, 800);
        await other.Page.FillAsync("#suggest-why", "opens better");
        await other.Named(AriaRole.Button, "Suggest").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Suggestions 1" }).ClickAsync();
        await Assertions.Expect(owner.Page.Locator(".card")).ToContainTextAsync("opens better");
        await owner.AssertAccessible("suggestions");
        await owner.Page.SetViewportSizeAsync(1280, 800);
        await owner.Page.Locator(".card input[type=checkbox]").Nth(1).UncheckAsync();
        await owner.Named(AriaRole.Button, "Take 1 of 2").ClickAsync();
        await Assertions.Expect(owner.Page.Locator(".card")).ToContainTextAsync("taken in part");
        await Assertions.Expect(other.Page.Locator("tr[data-track]").First).ToHaveAttributeAsync("data-track", $"{tracks[3]}");
        await Assertions.Expect(Row(other, tracks[1])).ToHaveCountAsync(1);
        owner.AssertQuiet();
        other.AssertQuiet();
    }

    [Fact]
    public async Task History_shows_edits_by_person_two_orders_side_by_side_and_a_branch()
    {
        var (id, tracks) = await Shared(12);
        var view = await browser.Get<OpenPlaylist>().Newest(id);
        await browser.Get<EditDraft>().Run(browser.Who(Roles.Editor), id, view!.Version, new DraftEdit.MoveTracks([tracks[11]], tracks[0]));
        await using var screen = await browser.Open($"/playlists/{id}/history", Roles.Editor);
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Who may edit" })).ToHaveAttributeAsync("href", $"/playlists/{id}/suggestions");
        await Assertions.Expect(screen.Page.Locator(".sides li.moved")).ToHaveCountAsync(2);
        await Assertions.Expect(screen.Page.Locator(".sides li.fold").First).ToContainTextAsync("unchanged");
        await screen.AssertAccessible("history");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Named(AriaRole.Button, "Name this revision").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#label-name")).ToBeFocusedAsync();
        await screen.Page.FillAsync("#label-name", "late first");
        await screen.Named(AriaRole.Button, "Name it").ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".revisions")).ToContainTextAsync("late first");
        await screen.Go($"/playlists/{id}/history?view=changes");
        await Assertions.Expect(screen.Page.Locator(".changes li").First).ToContainTextAsync("moved a track");
        await screen.AssertAccessible("changes");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Named(AriaRole.Button, "Try something from here").ClickAsync();
        await screen.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Bring back" }).ClickAsync();
        await Assertions.Expect(screen.Page.GetByText("The branch says the same as where it began.")).ToBeVisibleAsync();
        await screen.AssertAccessible("branch");
        screen.AssertQuiet();
    }
}
