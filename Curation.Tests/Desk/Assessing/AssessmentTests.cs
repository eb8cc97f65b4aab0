using System.Text.Json;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Attributes;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Desk.Editions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Assessing;

public sealed class AssessmentTests
{
    [Fact]
    public async Task A_submitted_playlist_is_measured_without_being_asked_for()
    {
        await using var room = await Newsroom.Open();
        var view = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!;
        Assert.Null(await room.Get<ReadAssessments>().Of(view.Revision));
        await room.Get<SubmitPlaylist>().Run(room.Editor, room.Playlist, view.Version);
        var job = (await room.Get<AssessPlaylist>().Running(view.Revision))!.Value;
        Assert.Equal(JobState.Done, await room.Work(job));

        var assessment = (await room.Get<ReadAssessments>().Of(view.Revision))!;
        Assert.True(assessment.IsFull);
        Assert.Equal((30, 30, room.Editor.Person), (assessment.Listeners, assessment.Population, assessment.By));
        Assert.Equal(assessment.ComputeHash(), assessment.Hash);
        Assert.NotEmpty(assessment.Figures);
        Assert.Equal(30 * 10, (await room.Get<ReadAssessments>().TracksOf(assessment.Id)).Sum(track => track.Lists));
        Assert.Null(await room.Get<AssessPlaylist>().Running(view.Revision));
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        Assert.Contains(assessment.Hash, (await db.AuditLog.SingleAsync(entry => entry.Action == "assessment.add")).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_revision_model_and_policy_are_not_measured_twice()
    {
        await using var room = await Newsroom.Open();
        var first = await Assess(room);
        var second = await Assess(room);
        Assert.Equal(first, second);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        Assert.Equal(1, await db.Assessments.CountAsync());

        db.Listeners.Add(new Core.Listening.Listener("latecomer"));
        await db.SaveChangesAsync();
        Assert.NotEqual(first, await Assess(room));
    }

    [Fact]
    public async Task An_attribute_that_an_admin_defines_is_told_apart_from_then_on()
    {
        await using var room = await Newsroom.Open();
        var first = await Assess(room);
        var admin = await room.Desk.Person("Abe", Roles.Admin);
        await room.Get<DefineAttribute>().Run(admin, "scene", AttributeSubject.Artist);
        var second = await Assess(room);
        Assert.NotEqual(first, second);
        var assessment = (await room.Get<ReadAssessments>().Find(second))!;
        Assert.Equal(1, assessment.Find(new(Measures.Exposure, "scene", "unknown"))!.Value!.Value, 1e-9);

        var scene = (await room.Get<ListAttributes>().All()).Single();
        await room.Get<SetValues>().Run(admin, scene.Id, 1, "a register", "Quiet Artist 0\tnorth");
        var sample = (await room.Get<SampleDraft>().Run(room.Playlist))!;
        Assert.True(sample.Figures.Single(figure => figure.Key == new MeasureKey(Measures.Exposure, "scene", "north")).Value > 0);
    }

    [Fact]
    public async Task Work_that_is_asked_for_twice_is_queued_once()
    {
        await using var room = await Newsroom.Open();
        var job = await room.Get<AssessPlaylist>().Run(room.Editor, room.Playlist);
        Assert.Equal(job, await room.Get<AssessPlaylist>().Run(room.Reviewer, room.Playlist));
    }

    [Fact]
    public async Task Only_editors_and_reviewers_have_a_playlist_measured()
    {
        await using var room = await Newsroom.Open();
        var admin = await room.Desk.Person("Abe", Roles.Admin);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => room.Get<AssessPlaylist>().Run(admin, room.Playlist));
        Assert.Contains("Editor or Reviewer", refused.Message, StringComparison.Ordinal);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        Assert.False(await db.Jobs.AnyAsync(row => row.Kind == AssessPlaylist.Kind));
    }

    [Fact]
    public async Task Cancelled_on_the_way_it_stores_nothing_and_goes_on_when_resumed()
    {
        await using var room = await Newsroom.Open();
        room.Get<SimulateAudience>().Chunk = 5;
        var job = await room.Get<AssessPlaylist>().Run(room.Editor, room.Playlist);
        var state = await room.Work(job, watcher: (_, _) => room.Get<CancelJob>().Run(room.Editor, job).GetAwaiter().GetResult());
        Assert.Equal(JobState.Cancelled, state);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        Assert.False(await db.Assessments.AnyAsync());

        await room.Get<CancelJob>().Resume(room.Editor, job);
        Assert.Equal(JobState.Done, await room.Work(job));
        Assert.Equal(1, await db.Assessments.CountAsync());
    }

    [Fact]
    public async Task A_job_that_stored_its_assessment_before_the_process_died_stores_no_other()
    {
        await using var room = await Newsroom.Open();
        var first = await Assess(room);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await db.Jobs.Where(row => row.Kind == AssessPlaylist.Kind).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, JobState.Running));
        db.Listeners.Add(new Core.Listening.Listener("latecomer"));
        await db.SaveChangesAsync();
        var job = await db.Jobs.Where(row => row.Kind == AssessPlaylist.Kind).Select(row => row.Id).SingleAsync();
        Assert.Equal(JobState.Done, await room.Work(job));
        Assert.Equal(first, Stored((await room.Get<ListJobs>().Find(job))!));
    }

    [Fact]
    public async Task A_revision_that_is_edited_meanwhile_is_not_vouched_for()
    {
        await using var room = await Newsroom.Open();
        var job = await room.Get<AssessPlaylist>().Run(room.Editor, room.Playlist);
        var edited = false;
        var state = await room.Work(job, watcher: (_, _) =>
        {
            if (edited) return;
            edited = true;
            room.Edit(new DraftEdit.RemoveTracks([room.Camps.Calm[0]])).GetAwaiter().GetResult();
        });
        Assert.Equal(JobState.Failed, state);
        Assert.Contains("edited while it was measured", (await room.Get<ListJobs>().Find(job))!.Error, StringComparison.Ordinal);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        Assert.False(await db.Assessments.AnyAsync());
    }

    [Theory]
    [InlineData("UPDATE Assessments SET Figures = '[]'")]
    [InlineData("UPDATE Assessments SET ModelHash = ''")]
    [InlineData("DELETE FROM Assessments")]
    [InlineData("UPDATE AssessmentTracks SET Lists = 0")]
    [InlineData("DELETE FROM AssessmentTracks")]
    public async Task The_database_lets_no_assessment_be_changed_or_removed(string statement)
    {
        await using var room = await Newsroom.Open();
        await Assess(room);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(statement));
    }

    [Fact]
    public async Task An_edition_has_the_assessment_of_exactly_what_it_was_made_from()
    {
        await using var room = await Newsroom.Open();
        var state = await room.Publish();
        var id = (await room.Get<ReadAssessments>().OfEdition(state.Live!.Edition.Id))!.Id;
        room.Desk.Clock.Advance(Revision.Sitting);
        await room.Edit(new DraftEdit.RemoveTracks(room.Camps.Loud));
        Assert.NotEqual(id, await Assess(room));
        Assert.Equal(id, (await room.Get<ReadAssessments>().OfEdition(state.Live.Edition.Id))!.Id);
        Assert.Null(await room.Get<ReadAssessments>().OfEdition(99));
    }

    [Fact]
    public async Task A_draft_is_measured_at_once_as_it_stands_and_stored_nowhere()
    {
        await using var room = await Newsroom.Open();
        var saved = (await room.Get<SampleDraft>().Run(room.Playlist))!;
        var draft = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!.Draft;
        var asItStands = await room.Get<SampleDraft>().AsItStands(room.Playlist, draft);
        Assert.Equal(saved.Figures.Where(figure => !figure.Key.Measure.Contains('@', StringComparison.Ordinal)), asItStands.Figures);
        Assert.Equal((30, 30), (saved.Listeners, saved.Population));
        var calmOnly = await room.Get<SampleDraft>().AsItStands(room.Playlist, draft with { Pool = [.. draft.Pool.Where(entry => !room.Camps.Loud.Contains(entry.Track))] });
        Assert.NotEqual(saved.Figures, calmOnly.Figures);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        Assert.False(await db.Assessments.AnyAsync());
    }

    [Fact]
    public async Task The_sample_and_the_whole_agree_where_the_sample_is_everybody()
    {
        await using var room = await Newsroom.Open();
        var sample = (await room.Get<SampleDraft>().Run(room.Playlist))!;
        var whole = (await room.Get<ReadAssessments>().Find(await Assess(room)))!;
        Assert.True(whole.IsOf(sample.Origin));
        Assert.Equal(whole.Figures, sample.Figures);
    }

    private static async Task<int> Assess(Newsroom room)
    {
        var job = await room.Get<AssessPlaylist>().Run(room.Editor, room.Playlist);
        if (await room.Work(job) != JobState.Done) throw new InvalidOperationException((await room.Get<ListJobs>().Find(job))!.Error);
        return Stored((await room.Get<ListJobs>().Find(job))!);
    }

    private static int Stored(JobRow job) => JsonDocument.Parse(job.Result!).RootElement.GetProperty("Assessment").GetInt32();
}
