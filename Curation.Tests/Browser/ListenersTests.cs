using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Listeners;
using Curation.Tests.Web.Api;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Trait("Category", "Browser")]
public sealed class ListenersTests(PublishedServer server) : IClassFixture<PublishedServer>
{
    [Fact]
    public async Task An_admin_finds_a_listener_by_key_and_keeps_explicit_tracks_from_them()
    {
        await using var screen = await server.Open("/admin/listeners", Roles.Admin);
        await screen.Page.GetByLabel("Find a listener by key").FillAsync("listener-12");
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Listener" })).ToContainTextAsync("Plays kept");
        await screen.AssertAccessible("listener");
        await screen.Page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = "Excludes explicit tracks" }).FocusAsync();
        await screen.Page.Keyboard.PressAsync(" ");
        await Assertions.Expect(screen.Page.GetByText("Explicit tracks are excluded from now on.")).ToBeVisibleAsync();
        Assert.True((await server.Get<ReadListener>().ByKey("listener-12"))!.ExcludesExplicit);

        await screen.Page.ReloadAsync();
        await screen.Ready();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = "Excludes explicit tracks" })).ToBeCheckedAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = "Profiling off" })).Not.ToBeCheckedAsync();
        await screen.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "What was changed" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("main")).ToContainTextAsync("listener.explicit-excluded");
        screen.AssertQuiet();
    }
}
