using Curation.Core.Desk.Acting;
using Curation.Tests.Web.Api;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(ListeningCollection.Name)]
public sealed class LaboratoryTests(PublishedServer server)
{
    [Fact]
    public async Task An_experiment_is_asked_for_by_key_and_its_two_curves_differ_on_the_drawing_and_in_the_table()
    {
        await using var screen = await server.Open("/laboratory", Roles.Reviewer);
        await screen.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(screen.Page.Locator("#lab-title")).ToBeFocusedAsync();
        await screen.AssertAccessible("laboratory-form");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Page.FillAsync("#lab-title", "Who is heard?");
        await screen.Page.SelectOptionAsync("#lab-playlist", new SelectOptionValue { Label = "Night Drive" });
        await screen.Page.FillAsync("#lab-weeks", "4");
        await screen.Page.Locator("#lab-seed").FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Page.Locator("h1")).ToHaveTextAsync("Who is heard?");

        var drawn = screen.Page.Locator("figure.lines", new PageLocatorOptions { HasText = "Gini of plays" });
        await Assertions.Expect(drawn.Locator("path.line")).ToHaveCountAsync(2);
        var paths = await drawn.Locator("path.line").EvaluateAllAsync<string[]>("lines => lines.map(line => line.getAttribute('d'))");
        Assert.NotEqual(paths[0], paths[1]);
        Assert.Matches("week 1.+week 4; .+week 1.+week 4", await drawn.Locator("svg[role=img]").GetAttributeAsync("aria-label"));
        await screen.Page.GetByText("First and last week in figures").ClickAsync();
        var cells = await screen.Page.Locator("tbody tr", new PageLocatorOptions { HasText = "Gini of plays" }).Locator("td").AllTextContentsAsync();
        Assert.Equal(3, cells.Count);
        Assert.NotEqual(cells[1], cells[2]);
        await screen.AssertAccessible("laboratory-curves");

        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Go("/laboratory");
        await Assertions.Expect(screen.Page.Locator("tr", new PageLocatorOptions { HasText = "Who is heard?" })).ToContainTextAsync("Done");
        screen.AssertQuiet();
    }
}
