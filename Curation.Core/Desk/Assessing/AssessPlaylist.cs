using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Impact;
using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>Has a revision measured on the lists of all listeners. A job does it; the same revision is measured once at a time under the same rules and by the same model.</summary>
public sealed class AssessPlaylist(Store store, JobBell bell)
{
    /// <summary>Kind of the job.</summary>
    public const string Kind = "assess";

    /// <summary>The roles whose holders may ask for it.</summary>
    internal static IReadOnlyList<string> Askers { get; } = [Roles.Editor, Roles.Reviewer];

    /// <summary>Queues the measuring of a revision, or of the newest, and returns the job.</summary>
    /// <exception cref="RefusedException">There is no such revision, or nothing in its pool.</exception>
    public async Task<int> Run(Actor actor, PlaylistId playlist, RevisionId? revision = null, CancellationToken cancel = default)
    {
        var job = await store.Write(actor, Askers, async write =>
        {
            var row = await write.Db.Playlists.SingleOrDefaultAsync(candidate => candidate.Id == playlist, cancel)
                ?? throw new RefusedException("There is no such playlist; nothing was measured.");
            var wanted = revision ?? row.Head;
            var found = await write.Db.Revisions.SingleOrDefaultAsync(candidate => candidate.Playlist == playlist && candidate.Id == wanted, cancel)
                ?? throw new RefusedException("There is no such revision; nothing was measured.");
            if (found.Draft.Pool.IsEmpty) throw new RefusedException("The pool is empty, so there is nothing to measure. Add tracks first.");
            return await In(write, row, found);
        }, cancel);
        bell.Ring();
        return job;
    }

    /// <summary>The job that measures a revision or waits to, the newest of several; null where there is none.</summary>
    public Task<int?> Running(RevisionId revision, CancellationToken cancel = default)
    {
        var any = KeyOf(revision);
        return store.Read(db => db.Jobs.Where(row => row.Kind == Kind && row.Key!.StartsWith(any) && (row.State == JobState.Queued || row.State == JobState.Running)).OrderByDescending(row => row.Id).Select(row => (int?)row.Id).FirstOrDefaultAsync(cancel), cancel);
    }

    /// <summary>Queues it inside a write that is already under way; ring the bell after it is committed.</summary>
    internal static async Task<int> In(Write write, Playlist playlist, Revision revision) => await QueueJob.In(
        write,
        Kind,
        string.Create(CultureInfo.InvariantCulture, $"Measure revision {revision.Number} of \"{playlist.Title}\""),
        new AssessArguments(playlist.Id.Value, revision.Id.Value),
        KeyOf(revision.Id, await RuleBook.Number(write.Db, write.Cancel), await ImpactGrounds.ModelHash(write.Db, write.Cancel)));

    /// <summary>Queues what rules that have just changed, or a model that has just come into use, make stale: every submission that waits. Returns how many; ring the bell after it is committed.</summary>
    internal static async Task<int> Waiting(Write write)
    {
        var waiting = await (from submission in write.Db.Submissions
                             where submission.State == SubmissionState.Waiting
                             orderby submission.Id
                             join playlist in write.Db.Playlists on submission.Playlist equals playlist.Id
                             join revision in write.Db.Revisions on submission.Revision equals revision.Id
                             select new { playlist, revision }).ToListAsync(write.Cancel);
        foreach (var row in waiting)
        {
            await In(write, row.playlist, row.revision);
            write.Changed(row.playlist.Id);
        }

        return waiting.Count;
    }

    /// <summary>Whether a revision is being measured under these rules and by this model, or waits to be.</summary>
    internal static Task<bool> IsUnderWay(CurationDb db, RevisionId revision, int rules, string model, CancellationToken cancel)
    {
        var key = KeyOf(revision, rules, model);
        return db.Jobs.AnyAsync(row => row.Key == key && (row.State == JobState.Queued || row.State == JobState.Running), cancel);
    }

    // Work that began under other rules or by another model gives figures that are stale by the time they are there, so it does not stand for work under these.
    private static string KeyOf(RevisionId revision, int rules, string model) => string.Create(CultureInfo.InvariantCulture, $"{KeyOf(revision)}{rules}:{model}");

    private static string KeyOf(RevisionId revision) => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{revision}:");
}

/// <summary>Arguments of a measuring job.</summary>
internal sealed record AssessArguments(int Playlist, int Revision);

/// <summary>What a measuring job has stored.</summary>
internal sealed record AssessBookmark(int Assessment);
