using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Policies;

/// <summary>Reads what the policy in force finds in a revision.</summary>
public sealed class ReadFindings(Store store)
{
    /// <summary>The gate of a revision, or null where there is no such revision.</summary>
    public Task<GateState?> Of(RevisionId id, CancellationToken cancel = default) => store.Read(async db =>
        await db.Revisions.SingleOrDefaultAsync(row => row.Id == id, cancel) is { } revision ? await Gate.Of(db, revision, store.Now, cancel) : null, cancel);
}
