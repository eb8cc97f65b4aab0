using Curation.Core.Desk.Acting;
using Curation.Core.Storage;
using Curation.Core.Storage.Imports;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Imports;

/// <summary>An import as screens show it.</summary>
public sealed record ImportLine(
    int Batch, string FileName, string Format, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, long Read, long Kept, long AlreadyThere, long Quarantined, bool HasQuarantine, string? Notes, bool TakenBack);

/// <summary>Reads past imports and their quarantines.</summary>
public sealed class ListImports(Store store, DataDirectory data)
{
    /// <summary>The newest first.</summary>
    public Task<List<ImportLine>> Newest(int count, CancellationToken cancel = default) => store.Read(
        db => db.Imports.OrderByDescending(batch => batch.Id).Take(count).Select(batch => new ImportLine(
            batch.Id.Value, batch.FileName, batch.Format, batch.StartedAt, batch.EndedAt, batch.Read, batch.Kept, batch.AlreadyThere, batch.Quarantined, batch.Quarantine != null, batch.Notes, batch.Notes != null && batch.Notes.Contains(ImportBatch.TakenBackMark))).ToListAsync(cancel),
        cancel);

    /// <summary>Path of an import's quarantine, or null where it has none; for admins.</summary>
    public Task<string?> QuarantineOf(Actor actor, int batch, CancellationToken cancel = default) => store.Read(
        async db =>
        {
            await Authority.Require(db, actor, [Roles.Admin], store.Now, cancel);
            var id = new Listening.BatchId(batch);
            var name = await db.Imports.Where(row => row.Id == id).Select(row => row.Quarantine).SingleOrDefaultAsync(cancel);
            var path = name is null ? null : Path.Combine(data.Quarantine, Path.GetFileName(name));
            return File.Exists(path) ? path : null;
        },
        cancel);
}
