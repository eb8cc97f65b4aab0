using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

/// <summary>The whole main job, as people do it: from a listener's need to the list that the listener's app fetches.</summary>
[Trait("Category", "Browser")]
[Collection(DemoCollection.Name)]
public sealed class WalkTests(DemoBrowser browser)
{
    private const string Title = "Walk Home";

    [Fact]
    public async Task A_listener_fetches_the_very_list_that_the_editor_previewed_and_the_reviewer_approved()
    {
        var listener = await Listener();
        await using var editor = await browser.Open("/playlists", Roles.Editor);
        var playlist = await Build(editor, tracks: 12);
        await editor.Go($"{playlist}/preview?listener=key:{listener}");
        var previewed = (await editor.Page.Locator("section.column .mono").TextContentAsync())!.Trim();
        Assert.Equal(64, previewed.Length);

        await editor.Go(playlist);
        await editor.Named(AriaRole.Button, "Submit for review").ClickAsync();
        await Assertions.Expect(editor.Page.Locator("#submit-message")).ToBeFocusedAsync();
        await editor.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Submit", Exact = true }).ClickAsync();
        await Assertions.Expect(editor.Named(AriaRole.Button, "Take back")).ToBeVisibleAsync();

        await Approve();

        await editor.Go($"{playlist}/editions");
        await editor.Page.Locator("main .btn.go").ClickAsync();
        await Assertions.Expect(editor.Page.GetByText("Edition 1 is live")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        editor.AssertQuiet();

        var answer = await editor.Page.Context.APIRequest.GetAsync($"{browser.Address}api/v1/listeners/{listener}/playlists/walk-home");
        Assert.Equal(200, answer.Status);
        var fetched = await answer.TextAsync();
        Assert.Contains(previewed, fetched, StringComparison.Ordinal);
        using var jspf = JsonDocument.Parse(fetched);
        Assert.Equal(Title, jspf.RootElement.GetProperty("playlist").GetProperty("title").GetString());
        Assert.True(jspf.RootElement.GetProperty("playlist").GetProperty("track").GetArrayLength() >= 12);
    }

    private static async Task<string> Build(Screen editor, int tracks)
    {
        await editor.Named(AriaRole.Button, "New playlist").First.ClickAsync();
        await editor.Page.FillAsync("#new-need", "For people who walk home after the last tram.");
        await editor.Page.FillAsync("#new-title", Title);
        await editor.Page.Locator("form.new select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await editor.Leave(editor.Named(AriaRole.Button, "Make it"), "/playlists/");
        await Assertions.Expect(editor.Page.Locator(".candidates button[aria-label^='Add']").First).ToBeVisibleAsync();
        Assert.Contains("/playlists/", editor.Page.Url, StringComparison.Ordinal);
        for (var added = 1; added <= tracks; added++)
        {
            await editor.Page.Locator(".candidates button[aria-label^='Add']").First.ClickAsync();
            await Assertions.Expect(editor.Page.Locator("table.pool")).ToHaveAttributeAsync("aria-rowcount", $"{added + 1}");
        }

        await Assertions.Expect(editor.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-state", "saved");
        return new Uri(editor.Page.Url).AbsolutePath;
    }

    private async Task Approve()
    {
        await using var reviewer = await browser.Open("/reviews", Roles.Reviewer);
        await reviewer.Page.GetByText(Title).First.ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("[aria-label=Findings] table")).ToBeVisibleAsync();
        var checks = reviewer.Page.Locator(".checks input");
        for (var line = 0; line < await checks.CountAsync(); line++)
        {
            await checks.Nth(line).CheckAsync();
            await Assertions.Expect(reviewer.Page.Locator(".checks legend")).ToContainTextAsync($"{line + 1} of");
        }

        await reviewer.Page.FillAsync("#reason", "Fits the need, and nobody is on it twice in a row.");
        await reviewer.Page.Locator(".btn.go", new PageLocatorOptions { HasText = "Approve" }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("#reason")).ToHaveCountAsync(0);
        reviewer.AssertQuiet();
    }

    private async Task<string> Listener()
    {
        await using var db = await browser.Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        return await db.Listeners.OrderBy(row => row.Id).Where(row => !row.ProfilingOff).Select(row => row.Key).FirstAsync();
    }
}
