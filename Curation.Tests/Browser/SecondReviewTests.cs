using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Curation.Tests.Browser;

[Trait("Category", "Browser")]
[Collection(ReviewCollection.Name)]
public sealed class SecondReviewTests(ReviewServer server)
{
    [Fact]
    public async Task What_needs_two_reviewers_is_approved_by_two_people_and_the_first_cannot_give_both()
    {
        var (playlist, submission) = await server.Submitted("Two Pairs of Eyes", Measured.Of("explicit-reach", 4));
        await server.Get<GrantWaiver>().Run(server.Who(Roles.Reviewer), submission, MeasureKey.Parse("explicit-reach"), Side.Above, "A live week", server.Who(Roles.Editor).Person, server.Now.AddDays(7));
        await using var first = await server.Open($"/reviews/{submission}", Roles.Reviewer);
        await Assertions.Expect(first.Page.Locator(".second")).ToContainTextAsync("Yours would be the first.");
        await Approve(first, "The live week explains it.");
        await Assertions.Expect(first.Page.GetByText("You gave the first approval; somebody else gives the second.")).ToBeVisibleAsync();
        await Assertions.Expect(Approving(first)).ToBeDisabledAsync();
        await first.Page.Locator("h1").ClickAsync();
        await first.Page.Keyboard.PressAsync("a");
        await first.AssertAccessible("first-approval");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => server.Get<DecideSubmission>().Run(server.Who(Roles.Reviewer), submission, approve: true, "And once more"));
        Assert.Contains("You gave the first approval", refused.Message, StringComparison.Ordinal);
        Assert.Equal(SubmissionState.Waiting, (await server.Get<ListSubmissions>().Find(submission))!.Submission.State);

        await using var second = await server.OpenAsSecond(Roles.Reviewer, "/reviews");
        await Assertions.Expect(second.Page.Locator("tr", new PageLocatorOptions { HasText = "Two Pairs of Eyes" })).ToContainTextAsync("1 of 2");
        await second.Go($"/reviews/{submission}");
        await Assertions.Expect(second.Page.Locator(".second")).ToContainTextAsync("The live week explains it.");
        await Approve(second, "I read it myself and agree.");
        await Assertions.Expect(second.Page.Locator(".head")).ToContainTextAsync("approved");
        await using var editor = await server.Open($"/playlists/{playlist}/editions", Roles.Editor);
        await Assertions.Expect(editor.Page.Locator("main .btn.go")).ToBeVisibleAsync();
        foreach (var screen in (Screen[])[first, second, editor]) screen.AssertQuiet();
    }

    private static ILocator Approving(Screen screen) => screen.Page.Locator(".btn.go", new PageLocatorOptions { HasText = "Approve" });

    private static async Task Approve(Screen screen, string reason)
    {
        foreach (var check in await screen.Page.Locator(".checks input").AllAsync()) await check.CheckAsync();
        await screen.Page.Locator("#reason").FillAsync(reason);
        await Approving(screen).ClickAsync();
    }
}
