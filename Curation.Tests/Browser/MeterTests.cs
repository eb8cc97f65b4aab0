using System.Text.RegularExpressions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Policies;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Curation.Tests.Web.Api;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(ListeningCollection.Name)]
public sealed partial class MeterTests(PublishedServer server)
{
    private static readonly MeasureKey Watched = new(Measures.Exposure, "genre", "Synth pop");

    [Fact]
    public async Task The_meter_follows_every_edit_and_offers_swaps_with_what_they_cost()
    {
        var playlist = await Warned();
        await using var screen = await server.Open($"/playlists/{playlist}", Roles.Editor);
        await screen.Page.Locator("#tab-effect").ClickAsync();
        var line = Line(screen);
        await Assertions.Expect(Level(line)).ToContainTextAsync("warn");
        await Assertions.Expect(screen.Page.Locator(".watched .told")).ToHaveTextAsync("Measured on all 40 listeners.");
        var figure = line.Locator(".figures .num");
        var before = (await figure.TextContentAsync())!;
        await Rows(screen).First.ClickAsync();
        await screen.Page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(figure).Not.ToHaveTextAsync(before);
        await screen.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(figure).ToHaveTextAsync(before);
        await Saved(screen);

        var version = await Version(playlist);
        await line.GetByRole(AriaRole.Button).ClickAsync();
        await AssertOffers(line);
        await screen.Page.SetViewportSizeAsync(390, 800);
        await screen.Page.Locator("#tab-inspector").ClickAsync();
        await Assertions.Expect(line).ToBeVisibleAsync();
        await screen.AssertAccessible("meter-offer");
        await line.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Close" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".fix")).ToHaveCountAsync(0);
        Assert.Equal(version, await Version(playlist));
        screen.AssertQuiet();
    }

    [Fact]
    public async Task One_press_makes_all_the_swaps_as_one_edit_and_one_undo_brings_everything_back_all_by_keys()
    {
        var playlist = await Warned();
        var before = (await server.Get<OpenPlaylist>().Newest(playlist))!;
        await using var screen = await server.Open($"/playlists/{playlist}", Roles.Editor);
        var keys = screen.Page.Keyboard;
        await screen.Page.Locator("#tab-blend").FocusAsync();
        await keys.PressAsync("ArrowRight");
        await Assertions.Expect(screen.Page.Locator("#tab-order")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowRight");
        await Assertions.Expect(screen.Page.Locator("#tab-effect")).ToBeFocusedAsync();
        var line = Line(screen);
        await Assertions.Expect(Level(line)).ToContainTextAsync("warn");
        await TabTo(keys, line.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "What would fix it" }));
        await keys.PressAsync("Enter");
        await AssertOffers(line);
        await TabTo(keys, line.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = MakeThem() }));
        await keys.PressAsync("Enter");

        await Assertions.Expect(Level(line)).ToContainTextAsync("pass");
        await Assertions.Expect(screen.Page.Locator(".watched")).ToBeFocusedAsync();
        await Saved(screen);
        var after = (await server.Get<OpenPlaylist>().Newest(playlist))!;
        Assert.Equal(before.Version + 1, after.Version);
        Assert.Equal(before.Draft.Pool.Length, after.Draft.Pool.Length);
        Assert.NotEqual(Tracks(before), Tracks(after));

        await keys.PressAsync("Control+z");
        await Assertions.Expect(Level(line)).ToContainTextAsync("warn");
        await Saved(screen);
        var undone = (await server.Get<OpenPlaylist>().Newest(playlist))!;
        Assert.Equal(after.Version + 1, undone.Version);
        Assert.Equal(Tracks(before), Tracks(undone));
        await screen.Page.Locator("#tab-log").ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".log")).ToContainTextAsync(FigureWords.Name(Watched));
        screen.AssertQuiet();
    }

    private static async Task AssertOffers(ILocator line)
    {
        var swaps = line.Locator(".fix ol li");
        await Assertions.Expect(line.Locator(".fix [role=status]")).ToContainTextAsync("clear");
        await Assertions.Expect(line.Locator(".fix [role=status]")).ToContainTextAsync("fit to tastes");
        Assert.NotEqual(0, await swaps.CountAsync());
        foreach (var cost in await swaps.Locator(".num").AllTextContentsAsync()) Assert.Matches(CostOfOne(), cost);
    }

    private static async Task TabTo(IKeyboard keys, ILocator target)
    {
        for (var steps = 0; steps < 12 && !await target.EvaluateAsync<bool>("it => it === document.activeElement"); steps++) await keys.PressAsync("Tab");
        await Assertions.Expect(target).ToBeFocusedAsync();
    }

    private static IEnumerable<Core.Catalog.TrackId> Tracks(PlaylistView view) => view.Draft.Pool.Select(entry => entry.Track);

    private static ILocator Line(Screen screen) => screen.Page.Locator(".watched li", new PageLocatorOptions { HasText = FigureWords.Name(Watched) });

    /// <summary>The finding's name and level; below it stands what warns.</summary>
    private static ILocator Level(ILocator line) => line.Locator(".row").First;

    private static ILocator Rows(Screen screen) => screen.Page.Locator("tr[data-track]");

    private static Task Saved(Screen screen) => Assertions.Expect(screen.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-state", "saved");

    private async Task<int> Version(PlaylistId playlist) => (await server.Get<OpenPlaylist>().Newest(playlist))!.Version;

    /// <summary>A playlist with less of a genre than the policy wants to see.</summary>
    private async Task<PlaylistId> Warned()
    {
        var (number, rules) = await server.Get<ReadPolicies>().InForce();
        var threshold = new Threshold(Watched, Side.Below, 0.4, null);
        if (!rules.Thresholds.Contains(threshold)) await server.Get<SavePolicy>().Run(server.Who(Roles.Admin), number, rules with { Thresholds = [threshold, .. rules.Thresholds] }, "to see more of it");
        return await server.Drafted("Half Light", server.Tracks.Index().Where(track => track.Index % 2 == 0 || track.Index < 4).Take(12).Select(track => track.Item), new Blend { Size = 10, DiscoveryShare = 0, EditorialWeight = 0.3, ArtistSeparation = 1 });
    }

    [GeneratedRegex(@"^(costs|adds) \d+\.\d\d pt$")]
    private static partial Regex CostOfOne();

    [GeneratedRegex("^Make the swap")]
    private static partial Regex MakeThem();
}
