using Curation.Core.Desk.Acting;
using Curation.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Collection(BrowserCollection.Name), Trait("Category", "Browser")]
public sealed class ShellTests(TestBrowser browser)
{
    [Fact]
    public async Task The_question_mark_shows_the_keys_and_escape_hides_them()
    {
        await using var screen = await browser.Open("/", Roles.Editor);
        await screen.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(screen.Named(AriaRole.Heading, "Keys")).ToBeVisibleAsync();
        await screen.AssertAccessible();
        await screen.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(screen.Named(AriaRole.Heading, "Keys")).ToBeHiddenAsync();
        screen.AssertQuiet();
    }

    [Fact]
    public async Task A_slash_goes_to_the_search_field_and_words_go_to_the_search_page()
    {
        await using var screen = await browser.Open("/", Roles.Editor);
        await screen.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(screen.Page.Locator("#find")).ToBeFocusedAsync();
        await screen.Page.Keyboard.TypeAsync("night drive");
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/search\\?q=night(%20|\\+)drive$"));
    }

    [Fact]
    public async Task The_search_field_is_ready_where_the_menu_leads_to_it()
    {
        await using var screen = await browser.Open("/", Roles.Editor);
        await screen.Page.Locator("#nav >> text=Search").ClickAsync();
        await Assertions.Expect(screen.Page.GetByPlaceholder("Tracks, artists, playlists", new PageGetByPlaceholderOptions { Exact = true })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_chosen_theme_is_remembered_and_wins_over_the_system()
    {
        await using var screen = await browser.Open("/", Roles.Editor, theme: "dark");
        await screen.Page.ClickAsync("[aria-label^='Theme']");
        await screen.Page.Locator(".choice >> text=Light").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await screen.Page.ReloadAsync();
        await screen.Ready();
        await Assertions.Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
    }

    [Fact]
    public async Task On_a_phone_the_menu_opens_and_closes_after_a_choice()
    {
        await using var screen = await browser.Open("/", Roles.Admin, width: 390);
        var link = screen.Page.Locator("nav >> text=Admin");
        await Assertions.Expect(link).ToBeHiddenAsync();
        await screen.Named(AriaRole.Button, "Menu").ClickAsync();
        await link.ClickAsync();
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new Uri(browser.Address, "/admin").ToString());
        await Assertions.Expect(link).ToBeHiddenAsync();
    }

    [Fact]
    public async Task On_a_phone_the_admin_place_that_is_open_is_in_view()
    {
        await using var screen = await browser.Open("/admin/log", Roles.Admin, width: 390);
        var open = screen.Page.Locator("nav[aria-label=Admin] a.active");
        await Assertions.Expect(open).ToHaveTextAsync("Log");
        await Assertions.Expect(open).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
        await screen.Page.GotoAsync("/admin/people");
        await Assertions.Expect(open).ToHaveTextAsync("People");
        await Assertions.Expect(open).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
    }

    [Fact]
    public async Task Signing_out_leads_back_to_the_door()
    {
        var mail = $"{Guid.NewGuid():N}@test.curation";
        await browser.Invite(Roles.Editor, mail);
        await using var screen = await browser.Open("/account/sign-in");
        await screen.Page.FillAsync("#email", mail);
        await screen.Page.FillAsync("#password", WorkbenchServer.Password);
        await screen.Page.ClickAsync("button[type=submit]");
        await screen.Page.Locator("[data-interactive=true]").WaitForAsync();
        await screen.Page.ClickAsync("[aria-label$=account]");
        await screen.Page.ClickAsync("text=Sign out");
        await screen.Page.WaitForURLAsync("**/account/sign-in");
        await screen.Page.GotoAsync("/playlists");
        await screen.Page.WaitForURLAsync("**/account/sign-in?back=%2Fplaylists");
    }
}
