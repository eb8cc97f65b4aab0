using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Reviews;

public sealed class ReviewTests
{
    [Fact]
    public async Task Nobody_decides_on_a_playlist_they_wrote_in()
    {
        await using var desk = await TestDesk.Open();
        var both = await desk.Person("Ada", Roles.Editor, Roles.Reviewer);
        var reviewer = await desk.Person("Rue", Roles.Reviewer);
        var (id, submission) = await Submitted(desk, both);

        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<DecideSubmission>().Run(both, submission, approve: true, "mine is good"));
        await desk.Services.Approve(reviewer, submission);

        var view = await desk.Get<OpenPlaylist>().Newest(id);
        Assert.True(view!.Approved);
        Assert.Equal("fits the need", view.Submission!.Reason);
    }

    [Fact]
    public async Task The_database_itself_refuses_an_author_as_approver()
    {
        await using var desk = await TestDesk.Open();
        var author = await desk.Person("Ada", Roles.Editor);
        var (_, submission) = await Submitted(desk, author);
        var assessment = await desk.Services.Measure(submission);
        await using var db = await desk.Factory.CreateDbContextAsync();

        var fault = await Assert.ThrowsAsync<SqliteException>(() => db.Submissions.Where(row => row.Id == submission)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, SubmissionState.Approved).SetProperty(row => row.DecidedBy, author.Person).SetProperty(row => row.PolicyVersion, 1).SetProperty(row => row.Assessment, assessment)));

        Assert.Contains("own work", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submitted_revision_is_frozen_and_editing_goes_on_in_a_new_one()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("Ada", Roles.Editor);
        var (id, _) = await Submitted(desk, editor);
        var submitted = await desk.Get<OpenPlaylist>().Newest(id);

        var after = await desk.Get<EditDraft>().Run(editor, id, submitted!.Version, new DraftEdit.Describe("Changed", "", null));

        Assert.True(submitted.Frozen);
        Assert.Equal(submitted.RevisionNumber + 1, after.Now.RevisionNumber);
        Assert.Equal("Night Drive", (await desk.Get<OpenPlaylist>().At(id, submitted.Revision))!.Draft.Title);
        await using var db = await desk.Factory.CreateDbContextAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("UPDATE Revisions SET Draft = '' WHERE Frozen = 1"));
    }

    [Fact]
    public async Task Sending_back_needs_a_reason_and_a_decision_stands()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("Ada", Roles.Editor);
        var reviewer = await desk.Person("Rue", Roles.Reviewer);
        var (_, submission) = await Submitted(desk, editor);
        var decide = desk.Get<DecideSubmission>();

        await Assert.ThrowsAsync<RefusedException>(() => decide.Run(reviewer, submission, approve: false, "  "));
        await decide.Run(reviewer, submission, approve: false, "too much of one artist");

        await Assert.ThrowsAsync<RefusedException>(() => decide.Run(reviewer, submission, approve: true, "on second thoughts"));
        var row = Assert.Single(await desk.Get<ListSubmissions>().Decided(10));
        Assert.Equal("Rue", row.DecidedByName);
        Assert.Empty(await desk.Get<ListSubmissions>().Waiting());
    }

    [Fact]
    public async Task Who_did_what_is_on_record_and_the_record_cannot_be_changed()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("Ada", Roles.Editor);
        var (id, _) = await Submitted(desk, editor);

        var log = await desk.Get<ReadAuditLog>().Newest(10, $"playlist:{id}");
        Assert.Equal(["playlist.submit", "playlist.edit", "playlist.create"], log.Select(row => row.Entry.Action));
        Assert.All(log, row => Assert.Equal("Ada", row.ByName));
        Assert.Null((await desk.Get<VerifyAuditLog>().Run()).Fault);

        await using var db = await desk.Factory.CreateDbContextAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM AuditLog"));
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("UPDATE AuditLog SET Detail = ''"));
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER AuditLog_no_update; UPDATE AuditLog SET Detail = 'nothing happened' WHERE Id = 2");
        Assert.Equal("Entry 2 was changed after it was written.", (await desk.Get<VerifyAuditLog>().Run()).Fault);
    }

    private static async Task<(PlaylistId Playlist, int Submission)> Submitted(TestDesk desk, Actor editor)
    {
        var tracks = await desk.Tracks(3);
        var id = await desk.Get<CreatePlaylist>().Run(editor, "Night Drive");
        var opened = await desk.Get<OpenPlaylist>().Newest(id);
        var edited = await desk.Get<EditDraft>().Run(editor, id, opened!.Version, new DraftEdit.AddTracks(tracks));
        return (id, await desk.Get<SubmitPlaylist>().Run(editor, id, edited.Now.Version));
    }
}
