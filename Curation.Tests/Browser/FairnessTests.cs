using System.Text.RegularExpressions;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Curation.Tests.Web.Api;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(ListeningCollection.Name)]
public sealed partial class FairnessTests(PublishedServer server)
{
    [Fact]
    public async Task Keeping_places_for_a_group_draws_what_they_cost_and_a_chosen_point_becomes_the_recipe()
    {
        var playlist = await Playlist();
        await using var screen = await server.Open($"/playlists/{playlist}", Roles.Editor);
        await screen.Page.SelectOptionAsync("#fair-dimension", "genre");
        await screen.Page.SelectOptionAsync("#fair-group", "Synth pop");
        var points = Points(screen, "Set the least share of Synth pop to a point");
        await Assertions.Expect(points).ToHaveCountAsync(7);
        await Assertions.Expect(screen.Page.Locator("figure", new PageLocatorOptions { HasText = "Fit against the share of Synth pop" }).Locator("circle")).ToHaveCountAsync(7);
        await Assertions.Expect(points.Filter(Of("20 %"))).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.All(await points.AllTextContentsAsync(), words => Assert.Matches(Bought(), words));

        await points.Filter(Of("50 %")).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(points.Filter(Of("50 %"))).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(points.Filter(Of("50 %"))).ToBeFocusedAsync();
        await Assertions.Expect(points.And(screen.Page.Locator("[aria-pressed=true]"))).ToHaveCountAsync(1);
        await Saved(screen);
        Assert.Equal([new GroupShare("Synth pop", 0.5)], (await Blend(playlist)).Exposure!.Shares);
        await screen.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(points.Filter(Of("20 %"))).ToHaveAttributeAsync("aria-pressed", "true");
        await Saved(screen);
        Assert.Equal([new GroupShare("Synth pop", 0.2)], (await Blend(playlist)).Exposure!.Shares);

        await screen.Page.SetViewportSizeAsync(390, 800);
        await screen.Page.Locator("#tab-inspector").ClickAsync();
        await Assertions.Expect(points.First).ToBeVisibleAsync();
        await screen.AssertAccessible("trade-off");
        screen.AssertQuiet();
    }

    [Fact]
    public async Task The_weight_of_calibration_is_chosen_from_its_curve()
    {
        var playlist = await Playlist();
        await using var screen = await server.Open($"/playlists/{playlist}", Roles.Editor);
        await screen.Named(AriaRole.Button, "What does it cost?").ClickAsync();
        var points = Points(screen, "Set calibration to a point");
        await Assertions.Expect(points.Filter(Of("0 %"))).ToHaveAttributeAsync("aria-pressed", "true");
        await points.Filter(Of("35 %")).ClickAsync();
        await Assertions.Expect(points.Filter(Of("35 %"))).ToHaveAttributeAsync("aria-pressed", "true");
        await Saved(screen);
        Assert.Equal(0.35, (await Blend(playlist)).Calibration);
        await points.Filter(Of("0 %")).ClickAsync();
        await Assertions.Expect(points.Filter(Of("0 %"))).ToHaveAttributeAsync("aria-pressed", "true");
        await Saved(screen);
        Assert.Null((await Blend(playlist)).Calibration);
        screen.AssertQuiet();
    }

    private static ILocator Points(Screen screen, string name) => screen.Named(AriaRole.Group, name).GetByRole(AriaRole.Button);

    private static LocatorFilterOptions Of(string setting) => new() { HasTextRegex = new Regex($"^{setting}", RegexOptions.None, TimeSpan.FromSeconds(1)) };

    private static Task Saved(Screen screen) => Assertions.Expect(screen.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-state", "saved");

    private Task<PlaylistId> Playlist() => server.Drafted("Evenly", server.Tracks.Take(16), new Blend { Size = 10, DiscoveryShare = 0, EditorialWeight = 0.3, ArtistSeparation = 1 });

    private async Task<Blend> Blend(PlaylistId playlist) => (await server.Get<OpenPlaylist>().Newest(playlist))!.Draft.Blend;

    [GeneratedRegex(@"^\d+ %: fit \d+\.\d %, exposure \d+\.\d %$")]
    private static partial Regex Bought();
}
