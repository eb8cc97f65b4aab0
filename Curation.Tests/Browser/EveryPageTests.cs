using System.Reflection;
using Curation.Core.Desk.Acting;
using Curation.Tests.Fixtures;
using Curation.Web;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Curation.Tests.Browser;

[Collection(BrowserCollection.Name), Trait("Category", "Browser")]
public sealed class EveryPageTests(TestBrowser browser)
{
    /// <summary>Every page without a parameter in its address, so that a new page is checked without being listed.</summary>
    public static TheoryData<string> Pages
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var path in typeof(App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Where(IsPlain).Order(StringComparer.Ordinal))
                data.Add(path);

            return data;
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_and_quiet(string path)
    {
        var role = path.StartsWith("/admin", StringComparison.Ordinal) ? Roles.Admin : path.StartsWith("/reviews", StringComparison.Ordinal) ? Roles.Reviewer : Roles.Editor;
        await using var screen = await browser.Open(path, path.StartsWith("/account", StringComparison.Ordinal) ? null : role);
        await screen.AssertAccessible($"page{path.Replace('/', '-')}");
        if (path != "/not-found") screen.AssertQuiet();
    }

    private static bool IsPlain(string template) => !template.Contains('{', StringComparison.Ordinal) && template is not "/error";
}
