using Curation.Core.Auditing;
using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Audit;

/// <summary>A line of the log with the name of who did it.</summary>
public sealed record AuditRow(AuditEntry Entry, string ByName);

/// <summary>Reads the log of who did what.</summary>
public sealed class ReadAuditLog(Store store)
{
    /// <summary>The newest lines first, about one subject (such as "playlist:42") or all, before an id for paging.</summary>
    public Task<List<AuditRow>> Newest(int count, string? subject = null, long? before = null, CancellationToken cancel = default) => store.Read(db =>
        (from entry in db.AuditLog
         where (subject == null || entry.Subject == subject) && (before == null || entry.Id < before)
         join person in db.Users on (string)(object)entry.By equals person.Id into people
         from person in people.DefaultIfEmpty()
         orderby entry.Id descending
         select new AuditRow(entry, person == null ? "" : person.DisplayName)).Take(count).ToListAsync(cancel), cancel);
}
