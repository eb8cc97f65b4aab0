using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.People;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Curation.Core.Storage.Models;
using Curation.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Policies;

public sealed class GateTests
{
    [Fact]
    public async Task Nothing_is_approved_that_nobody_has_measured_in_full_and_it_can_be_sent_back_all_the_same()
    {
        await using var room = await ReviewRoom.Open();
        await room.Tick(room.Reviewer);
        Assert.Contains("Nobody has measured", (await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Reviewer))).Message, StringComparison.Ordinal);
        await room.Desk.Services.Measure(room.Submission, listeners: 20, population: 30);
        await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Reviewer));
        Assert.Equal(Decided.SentBack, await room.Decide(room.Reviewer, approve: false, "measure it first"));
    }

    [Fact]
    public async Task An_approval_records_the_assessment_the_model_and_the_policy_that_the_reviewer_saw()
    {
        await using var room = await ReviewRoom.Open();
        await room.ChangePolicy(rules => rules with { Checklist = ["Look."] });
        await Activate(room, "b");
        var assessment = await room.Measure();
        Assert.Equal(Decided.Approved, await room.Approve(room.Reviewer));
        var submission = (await room.Get<ListSubmissions>().Find(room.Submission))!.Submission;
        Assert.Equal((assessment, 2, new string('b', 64)), (submission.Assessment!.Value, submission.PolicyVersion, submission.ModelHash));
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("UPDATE Submissions SET Assessment = 99"));
    }

    [Fact]
    public async Task The_database_itself_refuses_an_approval_without_an_assessment_of_the_same_things()
    {
        await using var room = await ReviewRoom.Open();
        await room.Desk.Services.Measure(room.Submission, listeners: 20, population: 30);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var fault = await Assert.ThrowsAsync<SqliteException>(() => db.Submissions.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, SubmissionState.Approved).SetProperty(row => row.DecidedBy, room.Reviewer.Person).SetProperty(row => row.Assessment, 1)));
        Assert.Contains("full assessment", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blocking_finding_keeps_a_playlist_from_approval_and_the_refusal_names_it()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("explicit-reach", 4));
        await room.Tick(room.Reviewer);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Reviewer));
        Assert.Contains("explicit places is 4, above the limit of 0", refused.Message, StringComparison.Ordinal);
        Assert.Single(await room.Get<ListSubmissions>().Waiting());
    }

    [Fact]
    public async Task A_warning_keeps_nothing_back()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("fit-gap/listener taste", 0.3));
        Assert.Equal(FindingLevel.Warn, (await room.Gate()).Findings[0].Level);
        Assert.Equal(Decided.Approved, await room.Approve(room.Reviewer));
        Assert.Equal(JobState.Done, await room.Work(await room.Publish()));
    }

    [Fact]
    public async Task A_new_model_or_policy_between_assessment_and_approval_makes_the_assessment_stale()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        await room.Tick(room.Reviewer);
        await Activate(room, "b");
        Assert.Contains("Another model", (await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Reviewer))).Message, StringComparison.Ordinal);
        await room.Measure();
        await room.ChangePolicy(rules => rules with { Thresholds = [] });
        Assert.Contains("version 2 is in force", (await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Reviewer))).Message, StringComparison.Ordinal);
        await room.Measure();
        Assert.Equal(Decided.Approved, await room.Decide(room.Reviewer));
    }

    [Fact]
    public async Task A_policy_that_changes_between_approval_and_publishing_ends_the_approval()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        await room.Approve(room.Reviewer);
        var queued = await room.Publish();
        await room.ChangePolicy(rules => rules with { Checklist = ["Look."] });
        Assert.Equal(JobState.Failed, await room.Work(queued));
        Assert.Contains("policy has changed", (await room.Get<ListJobs>().Find(queued))!.Error!, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<PublishPlaylist>().Run(room.Editor, room.Playlist));
        await Nothing_is_out(room);
    }

    [Fact]
    public async Task A_policy_that_changes_while_lists_are_made_stops_them_from_going_live()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        await room.Approve(room.Reviewer);
        var changed = false;
        var state = await room.Work(await room.Publish(), (_, _) =>
        {
            if (changed) return;
            changed = true;
            room.ChangePolicy(rules => rules with { Checklist = ["Look."] }).GetAwaiter().GetResult();
        });
        Assert.Equal((true, JobState.Failed), (changed, state));
        await Nothing_is_out(room);
    }

    [Fact]
    public async Task A_waiver_that_ends_before_the_lists_go_live_no_longer_holds()
    {
        await using var room = await ReviewRoom.Open();
        await room.ChangePolicy(rules => rules with { SecondReview = new SecondReview { WhenABlockIsWaived = false } });
        await room.Measure(Measured.Of("explicit-reach", 4));
        await room.Waive(room.Reviewer, "explicit-reach", days: 1);
        await room.Approve(room.Reviewer);
        var ended = false;
        var job = await room.Publish();
        var state = await room.Work(job, (_, _) =>
        {
            if (!ended) room.Desk.Clock.Advance(TimeSpan.FromDays(1));
            ended = true;
        });
        Assert.Equal(JobState.Failed, state);
        Assert.Contains("explicit places is 4", (await room.Get<ListJobs>().Find(job))!.Error!, StringComparison.Ordinal);
        await Nothing_is_out(room);
    }

    [Fact]
    public async Task A_new_assessment_with_a_block_stops_what_was_approved_on_an_older_one()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        await room.Approve(room.Reviewer);
        await room.Measure(Measured.Of("explicit-reach", 1));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<PublishPlaylist>().Run(room.Editor, room.Playlist));
        Assert.NotNull((await room.Get<ListEditions>().Of(room.Playlist))!.Approval!.Obstacle);
    }

    [Fact]
    public async Task A_block_that_is_let_through_after_one_approval_needs_the_second_reviewer_too()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        await room.Approve(room.Reviewer);
        var view = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!;
        var again = await room.Get<SubmitPlaylist>().Run(room.Editor, room.Playlist, view.Version);
        await room.Measure(Measured.Of("explicit-reach", 1));
        await room.Get<GrantWaiver>().Run(room.Second, again, Core.Auditing.Figures.MeasureKey.Parse("explicit-reach"), Side.Above, "a live week", room.Editor.Person, room.Desk.Clock.GetUtcNow().AddDays(1));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => room.Get<PublishPlaylist>().Run(room.Editor, room.Playlist));
        Assert.Contains("Two reviewers are needed by now", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_edition_that_the_policy_in_force_blocks_is_not_served_again()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        await room.Approve(room.Reviewer);
        Assert.Equal(JobState.Done, await room.Work(await room.Publish()));
        await room.Get<WithdrawEdition>().Run(room.Editor, room.Playlist, "to try");
        await room.ChangePolicy(rules => rules with { Thresholds = [new Threshold(Core.Auditing.Figures.MeasureKey.Parse("gini/artists"), Side.Above, null, 0.5)] });
        var refused = await Assert.ThrowsAsync<RefusedException>(() => room.Get<RollBack>().Run(room.Reviewer, room.Playlist, 1));
        Assert.Contains("gini of artists is 0.6, above the limit of 0.5", refused.Message, StringComparison.Ordinal);
        await room.ChangePolicy(rules => rules with { Thresholds = [] });
        await room.Get<RollBack>().Run(room.Reviewer, room.Playlist, 1);
        Assert.NotNull(await room.Get<ReadListenerList>().Live("night-drive", null));
    }

    [Fact]
    public async Task Edits_after_an_approval_need_an_assessment_and_an_approval_of_their_own()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        await room.Approve(room.Reviewer);
        var view = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!;
        var edited = await room.Get<EditDraft>().Run(room.Editor, room.Playlist, view.Version, new DraftEdit.RemoveTracks([view.Draft.Pool[0].Track]));
        var again = await room.Get<SubmitPlaylist>().Run(room.Editor, room.Playlist, edited.Now.Version);
        await room.Desk.Services.Tick(room.Reviewer, again);
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<DecideSubmission>().Run(room.Reviewer, again, approve: true, "as before"));
        Assert.Equal(view.Revision, (await room.Get<ListEditions>().Of(room.Playlist))!.Approval!.Revision.Id);
    }

    [Fact]
    public async Task An_assessment_that_somebody_changed_in_the_store_counts_for_nothing()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure(Measured.Of("explicit-reach", 4));
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER IF EXISTS Assessments_no_update; UPDATE Assessments SET Figures = '[]'");
        Assert.Contains("was changed after it was made", (await room.Gate()).Obstacle!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reviewer_who_is_demoted_in_the_middle_decides_nothing_more()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        await room.Tick(room.Reviewer);
        await room.Get<ChangeRoles>().Run(room.Admin, room.Reviewer.Person, [Roles.Editor]);
        await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Reviewer));
        await Assert.ThrowsAsync<RefusedException>(() => room.Decide(room.Reviewer, approve: false));
        Assert.Single(await room.Get<ListSubmissions>().Waiting());
    }

    [Fact]
    public async Task Fifty_publish_clicks_at_once_make_one_edition()
    {
        await using var room = await ReviewRoom.Open();
        await room.Measure();
        await room.Approve(room.Reviewer);
        var clicks = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => room.Get<PublishPlaylist>().Run(room.Editor, room.Playlist))));
        var job = Assert.IsType<Publication.Queued>(Assert.Single(clicks.Distinct())).Job;
        Assert.Equal(JobState.Done, await room.Work(job));
        Assert.Single((await room.Get<ListEditions>().Of(room.Playlist))!.Editions);
    }

    private static async Task Nothing_is_out(ReviewRoom room)
    {
        Assert.Null(await room.Get<ReadListenerList>().Live("night-drive", null));
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        Assert.Equal(0, await db.Editions.CountAsync());
    }

    private static async Task Activate(ReviewRoom room, string digit)
    {
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        foreach (var active in await db.Models.Where(row => row.Active).ToListAsync()) active.Activate(false);
        await db.SaveChangesAsync();
        var model = new ModelRecord(string.Concat(Enumerable.Repeat(digit, 64)), "none", "{}", room.Desk.Clock.GetUtcNow());
        model.Activate(true);
        db.Models.Add(model);
        await db.SaveChangesAsync();
    }
}
