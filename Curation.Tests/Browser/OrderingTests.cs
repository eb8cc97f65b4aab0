using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(DemoCollection.Name)]
public sealed class OrderingTests(DemoBrowser browser)
{
    [Fact]
    public async Task A_target_is_drawn_the_pool_is_put_in_order_by_a_key_and_undo_brings_the_old_order_back()
    {
        await using var screen = await browser.Open($"/playlists/{await Playlist()}", Roles.Editor);
        var page = screen.Page;
        await page.SetViewportSizeAsync(1280, 800);
        await screen.Ready();
        await page.Locator("#tab-order").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Arc", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("path.target")).ToBeAttachedAsync();
        await page.GetByLabel("Artist", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(page.Locator(".feasible")).ToContainTextAsync("rule");
        var before = await Titles(page);

        await page.Keyboard.PressAsync("o");
        await Assertions.Expect(page.Locator(".report")).ToContainTextAsync("Ordered");
        await Assertions.Expect(page.Locator(".curve .far")).ToContainTextAsync("flow");
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveAttributeAsync("data-state", "saved");
        Assert.NotEqual(before, await Titles(page));
        await screen.AssertAccessible("ordered");
        await page.SetViewportSizeAsync(1280, 800);

        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("tr[data-track] b")).ToHaveTextAsync(before);
        await Assertions.Expect(page.Locator("[data-state]")).ToHaveAttributeAsync("data-state", "saved");

        await DrawByHand(page);
        var point = page.GetByRole(AriaRole.Slider, new() { Name = "Target, point 1 of 9" });
        var energy = int.Parse((await point.GetAttributeAsync("aria-valuenow"))!, System.Globalization.CultureInfo.InvariantCulture);
        await point.FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(point).ToHaveAttributeAsync("aria-valuenow", $"{energy + 5}");
        screen.AssertQuiet();
    }

    private static async Task DrawByHand(IPage page)
    {
        var box = (await page.Locator(".plot").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 4, box.Y + (box.Height * 0.7f));
        await page.Mouse.DownAsync();
        for (var step = 1; step <= 16; step++) await page.Mouse.MoveAsync(box.X + 4 + ((box.Width - 8) * step / 16), box.Y + (box.Height * (0.7f - (step / 40f))));
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator(".point")).ToHaveCountAsync(9);
    }

    private static Task<IReadOnlyList<string>> Titles(IPage page) => page.Locator("tr[data-track] b").AllTextContentsAsync();

    private async Task<PlaylistId> Playlist() => (await browser.Get<ListPlaylists>().All()).OrderByDescending(row => row.PoolSize).First().Id;
}
