using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Content;
using Curation.Tests.Web.Api;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Trait("Category", "Browser")]
public sealed class ContentTests(PublishedServer server) : IClassFixture<PublishedServer>
{
    [Fact]
    public async Task A_report_from_outside_becomes_a_decision_an_appeal_goes_to_another_reviewer_and_both_sides_see_the_outcome()
    {
        await using var outside = await server.Open("/report?about=night-drive");
        await outside.AssertAccessible("report");
        await outside.Page.SelectOptionAsync("#ground", nameof(ReportGround.Misleading));
        await outside.Page.FillAsync("#words", "The fourth track is nothing for a drive.");
        await outside.Named(AriaRole.Button, "Send the report").ClickAsync();
        await Assertions.Expect(outside.Page.Locator("h1")).ToHaveTextAsync("Your report is here");
        await Assertions.Expect(outside.Page.Locator("dl")).ToContainTextAsync("waits for somebody to decide");
        await outside.AssertAccessible("report-sent");

        await using var reviewer = await server.Open("/reviews/content", Roles.Reviewer);
        await reviewer.AssertAccessible("content-queue");
        var line = reviewer.Page.Locator("tr", new PageLocatorOptions { HasText = "Night Drive" }).Filter(new LocatorFilterOptions { HasNotText = "Street Light" });
        await Assertions.Expect(line).ToHaveCountAsync(1);
        for (var steps = 0; steps < 40 && !(await line.GetAttributeAsync("class") ?? "").Contains("sel", StringComparison.Ordinal); steps++) await reviewer.Page.Keyboard.PressAsync("j");
        await reviewer.Page.Keyboard.PressAsync("o");
        await Assertions.Expect(reviewer.Page.Locator("h1")).ToHaveTextAsync("Night Drive");
        await reviewer.Page.Keyboard.PressAsync("1");
        await Assertions.Expect(reviewer.Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = "Nothing" })).ToBeCheckedAsync();
        await reviewer.Page.FillAsync("#reason", "All of its tracks are slow enough.");
        await reviewer.AssertAccessible("content-case");
        await reviewer.Page.FocusAsync("#reason");
        await reviewer.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(reviewer.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Decisions" })).ToContainTextAsync("All of its tracks are slow enough.");

        await outside.Page.ReloadAsync();
        await Assertions.Expect(outside.Page.Locator(".decision")).ToContainTextAsync("All of its tracks are slow enough.");
        await outside.Page.FillAsync("#appeal", "The fourth is a march.");
        await outside.Named(AriaRole.Button, "Ask for another look").ClickAsync();
        await Assertions.Expect(outside.Page.Locator("dl")).ToContainTextAsync("looked at again by somebody else");

        await reviewer.Page.ReloadAsync();
        await reviewer.Ready();
        await Assertions.Expect(reviewer.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Decision", Exact = true })).ToContainTextAsync("You decided this before");
        await using var second = await server.OpenAsSecond(Roles.Reviewer, new Uri(reviewer.Page.Url).AbsolutePath);
        await second.Page.GetByText("Restrict reach").First.ClickAsync();
        await second.Page.FillAsync("#reason", "The fourth track is a march; until it is gone the list is not recommended.");
        await second.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Decide" }).ClickAsync();
        await Assertions.Expect(second.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Decisions" })).ToContainTextAsync("upon an appeal");
        await second.AssertAccessible("content-decided");

        await outside.Page.ReloadAsync();
        await Assertions.Expect(outside.Page.Locator(".decision").Last).ToContainTextAsync("it is not recommended any more");
        await outside.AssertAccessible("report-outcome");
        await using var editor = await server.Open($"/playlists/{server.Playlist}/content", Roles.Editor);
        await Assertions.Expect(editor.Page.Locator("main")).ToContainTextAsync("The fourth track is a march; until it is gone");
        await Assertions.Expect(editor.Named(AriaRole.Button, "Appeal")).ToBeVisibleAsync();
        await editor.AssertAccessible("playlist-content");
        foreach (var screen in (Fixtures.Screen[])[outside, reviewer, second, editor]) screen.AssertQuiet();
    }

    [Fact]
    public async Task An_admin_sees_what_a_rule_would_find_in_live_editions_before_saving_it_as_a_version()
    {
        var before = await server.Get<ReadContentRules>().Current();
        await using var screen = await server.Open("/admin/content", Roles.Admin);
        await screen.Page.SelectOptionAsync("[aria-label='Kind of a new rule']", nameof(ContentRuleKind.Words));
        await screen.Named(AriaRole.Button, "Add a rule").ClickAsync();
        await screen.Page.FillAsync("#rule-name", "No street lights");
        await screen.Page.FillAsync("#rule-words", "street light");
        await screen.Page.Locator("#rule-why").FocusAsync();
        await screen.Named(AriaRole.Button, "Show effect").ClickAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Effect" })).ToContainTextAsync("30 new in 1 of 1 live editions");
        await screen.AssertAccessible("admin-content");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save version 1…" }).ClickAsync();
        await screen.Page.FillAsync("#why", "Too many of them");
        await screen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save version 1", Exact = true }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("header.head")).ToContainTextAsync("Version 1 is in force");
        Assert.Equal(1, (await server.Get<ReadContentRules>().Current()).Version);
        Assert.Equal(30, (await server.Get<ListCases>().Waiting()).Count(row => row.Case.Origin == CaseOrigin.Finding));
        await screen.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Lexicon" }).ClickAsync();
        await screen.Page.FillAsync("#try", "Scunthorpe and the white power ranger");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Lexicon" })).ToContainTextAsync("Nothing is found");
        await screen.Page.FillAsync("#try", "f u c k");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Lexicon" })).ToContainTextAsync("disguised");
        await screen.AssertAccessible("admin-lexicon");
        await screen.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Versions" }).ClickAsync();
        await screen.Named(AriaRole.Button, "What changed").ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".changes")).ToContainTextAsync("No street lights");
        await screen.AssertAccessible("admin-versions");
        screen.AssertQuiet();
        await server.Get<SaveContentRules>().Run(server.Who(Roles.Admin), 1, before.Rules, before.Lexicon, "as before, for the other tests");
    }

    [Fact]
    public async Task An_editor_declares_what_is_given_for_a_track_and_reads_the_findings_beside_the_pool()
    {
        await using var screen = await server.Open($"/playlists/{server.Playlist}", Roles.Editor);
        await screen.Page.Locator("tr[data-track]").First.ClickAsync();
        await screen.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Entry" }).ClickAsync();
        await screen.Page.FillAsync("#given-who", "Copper Kettle");
        await screen.Page.FillAsync("#given-what", "spring campaign, heil hitler");
        await screen.Page.FocusAsync("#entry-note");
        await Assertions.Expect(screen.Page.Locator("details.found summary")).ToContainTextAsync("one blocks publishing");
        await screen.Page.Locator("details.found summary").ClickAsync();
        await screen.AssertAccessible("editor-findings");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Named(AriaRole.Button, "Take back").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("details.found .chip")).ToHaveCountAsync(0);
        screen.AssertQuiet();
    }
}
