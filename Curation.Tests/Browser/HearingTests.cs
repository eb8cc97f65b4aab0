using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(DemoCollection.Name)]
public sealed class HearingTests(DemoBrowser browser)
{
    [Fact]
    public async Task A_tone_from_the_pool_goes_on_when_the_page_changes_and_obeys_the_keys()
    {
        await using var screen = await Pool();
        var titles = await screen.Page.Locator("tr[data-track]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.title)");
        await Rows(screen).Nth(1).HoverAsync();
        await Rows(screen).Nth(1).Locator(".hear button").ClickAsync();
        await Sounds(screen, titles[1]);
        await Assertions.Expect(Rows(screen).Nth(1).Locator(".hear")).ToHaveAttributeAsync("data-state", "playing");
        await Assertions.Expect(Bar(screen)).ToContainTextAsync("synthesised from tempo, key and energy - not the recording");
        await Pause(screen);
        await screen.AssertAccessible("player");
        await screen.Page.SetViewportSizeAsync(1280, 800);

        await screen.Page.Keyboard.PressAsync("k");
        await screen.Page.Locator("nav >> text=Versions").ClickAsync();
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new Uri(browser.Address, "/versions").ToString());
        await Advances(screen, await Position(screen));
        await screen.Page.Locator("h1").FocusAsync();
        await Pause(screen);
        await screen.Page.Keyboard.PressAsync("l");
        await Sounds(screen, titles[2]);
        await Pause(screen);
        await screen.Page.Keyboard.PressAsync("j");
        await Sounds(screen, titles[1]);
        await Pause(screen);
        await screen.Page.Keyboard.PressAsync("Shift+K");
        await screen.Page.WaitForFunctionAsync("() => { const seek = document.querySelector('[data-part=seek]'); return seek.max > 19 && seek.value >= seek.max - 15.1; }");
        await Assertions.Expect(Bar(screen)).ToHaveAttributeAsync("data-playing", "true");
        await Pause(screen);
        screen.AssertQuiet();
    }

    [Fact]
    public async Task A_transition_begins_with_the_end_of_the_row_and_goes_on_alone_with_the_next()
    {
        await using var screen = await Pool();
        var titles = await screen.Page.Locator("tr[data-track]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.title)");
        await screen.Page.EvaluateAsync("localStorage.setItem('curation.player', JSON.stringify({ volume: .5, seconds: 2 }))");
        await Rows(screen).Nth(2).ClickAsync(new LocatorClickOptions { Position = new Position { X = 220, Y = 20 } });
        await screen.Page.Keyboard.PressAsync("Shift+L");
        await Sounds(screen, titles[3]);
        await Assertions.Expect(Bar(screen)).ToContainTextAsync($"out of {titles[2]}");
        await Assertions.Expect(Bar(screen)).Not.ToContainTextAsync("out of");
        await screen.Page.WaitForFunctionAsync("() => document.querySelector('[data-part=seek]').value >= 1.9");
        await Advances(screen, await Position(screen));
        await Assertions.Expect(screen.Named(AriaRole.Slider, "Volume")).ToHaveValueAsync("0.5");
        await Assertions.Expect(Rows(screen).Nth(3).Locator(".hear")).ToHaveAttributeAsync("data-state", "playing");
        screen.AssertQuiet();
    }

    [Fact]
    public async Task A_sound_that_cannot_be_fetched_says_what_to_do_and_the_next_one_plays()
    {
        await using var screen = await Pool();
        var broken = await Rows(screen).First.GetAttributeAsync("data-track");
        await screen.Page.RouteAsync(url => url.Contains($"/media/{broken}?", StringComparison.Ordinal), route => route.FulfillAsync(new RouteFulfillOptions { Status = 404 }));
        await Rows(screen).First.HoverAsync();
        await Rows(screen).First.Locator(".hear button").ClickAsync();
        await Assertions.Expect(Bar(screen).Locator("[role=alert]")).ToContainTextAsync("The next one still plays");
        await screen.Page.Keyboard.PressAsync("l");
        await Sounds(screen, (await Rows(screen).Nth(1).GetAttributeAsync("data-title"))!);
        await Assertions.Expect(Bar(screen).Locator("[role=alert]")).ToHaveCountAsync(0);
    }

    private static ILocator Rows(Screen screen) => screen.Page.Locator("tr[data-track]");

    private static ILocator Bar(Screen screen) => screen.Page.Locator("section.player");

    private static Task<double> Position(Screen screen) => screen.Page.EvaluateAsync<double>("Number(document.querySelector('[data-part=seek]').value)");

    private static Task Advances(Screen screen, double from) =>
        screen.Page.WaitForFunctionAsync("from => Number(document.querySelector('[data-part=seek]').value) > from + .4", from);

    // A tone is over after twenty seconds, and the next one plays: on a busy machine it must not run while something else is waited for.
    private static async Task Pause(Screen screen)
    {
        await screen.Page.Keyboard.PressAsync("k");
        await Assertions.Expect(Bar(screen)).ToHaveAttributeAsync("data-playing", "false");
    }

    /// <summary>The bar names the track and time goes by.</summary>
    private static async Task Sounds(Screen screen, string title)
    {
        await Assertions.Expect(Bar(screen).Locator(".two a").First).ToHaveTextAsync(title);
        await Assertions.Expect(Bar(screen)).ToHaveAttributeAsync("data-playing", "true");
        await Advances(screen, 0);
    }

    private async Task<Screen> Pool()
    {
        var playlist = (await browser.Get<ListPlaylists>().All()).First(row => row.PoolSize > 8);
        var screen = await browser.Open($"/playlists/{playlist.Id}", Roles.Editor);
        await Assertions.Expect(Rows(screen).First).ToBeVisibleAsync();
        return screen;
    }
}
