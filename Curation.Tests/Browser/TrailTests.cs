using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Collection(BrowserCollection.Name), Trait("Category", "Browser")]
public sealed class TrailTests(TestBrowser browser)
{
    [Fact]
    public async Task An_admin_narrows_the_log_and_verifies_it()
    {
        await browser.Get<WriteHeads>().Run(now: true);
        await using var screen = await browser.Open("/admin/log", Roles.Admin);
        await screen.Page.GetByLabel("Action").SelectOptionAsync("person.invite");
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("action=person.invite", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(screen.Page.Locator("tbody .chip").First).ToHaveTextAsync("person.invite");
        await screen.Page.GetByLabel("Words in a line").FillAsync("nothing of the kind");
        await screen.Page.GetByLabel("Words in a line").PressAsync("Enter");
        await Assertions.Expect(screen.Page.Locator(".empty")).ToBeVisibleAsync();
        await screen.Named(AriaRole.Button, "Verify").ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".verdict.holds")).ToContainTextAsync("from the first to the last");
        await screen.AssertAccessible("log-verified");
        screen.AssertQuiet();
    }

    [Fact]
    public async Task A_damaged_address_is_said_to_be_one_and_leads_to_the_page_without_the_damage()
    {
        await using var screen = await browser.Open("/admin/log?before=abc", Roles.Admin);
        await Assertions.Expect(screen.Page.GetByText("This address cannot be read")).ToBeVisibleAsync();
        await screen.Page.GetByText("The page without it").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("table.data tbody tr").First).ToBeVisibleAsync();
        screen.AssertQuiet();
    }
}
