using Bunit;
using System.Collections.Immutable;
using Curation.Core.Auditing.Figures;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;
using Curation.Core.Desk.Together;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Curation.Web.Account;
using Curation.Web.Reviews;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;

namespace Curation.Tests.Web.Reviews;

public sealed class ReviewPagesTests
{
    [Fact]
    public async Task The_decision_needs_a_reason_before_it_is_made()
    {
        await using var desk = await TestDesk.Open();
        var view = await Submitted(desk);
        await using var screen = new BunitContext();
        (bool Approve, string Reason)? decided = null;
        var panel = Panel(screen, view, Reviewer("rue"), decision => decided = decision);

        await panel.Find("button.go").ClickAsync(new());
        Assert.Null(decided);
        Assert.Contains("needs a reason", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        await panel.Find("textarea").InputAsync(new ChangeEventArgs { Value = "fits the need" });
        await panel.Find("button.stop").ClickAsync(new());
        Assert.Equal((false, "fits the need"), decided);
    }

    [Fact]
    public async Task An_author_is_told_why_they_cannot_decide()
    {
        await using var desk = await TestDesk.Open();
        var view = await Submitted(desk);
        await using var screen = new BunitContext();
        var author = new SignedIn(view.Authors.Keys.Single(), "Ada", "ada@example.org", [Roles.Editor, Roles.Reviewer]);
        var panel = Panel(screen, view, author, _ => { });

        Assert.Empty(panel.FindAll("button"));
        Assert.Contains("You wrote some of this playlist", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_no_reviewer_reads_and_cannot_decide()
    {
        await using var desk = await TestDesk.Open();
        var view = await Submitted(desk);
        await using var screen = new BunitContext();
        var panel = Panel(screen, view, new SignedIn(new PersonId("x"), "Xi", "xi@example.org", [Roles.Editor]), _ => { });
        Assert.Empty(panel.FindAll("textarea"));
        Assert.Contains("Reviewers decide", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keys_decide_as_the_buttons_do()
    {
        await using var desk = await TestDesk.Open();
        var view = await Submitted(desk);
        await using var screen = new BunitContext();
        (bool Approve, string Reason)? decided = null;
        var keyboard = new Keyboard();
        var panel = Panel(screen, view, Reviewer("rue"), decision => decided = decision, keyboard);
        await panel.Find("textarea").InputAsync(new ChangeEventArgs { Value = "good" });

        await panel.InvokeAsync(() => keyboard.Press("a"));

        Assert.Equal((true, "good"), decided);
    }

    [Fact]
    public async Task What_is_blocked_cannot_be_approved_and_the_panel_says_so()
    {
        await using var desk = await TestDesk.Open();
        var view = await Submitted(desk, Measured.But(Measured.Of("explicit-reach", 4)));
        await using var screen = new BunitContext();
        (bool Approve, string Reason)? decided = null;
        var panel = Panel(screen, view, Reviewer("rue"), decision => decided = decision);
        await panel.Find("textarea").InputAsync(new ChangeEventArgs { Value = "good" });

        Assert.True(panel.Find("button.go").HasAttribute("disabled"));
        Assert.Contains("cannot be approved now", panel.Markup, StringComparison.Ordinal);
        await panel.Find("button.stop").ClickAsync(new());
        Assert.Equal((false, "good"), decided);
    }

    [Fact]
    public async Task A_line_of_the_checklist_is_ticked_by_its_words()
    {
        await using var desk = await TestDesk.Open();
        var view = await Submitted(desk);
        await using var screen = new BunitContext();
        var panel = Panel(screen, view, Reviewer("rue"), _ => { });
        Assert.Contains("0 of 4", panel.Find("legend").TextContent, StringComparison.Ordinal);
        Assert.Equal(view.Desk.Gate.Rules.Checklist, panel.FindAll("fieldset label").Select(label => label.TextContent.Trim()));
    }

    [Fact]
    public async Task Findings_show_value_limit_and_what_was_not_measured()
    {
        await using var desk = await TestDesk.Open();
        var view = await Submitted(desk, Measured.But(Measured.Of("explicit-reach", 4, 2, 6), Measured.Of("calibration", null)));
        await using var screen = new BunitContext();
        var table = screen.Render<FindingsTable>(parameters => parameters.Add(part => part.Findings, view.Desk.Gate.Findings).Add(part => part.CanWaive, true));
        var rows = table.FindAll("tbody tr");
        Assert.Equal(2, rows.Count);
        Assert.Contains("2 to 6", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("≤ 0", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("not defined", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Single(table.FindAll("td button"));
        await table.Find("button.more").ClickAsync(new());
        Assert.Equal(6, table.FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task The_queue_shows_what_waits_before_what_was_decided()
    {
        await using var desk = await TestDesk.Open();
        await Submitted(desk);
        desk.Clock.Advance(TimeSpan.FromHours(3));
        await using var screen = new BunitContext();
        screen.JSInterop.Mode = JSRuntimeMode.Loose;
        screen.Services.AddMudServices();
        screen.Services.AddSingleton(desk.Get<ListSubmissions>());
        screen.Services.AddSingleton(desk.Get<ReadQueue>());
        screen.Services.AddSingleton(desk.Get<ReadWorkload>());
        screen.Services.AddSingleton(new ReviewVerbs(desk.Get<ClaimSubmission>(), desk.Get<TickCheck>(), desk.Get<DecideSubmission>(), desk.Get<GrantWaiver>(), desk.Get<WriteComment>()));
        screen.Services.AddScoped<Toasts>();
        screen.Services.AddSingleton(desk.Get<Curation.Core.Desk.Content.ListCases>());
        screen.Services.AddSingleton<TimeProvider>(desk.Clock);
        var rue = await desk.Person("Rue", Roles.Reviewer);

        var page = screen.Render<ReviewsPage>(parameters => parameters.AddCascadingValue(Reviewer(rue.Person.Value)));
        page.WaitForElement("table");

        Assert.Equal("Night Drive", page.Find("tr.sel a").TextContent);
        Assert.Contains("3 h 0 min", page.Find("tr.sel").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[aria-label=Decided]"));
    }

    [Fact]
    public async Task A_submission_is_opened_with_its_authors_its_history_and_nothing_published_before()
    {
        await using var desk = await TestDesk.Open();
        var view = await Submitted(desk);
        Assert.Equal(3, view.Draft.Pool.Length);
        Assert.Equal("Ada", Assert.Single(view.Authors.Values));
        Assert.Single(view.History);
        Assert.Null(view.Published);
        Assert.Null(await desk.Get<OpenSubmission>().Run(99));
    }

    private static SignedIn Reviewer(string id) => new(new PersonId(id), "Rue", "rue@example.org", [Roles.Reviewer]);

    private static IRenderedComponent<DecisionPanel> Panel(BunitContext screen, ReviewView view, SignedIn me, Action<(bool, string)> decide, Keyboard? keyboard = null)
    {
        screen.JSInterop.Mode = JSRuntimeMode.Loose;
        return screen.Render<DecisionPanel>(parameters => parameters
            .Add(panel => panel.View, view)
            .Add(panel => panel.OnDecide, decide)
            .AddCascadingValue(me)
            .AddCascadingValue(keyboard ?? new Keyboard()));
    }

    private static async Task<ReviewView> Submitted(TestDesk desk, ImmutableArray<Figure>? figures = null)
    {
        var ada = await desk.Person("Ada", Roles.Editor);
        var id = await desk.Get<CreatePlaylist>().Run(ada, "Night Drive");
        var opened = await desk.Get<OpenPlaylist>().Newest(id);
        var edited = await desk.Get<EditDraft>().Run(ada, id, opened!.Version, new DraftEdit.AddTracks(await desk.Tracks(3)));
        var submission = await desk.Get<SubmitPlaylist>().Run(ada, id, edited.Now.Version, "please");
        if (figures is not []) await desk.Services.Measure(submission, figures ?? Measured.Calm);
        return (await desk.Get<OpenSubmission>().Run(submission))!;
    }
}
