using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(DemoCollection.Name)]
public sealed class AssessmentPageTests(DemoBrowser browser)
{
    [Fact]
    public async Task A_reviewer_reads_the_effect_and_opens_a_figure_to_who_is_behind_it()
    {
        var playlist = (await browser.Get<ListPlaylists>().All()).First(row => row.Stage == PlaylistStage.Published);
        await using var screen = await browser.Open($"/playlists/{playlist.Id}/assessment?of=sample", Roles.Reviewer);
        var bars = screen.Page.Locator(".bars .line a");
        await Assertions.Expect(bars.Filter(new LocatorFilterOptions { HasText = "unknown" })).ToBeVisibleAsync();
        await screen.Page.Locator(".choices").GetByText("genre", new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        await screen.Page.WaitForURLAsync(url => url.Contains("dimension=genre", StringComparison.Ordinal));
        await screen.Page.Locator(".bars[aria-label='Exposure by genre'] .line a").First.ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#behind ol li").First).ToBeVisibleAsync();
        await screen.AssertAccessible("assessment");
        screen.AssertQuiet();
    }
}
