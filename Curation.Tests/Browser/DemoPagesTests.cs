using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Reviews;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(PagesCollection.Name)]
public sealed class DemoPagesTests(DemoBrowser browser)
{
    [Theory]
    [InlineData("/reviews/{waiting}", Roles.Reviewer)]
    [InlineData("/reviews/{decided}", Roles.Editor)]
    [InlineData("/tracks/1", Roles.Editor)]
    [InlineData("/reviews/content/1", Roles.Reviewer)]
    public async Task A_page_with_something_to_show_is_accessible_and_quiet(string template, string role)
    {
        var submissions = browser.Get<ListSubmissions>();
        var path = template
            .Replace("{waiting}", $"{(await submissions.Waiting())[0].Submission.Id}", StringComparison.Ordinal)
            .Replace("{decided}", $"{(await submissions.Decided(1))[0].Submission.Id}", StringComparison.Ordinal);
        await using var screen = await browser.Open(path, role);
        await Assertions.Expect(screen.Page.Locator(".head h1")).ToBeVisibleAsync();
        await screen.AssertAccessible($"demo{template.Replace('/', '-')}");
        screen.AssertQuiet();
    }
}
