using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>Has a revision measured on the lists of all listeners. A job does it; the same revision is measured once at a time.</summary>
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

    /// <summary>The job that measures a revision or waits to; null where there is none.</summary>
    public Task<int?> Running(RevisionId revision, CancellationToken cancel = default)
    {
        var key = KeyOf(revision);
        return store.Read(db => db.Jobs.Where(row => row.Key == key && (row.State == JobState.Queued || row.State == JobState.Running)).Select(row => (int?)row.Id).FirstOrDefaultAsync(cancel), cancel);
    }

    /// <summary>Queues it inside a write that is already under way; ring the bell after it is committed.</summary>
    internal static Task<int> In(Write write, Playlist playlist, Revision revision) => QueueJob.In(
        write,
        Kind,
        string.Create(CultureInfo.InvariantCulture, $"Measure revision {revision.Number} of \"{playlist.Title}\""),
        new AssessArguments(playlist.Id.Value, revision.Id.Value),
        KeyOf(revision.Id));

    private static string KeyOf(RevisionId revision) => string.Create(CultureInfo.InvariantCulture, $"assess:{revision}");
}

/// <summary>Arguments of a measuring job.</summary>
internal sealed record AssessArguments(int Playlist, int Revision);

/// <summary>What a measuring job has stored.</summary>
internal sealed record AssessBookmark(int Assessment);
