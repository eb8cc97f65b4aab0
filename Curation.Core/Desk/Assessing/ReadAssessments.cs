using Curation.Core.Auditing.Assessing;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>Reads what was measured.</summary>
public sealed class ReadAssessments(Store store)
{
    /// <summary>The newest full assessment of a revision, or null where it was never measured.</summary>
    public Task<Assessment?> Of(RevisionId revision, CancellationToken cancel = default) =>
        store.Read(db => db.Assessments.Where(row => row.Revision == revision && row.Listeners == row.Population).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel), cancel);

    /// <summary>One assessment, or null.</summary>
    public Task<Assessment?> Find(int id, CancellationToken cancel = default) =>
        store.Read(db => db.Assessments.SingleOrDefaultAsync(row => row.Id == id, cancel), cancel);
}
