using System.Text.RegularExpressions;
using Curation.Core.Desk.Acting;
using Curation.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Collection(BrowserCollection.Name), Trait("Category", "Browser")]
public sealed class AttributesTests(TestBrowser browser)
{
    [Fact]
    public async Task An_attribute_is_defined_and_its_lines_are_looked_at_before_they_are_taken()
    {
        await using var screen = await browser.Open("/admin/attributes", Roles.Admin);
        var name = $"scene {Guid.NewGuid():N}";
        await screen.Page.GetByLabel("Name of a new attribute").FillAsync(name);
        await screen.Named(AriaRole.Button, "Define attribute").ClickAsync();
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new Regex("/admin/attributes/[0-9]+$"));
        await screen.Page.GetByLabel("Source").FillAsync("Scene register");
        await screen.Page.GetByLabel("Lines").FillAsync("Nobody at all,north\nonly a name");
        await screen.AssertAccessible("attribute");
        await screen.Named(AriaRole.Button, "Review lines").ClickAsync();
        await Assertions.Expect(screen.Page.GetByText("No artist of the catalogue is called so.")).ToBeVisibleAsync();
        await Assertions.Expect(screen.Named(AriaRole.Button, "State 0 values")).ToBeDisabledAsync();
        await screen.AssertAccessible("attribute-review");
        screen.AssertQuiet();
    }
}
