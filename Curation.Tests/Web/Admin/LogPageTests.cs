using Bunit;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Audit;
using Curation.Tests.Fixtures;
using Curation.Web.Admin.Log;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Curation.Tests.Web.Admin;

public sealed class LogPageTests : IAsyncLifetime
{
    private readonly BunitContext context = new();
    private TestDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await HeadTests.Headed(120);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddSingleton<TimeProvider>(desk.Clock);
        context.Services.AddSingleton(desk.Get<ReadAuditLog>());
        context.Services.AddSingleton(desk.Get<VerifyAuditLog>());
        context.Services.AddSingleton(desk.Get<AuditKey>());
        context.AddAuthorization().SetAuthorized("root").SetRoles(Roles.Admin);
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task Verifying_says_how_far_the_log_holds_and_then_what_was_done_to_it()
    {
        var check = context.Render<LogCheck>();
        await check.Find("button.go").ClickAsync();
        check.WaitForAssertion(() => Assert.Contains("121 entries, from the first to the last, agree with 3 signed heads", check.Find(".holds").TextContent, StringComparison.Ordinal));

        await HeadTests.Forge(desk, "DROP TRIGGER AuditLog_no_update; UPDATE AuditLog SET Detail = 'nothing' WHERE Id = 77");
        await check.Find("button").ClickAsync();
        check.WaitForAssertion(() => Assert.Contains("Entry 77 was changed after it was written.", check.Find(".broken").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_that_was_cut_is_said_before_anybody_verifies()
    {
        await HeadTests.Forge(desk, "DROP TRIGGER AuditLog_no_delete; DELETE FROM AuditLog WHERE Id > 110");
        var check = context.Render<LogCheck>();
        check.WaitForAssertion(() => Assert.Contains("has seen entry 121, which the log does not have", check.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_go_older_and_newer_and_keep_what_was_asked()
    {
        Go("/admin/log?action=test.log");
        var page = context.Render<LogPage>();
        page.WaitForAssertion(() => Assert.Equal(50, page.FindAll("tbody tr").Count));
        Assert.DoesNotContain(page.FindAll(".pages a"), link => link.TextContent == "Newer");
        Follow(page, "Older");
        page.WaitForAssertion(() => Assert.Contains("entries 22 to 71", page.Find(".pages").TextContent, StringComparison.Ordinal));
        Follow(page, "Older");
        page.WaitForAssertion(() => Assert.Equal(20, page.FindAll("tbody tr").Count));
        Assert.DoesNotContain(page.FindAll(".pages a"), link => link.TextContent == "Older");
        Follow(page, "Newer");
        page.WaitForAssertion(() => Assert.Contains("entries 22 to 71", page.Find(".pages").TextContent, StringComparison.Ordinal));
        Follow(page, "Newer");
        page.WaitForAssertion(() => Assert.Contains("entries 72 to 121", page.Find(".pages").TextContent, StringComparison.Ordinal));
        Assert.Contains("/admin/log/export.csv?action=test.log", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_leads_to_what_it_is_about()
    {
        await desk.Get<Store>().Write(Actor.Console, [], async write =>
        {
            foreach (var subject in (string[])["playlist:7", "track:3", "genre:2", "settings"]) await write.Log("test.subject", subject);
        });
        Go("/admin/log?action=test.subject");
        var page = context.Render<LogPage>();
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("tbody tr").Count));
        Assert.Equal(["/admin/genres/2", "/tracks/3", "/playlists/7/history"], page.FindAll("td.subject a:not(.only)").Select(link => link.GetAttribute("href")));
    }

    private void Go(string path) => context.Services.GetRequiredService<NavigationManager>().NavigateTo(path);

    private void Follow(IRenderedComponent<LogPage> page, string link)
    {
        Go(page.FindAll(".pages a").Single(found => found.TextContent == link).GetAttribute("href")!);
        page.Render();
    }
}
