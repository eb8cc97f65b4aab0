using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Curation.Core.Auditing.Trail;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Audit;

/// <summary>Writes signed heads of the audit log outside the store: at every hundredth entry, and a minute after an entry that none has seen. One process writes at a time, the one that has taken the data directory.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The last head is written while the workbench closes, when services are disposed of already; a semaphore whose wait handle nobody takes holds nothing to dispose of.")]
public sealed class WriteHeads(Store store, AuditOptions options, AuditKey key, HeadsFile file)
{
    /// <summary>The log says with this action when a file of heads was begun, so that one which is gone is missed.</summary>
    public const string Began = "log.heads-begun";

    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Writes the heads that are due, or with <paramref name="now"/> one for the last entry however young it is; says how many.</summary>
    public async Task<int> Run(bool now = false, CancellationToken cancel = default)
    {
        await one.WaitAsync(cancel);
        try
        {
            return await Write(now, cancel);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Notes that a backup took the place of the store.</summary>
    internal async Task Restored(CancellationToken cancel)
    {
        var (entry, hash) = await store.Read(db => End(db, cancel), cancel);
        file.Append([key.Sign(file.Last(), HeadKind.Restored, entry, hash, store.Now)]);
    }

    private async Task<int> Write(bool now, CancellationToken cancel)
    {
        var last = file.Last();
        var (end, hash) = await store.Read(db => End(db, cancel), cancel);
        if (end == 0 || (last is not null && last.Entry == end && last.EntryHash == hash)) return 0;
        if (last is null)
        {
            await Begin(cancel);
            (end, hash) = await store.Read(db => End(db, cancel), cancel);
        }

        var heads = new List<AuditHead>();
        var from = last is null ? end - 1 : last.Entry;
        foreach (var (entry, entryHash) in await Due(from, end, hash, now || last is null, cancel))
        {
            heads.Add(key.Sign(last, HeadKind.Grown, entry, entryHash, store.Now));
            last = heads[^1];
        }

        if (heads.Count > 0) file.Append(heads);
        return heads.Count;
    }

    /// <summary>Every entry at a full hundred since the last head, and the newest where it must not wait longer. A log that is shorter than its last head, or other, is signed as it is: the head it contradicts stays on record.</summary>
    private Task<List<(long Entry, string Hash)>> Due(long from, long end, string hash, bool now, CancellationToken cancel) => store.Read(
        async db =>
        {
            var start = from < end ? from : end - 1;
            var every = options.EveryEntries;
            var full = new List<long>();
            for (var entry = (start / every * every) + every; entry <= end; entry += every) full.Add(entry);
            var due = new List<(long, string)>();
            foreach (var some in full.Chunk(500))
            {
                var rows = await db.AuditLog.Where(row => some.Contains(row.Id)).OrderBy(row => row.Id).Select(row => new { row.Id, row.Hash }).ToListAsync(cancel);
                due.AddRange(rows.Select(row => (row.Id, row.Hash)));
            }

            if (end % every == 0) return due;
            var first = Math.Max(start, due.Count == 0 ? 0 : due[^1].Item1) + 1;
            var waiting = await db.AuditLog.Where(row => row.Id == first).Select(row => (DateTimeOffset?)row.At).SingleOrDefaultAsync(cancel);
            if (now || waiting is null || from > end || store.Now - waiting >= options.Every || store.Now < waiting) due.Add((end, hash));
            return due;
        },
        cancel);

    private Task Begin(CancellationToken cancel) => store.Write(
        Actor.Console,
        [],
        write => write.Log(Began, "log", $"{Path.GetFileName(file.Path)}, key {HeadChain.InGroups(key.Ensure())}"),
        cancel);

    private static async Task<(long Entry, string Hash)> End(CurationDb db, CancellationToken cancel)
    {
        var end = await db.AuditLog.OrderByDescending(row => row.Id).Select(row => new { row.Id, row.Hash }).FirstOrDefaultAsync(cancel);
        return end is null ? (0, AuditEntry.Genesis) : (end.Id, end.Hash);
    }
}
