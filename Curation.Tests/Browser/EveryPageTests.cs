using System.Reflection;
using Curation.Core.Desk.Acting;
using Curation.Tests.Fixtures;
using Curation.Web;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Curation.Tests.Browser;

[Collection(PagesCollection.Name), Trait("Category", "Browser")]
public sealed class EveryPageTests(DemoBrowser browser)
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
        await using var screen = await browser.Open(path, path.StartsWith("/account", StringComparison.Ordinal) || path.StartsWith("/about", StringComparison.Ordinal) ? null : role);
        await screen.AssertAccessible($"page{path.Replace('/', '-')}");
        if (path != "/not-found") screen.AssertQuiet();
    }

    [Theory, InlineData("/admin/people"), InlineData("/playlists"), InlineData("/admin/jobs"), InlineData("/")]
    public async Task Head_and_content_share_one_width(string path)
    {
        await using var screen = await browser.Open(path, Roles.Admin);
        foreach (var width in (int[])[1280, 1600])
        {
            await screen.Page.SetViewportSizeAsync(width, 800);
            await screen.Picture($"width{path.Replace('/', '-')}-{width}");
            Assert.Equal(0, await screen.Page.EvaluateAsync<double>("Math.abs(document.querySelector('.head').getBoundingClientRect().right - document.querySelector('.page').getBoundingClientRect().right)"));
        }
    }

    private static bool IsPlain(string template) => !template.Contains('{', StringComparison.Ordinal) && template is not "/error";
}
