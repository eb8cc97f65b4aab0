using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Reviews;

/// <summary>A submission as a line of the queue.</summary>
public sealed record SubmissionRow(Submission Submission, string Title, int RevisionNumber, int PoolSize, string SubmittedByName, string? DecidedByName);

/// <summary>Reads submissions.</summary>
public sealed class ListSubmissions(Store store)
{
    /// <summary>Those that wait, the oldest first.</summary>
    public Task<List<SubmissionRow>> Waiting(CancellationToken cancel = default) =>
        store.Read(db => Rows(db, db.Submissions.Where(row => row.State == SubmissionState.Waiting).OrderBy(row => row.Id)).ToListAsync(cancel), cancel);

    /// <summary>Those that were decided or taken back, the newest first.</summary>
    public Task<List<SubmissionRow>> Decided(int count, CancellationToken cancel = default) =>
        store.Read(db => Rows(db, db.Submissions.Where(row => row.State != SubmissionState.Waiting).OrderByDescending(row => row.Id).Take(count)).ToListAsync(cancel), cancel);

    /// <summary>All of one playlist, the newest first.</summary>
    public Task<List<SubmissionRow>> Of(PlaylistId playlist, CancellationToken cancel = default) =>
        store.Read(db => Rows(db, db.Submissions.Where(row => row.Playlist == playlist).OrderByDescending(row => row.Id)).ToListAsync(cancel), cancel);

    /// <summary>One submission, or null.</summary>
    public Task<SubmissionRow?> Find(int id, CancellationToken cancel = default) =>
        store.Read(db => Rows(db, db.Submissions.Where(row => row.Id == id)).SingleOrDefaultAsync(cancel), cancel);

    /// <summary>How many wait.</summary>
    public Task<int> CountWaiting(CancellationToken cancel = default) =>
        store.Read(db => db.Submissions.CountAsync(row => row.State == SubmissionState.Waiting, cancel), cancel);

    private static IQueryable<SubmissionRow> Rows(CurationDb db, IQueryable<Submission> submissions) =>
        from submission in submissions
        join revision in db.Revisions on submission.Revision equals revision.Id
        join playlist in db.Playlists on submission.Playlist equals playlist.Id
        select new SubmissionRow(
            submission,
            playlist.Title,
            revision.Number,
            playlist.PoolSize,
            db.Users.Where(person => person.Id == (string)(object)submission.SubmittedBy).Select(person => person.DisplayName).FirstOrDefault() ?? "",
            db.Users.Where(person => person.Id == (string)(object)submission.DecidedBy!.Value).Select(person => person.DisplayName).FirstOrDefault());
}
