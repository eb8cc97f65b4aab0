using Curation.Core.Desk.Acting;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

/// <summary>A store without listeners, plays, attributes or a model, and a pool smaller than its list.</summary>
[Trait("Category", "Browser")]
[Collection(ReviewCollection.Name)]
public sealed class EmptyWorldTests(ReviewServer server)
{
    [Fact]
    public async Task What_cannot_be_measured_is_said_on_every_screen_and_breaks_none()
    {
        var playlist = (await server.Drafted("Nobody Listens")).Id;
        await using var screen = await server.Open($"/playlists/{playlist}/assessment", Roles.Editor);
        await Assertions.Expect(screen.Page.Locator(".sources")).ToContainTextAsync("0 listeners of 0");
        await Assertions.Expect(screen.Page.Locator("main")).ToContainTextAsync("n/a");
        await screen.AssertAccessible("nobody-listens");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Go($"/playlists/{playlist}");
        await screen.Page.Locator("#tab-effect").ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".watched .told")).ToHaveTextAsync("Measured on all 0 listeners.");
        await Assertions.Expect(screen.Page.Locator(".watched li", new PageLocatorOptions { HasText = "Distance from the listener's own genres" })).ToContainTextAsync("not measured");
        await screen.Page.Locator("#tab-blend").ClickAsync();
        await screen.Named(AriaRole.Button, "What does it cost?").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("figure.lines")).ToContainTextAsync("n/a");
        await screen.AssertAccessible("nobody-listens-editor");
        screen.AssertQuiet();
    }
}
