using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;
using Curation.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(ReviewCollection.Name)]
public sealed class ReviewingTests(ReviewServer server)
{
    [Fact]
    public async Task A_reviewer_claims_reads_comments_and_sends_back_by_keys()
    {
        var (_, submission) = await server.Submitted("Night Drive", Measured.Of("fit-gap/listener taste", 0.3, 0.27, 0.33));
        await using var screen = await server.Open("/reviews", Roles.Reviewer);
        var line = screen.Page.Locator("tr", new PageLocatorOptions { HasText = "Night Drive" });
        await Assertions.Expect(line).ToContainTextAsync("1 warning");
        while (!(await line.GetAttributeAsync("class") ?? "").Contains("sel", StringComparison.Ordinal)) await screen.Page.Keyboard.PressAsync("j");
        await screen.Page.Keyboard.PressAsync("c");
        await Assertions.Expect(line).ToContainTextAsync("until");
        await screen.AssertAccessible("reviews-claimed");
        await screen.Page.SetViewportSizeAsync(1280, 800);

        await screen.Page.Keyboard.PressAsync("o");
        await Assertions.Expect(screen.Page.Locator("[aria-label=Findings] table")).ToContainTextAsync("30.0 %");
        await screen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Comment on Street Light No. 2" }).ClickAsync();
        await screen.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Comment on Street Light No. 2" }).FillAsync("Too loud for this place");
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Page.Locator(".talk p")).ToContainTextAsync("Too loud for this place");
        await screen.AssertAccessible("review-desk");
        await screen.Page.SetViewportSizeAsync(1280, 800);

        await screen.Page.Locator("h1").ClickAsync();
        await screen.Page.Keyboard.PressAsync("s");
        await Assertions.Expect(screen.Page.Locator("#reason")).ToBeFocusedAsync();
        await screen.Page.Locator("#reason").FillAsync("See the comment on the second track.");
        await screen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send back" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".head")).ToContainTextAsync("sent back");
        Assert.Equal("See the comment on the second track.", (await server.Get<ListSubmissions>().Find(submission))!.Submission.Reason);
        screen.AssertQuiet();
    }

    [Fact]
    public async Task A_block_keeps_the_publish_button_away_and_says_why()
    {
        var (playlist, submission) = await server.Submitted("Blocked Later");
        await server.Services.Tick(server.Who(Roles.Reviewer), submission);
        await server.Get<DecideSubmission>().Run(server.Who(Roles.Reviewer), submission, approve: true, "fits the need");
        await using var screen = await server.Open($"/playlists/{playlist}/editions", Roles.Editor);
        await Assertions.Expect(screen.Page.Locator("main .btn.go")).ToBeVisibleAsync();
        await server.Measure(submission, Measured.Of("explicit-reach", 4));
        await screen.Go($"/playlists/{playlist}/editions");
        await Assertions.Expect(screen.Page.Locator("[role=alert]")).ToContainTextAsync("explicit tracks where they are excluded: 4, above the limit of 0");
        await Assertions.Expect(screen.Page.Locator("main .btn.go")).ToHaveCountAsync(0);
        await screen.AssertAccessible("blocked-publish");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Go($"/playlists/{playlist}");
        await screen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Findings: 1 block" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".found")).ToContainTextAsync("explicit tracks where they are excluded: 4");
        await screen.AssertAccessible("blocked-editor");
        screen.AssertQuiet();
    }

    [Fact]
    public async Task A_finding_is_let_through_until_the_waiver_ends()
    {
        var (_, submission) = await server.Submitted("Live Week", Measured.Of("explicit-reach", 4), Measured.Of("calibration", 2));
        await using var screen = await server.Open($"/reviews/{submission}", Roles.Reviewer);
        await Assertions.Expect(screen.Page.Locator(".btn.go", new PageLocatorOptions { HasText = "Approve" })).ToBeDisabledAsync();
        await screen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Let through… explicit tracks where they are excluded" }).ClickAsync();
        await screen.Page.Locator("#waive-reason").FillAsync("A live week, mended by then");
        await screen.Page.Locator("#waive-owner").SelectOptionAsync(new SelectOptionValue { Label = "Editor 1" });
        await screen.AssertAccessible("waive");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Named(AriaRole.Button, "Let it through").ClickAsync();
        var row = screen.Page.Locator("[aria-label=Findings] tr", new PageLocatorOptions { HasText = "Explicit tracks where they are excluded" }).First;
        await Assertions.Expect(row).ToContainTextAsync("let through");
        await Assertions.Expect(screen.Page.Locator(".second")).ToContainTextAsync("Two different people");
        await Assertions.Expect(screen.Page.Locator(".btn.go", new PageLocatorOptions { HasText = "Approve" })).ToBeEnabledAsync();
        await screen.AssertAccessible("waived");

        await server.Get<RevokeWaiver>().Run(server.Who(Roles.Reviewer), (await server.Get<ListWaivers>().All()).Single(row => row.Title == "Live Week").Waiver.Id);
        await server.Get<GrantWaiver>().Run(server.Who(Roles.Reviewer), submission, MeasureKey.Parse("explicit-reach"), Side.Above, "For an hour", server.Who(Roles.Editor).Person, server.Now.AddHours(1));
        await screen.Go($"/reviews/{submission}");
        await Assertions.Expect(row).ToContainTextAsync("let through");
        server.Wait(TimeSpan.FromHours(2));
        await screen.Go($"/reviews/{submission}");
        await Assertions.Expect(row).ToContainTextAsync("block");
        await Assertions.Expect(screen.Page.Locator(".gate")).ToContainTextAsync("Not to be published");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Go("/reviews/waivers");
        await Assertions.Expect(screen.Page.Locator("tbody tr", new PageLocatorOptions { HasText = "Live Week" })).ToContainTextAsync(["taken back", "ended"], new LocatorAssertionsToContainTextOptions { UseInnerText = true });
        await screen.AssertAccessible("waivers");
        screen.AssertQuiet();
    }

    [Fact]
    public async Task A_changed_policy_shows_what_would_fail_before_it_is_saved()
    {
        await server.Submitted("Novel", Measured.Of("novelty", 9));
        var (number, _) = await server.Get<ReadPolicies>().InForce();
        await using var screen = await server.Open("/admin/policies", Roles.Admin);
        await Assertions.Expect(screen.Page.Locator(".line").First).ToBeVisibleAsync();
        var lines = await screen.Page.Locator(".line").CountAsync();
        await screen.Named(AriaRole.Button, "Add a threshold").ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".line")).ToHaveCountAsync(lines + 1);
        var line = screen.Page.Locator(".line").Last;
        await line.Locator("input[list]").FillAsync("novelty");
        await line.GetByLabel("Blocks at").FillAsync("5");
        await line.GetByLabel("Why").FillAsync("Nothing so strange that nobody listens");
        await screen.Named(AriaRole.Button, "Show what changes").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("tr", new PageLocatorOptions { Has = screen.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Novel", Exact = true }) })).ToContainTextAsync("would fail");
        await Assertions.Expect(screen.Page.GetByText("measured again as soon as it is saved")).ToBeVisibleAsync();
        await screen.Page.EvaluateAsync("window.scrollTo(0, 0)");
        await screen.AssertAccessible("policies");
        await screen.Page.SetViewportSizeAsync(1280, 800);
        await screen.Page.GetByLabel("Why it changes").FillAsync("Strange lists drove people away");
        await screen.Named(AriaRole.Button, $"Save as version {number + 1}").ClickAsync();
        await Assertions.Expect(screen.Page.GetByText($"version {number + 1} is in force", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(screen.Page.Locator("[aria-label=History]")).ToContainTextAsync("Strange lists drove people away");
        screen.AssertQuiet();
    }
}
