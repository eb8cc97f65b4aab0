using Curation.Core.Auditing.Trail;
using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Audit;

/// <summary>Checks the chain of the log from its first entry to its last.</summary>
public sealed class VerifyAuditLog(Store store)
{
    /// <summary>The number of entries, and the first fault in words, or null where the chain holds.</summary>
    public Task<(long Entries, string? Fault)> Run(CancellationToken cancel = default) => store.Read(async db =>
    {
        var expected = AuditEntry.Genesis;
        long count = 0;
        await foreach (var entry in db.AuditLog.OrderBy(row => row.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            if (entry.Id != count) return (count, $"Entry {count} is missing; entry {entry.Id} stands in its place.");
            if (entry.PreviousHash != expected) return (count, $"Entry {entry.Id} does not follow from the entry before it.");
            if (entry.ComputeHash() != entry.Hash) return (count, $"Entry {entry.Id} was changed after it was written.");
            expected = entry.Hash;
        }

        return (count, (string?)null);
    }, cancel);
}
