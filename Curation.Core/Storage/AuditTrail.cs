using Curation.Core.Auditing.Trail;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Storage;

/// <summary>Appends to the log of who did what, inside the transaction of what they did.</summary>
public static class AuditTrail
{
    /// <summary>Adds the next entry to the chain. The caller holds a write transaction, so no two entries share a place.</summary>
    public static async Task Log(this CurationDb db, PersonId by, string action, string subject, string detail, DateTimeOffset at, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("The audit log is written inside a transaction.");
        var last = db.AuditLog.Local.OrderByDescending(entry => entry.Id).FirstOrDefault()
            ?? await db.AuditLog.OrderByDescending(entry => entry.Id).FirstOrDefaultAsync(cancel);
        db.AuditLog.Add(new AuditEntry((last?.Id ?? 0) + 1, last?.Hash ?? AuditEntry.Genesis, at, by, action, subject, detail));
    }
}
