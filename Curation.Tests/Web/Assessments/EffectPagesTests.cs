using Bunit;
using Bunit.TestDoubles;
using Curation.Core.Auditing.Figures;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Advising;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Listeners;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Editions;
using Curation.Web.Account;
using Curation.Web.Advice;
using Curation.Web.Assessments;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;

namespace Curation.Tests.Web.Assessments;

public sealed class EffectPagesTests : IAsyncDisposable
{
    private readonly BunitContext context = new() { JSInterop = { Mode = JSRuntimeMode.Loose } };

    [Fact]
    public async Task A_draft_that_was_never_measured_is_shown_on_the_sample_at_once()
    {
        await using var room = await Newsroom.Open();
        var page = Page(room, Roles.Editor);
        page.WaitForElement(".bars");
        Assert.Contains("Never measured on everybody", page.Markup, StringComparison.Ordinal);
        Assert.Contains("30 listeners of 30", page.Find(".sources").TextContent, StringComparison.Ordinal);
        Assert.Equal(["unknown"], page.FindAll(".bars .line a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task The_button_measures_everybody_and_what_came_of_it_is_shown_as_of_the_newest_draft()
    {
        await using var room = await Newsroom.Open();
        var page = Page(room, Roles.Editor);
        page.WaitForElement(".bars");
        await page.FindAll("button.go").Single().ClickAsync(new());
        Assert.Contains("Measure revision", page.Find("[role=progressbar]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Measure on", StringComparison.Ordinal));
        await room.Get<JobRunner>().RunNext(CancellationToken.None);
        page.WaitForAssertion(() =>
        {
            room.Desk.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Contains("of the newest draft", page.Find(".sources").TextContent, StringComparison.Ordinal);
        });
        Assert.Contains("All listeners, shown below", page.Find(".card.on").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assessment_of_another_revision_says_so()
    {
        await using var room = await Newsroom.Open();
        await Assess(room);
        room.Desk.Clock.Advance(Revision.Sitting);
        await room.Edit(new DraftEdit.RemoveTracks([room.Camps.Calm[0]]));
        var page = Page(room, Roles.Reviewer);
        page.WaitForAssertion(() => Assert.Contains("the newest draft is revision 2", page.Find(".sources").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_comes_and_goes_is_told_against_the_live_edition_and_else_that_there_was_none()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var page = Page(room, Roles.Editor, "of=full");
        page.WaitForElement(".bars");
        Assert.Contains("No edition was live when this was measured", page.Find("section[aria-label=Concentration]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Compared with", page.Find("section[aria-label=Concentration]").TextContent, StringComparison.Ordinal);
        context.Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/playlists/{room.Playlist}/assessment?of=sample");
        page = Shown<AssessmentPage>(room, Roles.Editor, x => x.Add(shown => shown.Id, room.Playlist.Value));
        page.WaitForAssertion(() => Assert.Contains("Artists gained, against the live edition", page.Find("section[aria-label=Concentration]").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("No edition was live", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_opens_to_the_tracks_and_artists_behind_it()
    {
        await using var room = await Newsroom.Open(blend: new Blend { Size = 12, DiscoveryShare = 0, ArtistSeparation = 1 });
        await Assess(room);
        var key = new MeasureKey(Measures.Exposure, "genre", "Hardcore");
        var page = Page(room, Roles.Reviewer, $"open={Uri.EscapeDataString(key.ToString())}&dimension=genre");
        page.WaitForElement("#behind ol");
        var lists = page.FindAll("#behind ol");
        Assert.Equal(4, lists[0].QuerySelectorAll("li").Length);
        Assert.All(lists[0].QuerySelectorAll("li"), row => Assert.Contains("Loud Number", row.TextContent, StringComparison.Ordinal));
        Assert.All(lists[1].QuerySelectorAll("li"), row => Assert.Contains("Loud Artist", row.TextContent, StringComparison.Ordinal));
        Assert.Equal("true", page.FindAll(".bars .line a").Single(link => link.TextContent == "Hardcore").GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_group_of_listeners_opens_to_how_many_they_are_and_what_they_get()
    {
        await using var room = await Newsroom.Open();
        await Assess(room);
        var key = new MeasureKey(Measures.Fit, "listener activity", "new");
        var page = Page(room, Roles.Reviewer, $"open={Uri.EscapeDataString(key.ToString())}");
        page.WaitForElement("#behind ol");
        Assert.Contains("30 listeners of all 30 listeners, and what they get.", page.Find("#behind .whose").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("#behind ol li"));
        var row = page.Find("section[aria-label='listener activity'] .listeners tr.sel");
        Assert.Equal("new", row.QuerySelector("a")!.TextContent);
        Assert.Contains(Uri.EscapeDataString(key.ToString()), row.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gap_opens_to_the_group_that_is_served_worst()
    {
        await using var room = await Newsroom.Open();
        await using (var db = await room.Desk.Factory.CreateDbContextAsync())
        {
            foreach (var (i, listener) in (await db.Listeners.OrderBy(listener => listener.Id).ToListAsync()).Index()) listener.Describe(i % 2 == 0 ? "18-24" : "25-34", null, null);
            await db.SaveChangesAsync();
        }

        await Assess(room);
        var page = Page(room, Roles.Reviewer, $"open={Uri.EscapeDataString(new MeasureKey(Measures.FitGap, "listener age").ToString())}");
        page.WaitForElement("#behind ol");
        var worst = page.Find("section[aria-label='listener age'] .listeners tr:has(.worst) a").TextContent;
        Assert.Contains($"{worst} · listener age", page.Find("#behind").TextContent, StringComparison.Ordinal);
        Assert.Contains("15 listeners of all 30 listeners", page.Find("#behind .whose").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_that_cannot_be_followed_is_told_and_nothing_is_drawn()
    {
        await using var room = await Newsroom.Open(blend: new Blend { Size = 10, ArtistSeparation = 4, SeparationIsHard = true });
        await room.Edit(new DraftEdit.PinTrack(room.Camps.Loud[3], 3));
        var page = Page(room, Roles.Editor);
        page.WaitForAssertion(() => Assert.Contains("share an artist", page.Find("[role=alert], .sources").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".bars"));
    }

    [Fact]
    public async Task A_reviewer_reads_the_figures_of_the_submitted_revision_beside_the_pool()
    {
        await using var room = await Newsroom.Open();
        var view = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!;
        var part = Render<EffectPart>(room, Roles.Reviewer, x => x.Add(p => p.Playlist, room.Playlist).Add(p => p.Revision, view.Revision));
        Assert.Contains("was not measured", part.Markup, StringComparison.Ordinal);
        await part.Find("button").ClickAsync(new());
        Assert.NotNull(part.Find("[role=progressbar]"));
        await room.Get<JobRunner>().RunNext(CancellationToken.None);
        part.WaitForAssertion(() =>
        {
            room.Desk.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Contains("Explicit where excluded", part.Find("dl").TextContent, StringComparison.Ordinal);
        });
        Assert.Contains("30 listeners", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_changed_since_is_said_on_the_page_and_beside_the_review_and_a_button_measures_again()
    {
        await using var room = await Newsroom.Open();
        await Assess(room);
        var page = Page(room, Roles.Editor);
        page.WaitForElement(".bars");
        Assert.DoesNotContain("Since it was measured", page.Markup, StringComparison.Ordinal);
        await room.Get<SetExplicit>().ByApp("app", "listener-3", excluded: true);
        page = Shown<AssessmentPage>(room, Roles.Editor, x => x.Add(shown => shown.Id, room.Playlist.Value));
        page.WaitForAssertion(() => Assert.Contains("Since it was measured: listeners or their settings changed.", page.Find(".card").TextContent, StringComparison.Ordinal));
        var view = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!;
        var part = Shown<EffectPart>(room, Roles.Reviewer, x => x.Add(p => p.Playlist, room.Playlist).Add(p => p.Revision, view.Revision));
        part.WaitForAssertion(() => Assert.Contains("Since it was measured: listeners or their settings changed.", part.Markup, StringComparison.Ordinal));
        await part.FindAll("button").Single(button => button.TextContent == "Measure again").ClickAsync(new());
        await room.Get<JobRunner>().RunNext(CancellationToken.None);
        part.WaitForAssertion(() =>
        {
            room.Desk.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.DoesNotContain("Since it was measured", part.Markup, StringComparison.Ordinal);
            Assert.Contains("none on 1 list", part.Find("dl").TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_reviewer_shares_the_assessment_with_an_adviser_and_sees_who_has_it_and_an_editor_does_not()
    {
        await using var room = await Newsroom.Open();
        await Assess(room);
        await room.Desk.Person("Ines", Roles.Adviser);
        context.Services.AddSingleton(room.Get<ReadAdvice>());
        context.Services.AddSingleton(new AdviceVerbs(room.Get<ShareWithAdviser>(), room.Get<LeaveAdvice>(), room.Get<RespondToAdvice>()));
        var page = Page(room, Roles.Reviewer);
        page.WaitForElement(".bars");
        await Button(page, "Share with an adviser").ClickAsync(new());
        page.WaitForElement("[aria-label=Advisers] select");
        await page.Find("[aria-label='What you ask']").ChangeAsync(new() { Value = "Does gender read right?" });
        await Button(page, "Share this assessment").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Ines", page.Find("[aria-label=Advisers] .row .grow").TextContent, StringComparison.Ordinal));
        var share = Assert.Single(await room.Get<ReadAdvice>().Shares());
        Assert.Equal(("Does gender read right?", true), (share.Share.Message, share.Share.Assessment is not null));
        Assert.DoesNotContain(Shown<AssessmentPage>(room, Roles.Editor, x => x.Add(p => p.Id, room.Playlist.Value)).FindAll("button"), button => button.TextContent.Contains("adviser", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<AssessmentPage> page, string text) => page.FindAll("button").Single(button => button.TextContent == text);

    private static async Task Assess(Newsroom room)
    {
        var job = await room.Get<AssessPlaylist>().Run(room.Editor, room.Playlist);
        await room.Work(job);
    }

    private IRenderedComponent<AssessmentPage> Page(Newsroom room, string role, string query = "")
    {
        Wire(room);
        context.Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/playlists/{room.Playlist}/assessment?{query}");
        return Shown<AssessmentPage>(room, role, x => x.Add(page => page.Id, room.Playlist.Value));
    }

    private IRenderedComponent<T> Render<T>(Newsroom room, string role, Action<ComponentParameterCollectionBuilder<T>> more)
        where T : IComponent
    {
        Wire(room);
        return Shown(room, role, more);
    }

    private void Wire(Newsroom room)
    {
        context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        context.Services.AddScoped<Toasts>();
        context.Services.AddSingleton<TimeProvider>(room.Desk.Clock);
        context.Services.AddSingleton(room.Get<AssessmentDesk>());
        context.Services.AddSingleton(room.Get<ReadAssessments>());
        context.Services.AddSingleton(room.Get<AssessPlaylist>());
        context.Services.AddSingleton(room.Get<OpenFigure>());
        context.Services.AddSingleton(room.Get<ListJobs>());
        context.Services.AddSingleton(room.Get<CancelJob>());
    }

    private IRenderedComponent<T> Shown<T>(Newsroom room, string role, Action<ComponentParameterCollectionBuilder<T>> more)
        where T : IComponent => context.Render<T>(x =>
        {
            more(x);
            x.AddCascadingValue(new SignedIn(role == Roles.Editor ? room.Editor.Person : room.Reviewer.Person, "Me", "me@example.org", [role]));
        });
}
