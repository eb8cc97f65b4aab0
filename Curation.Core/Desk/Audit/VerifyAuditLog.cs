using Curation.Core.Auditing.Trail;
using Curation.Core.Desk.Acting;
using Curation.Core.Storage;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Audit;

/// <summary>What a check of the log found.</summary>
/// <param name="Entries">Entries that hold, from the first on.</param>
/// <param name="Heads">Signed heads that were compared.</param>
/// <param name="Found">The first fault; null where everything holds.</param>
/// <param name="Last">The last head; null where there is none.</param>
/// <param name="Notes">What a reader should know although nothing is wrong.</param>
public sealed record TrailVerdict(long Entries, int Heads, TrailFault? Found, AuditHead? Last, IReadOnlyList<string> Notes)
{
    /// <summary>The first fault in words.</summary>
    public string? Fault => Found?.Words;
}

/// <summary>Checks the log from its first entry to its last, the heads among themselves, and the log against the heads; changes nothing.</summary>
public sealed class VerifyAuditLog(Store store, DataDirectory data, AuditKey key, HeadsFile file)
{
    private const int ReportEvery = 20_000;

    /// <summary>Checks everything, against the heads in force or a copy of them kept elsewhere.</summary>
    /// <param name="copy">Path of a copy of the heads; null for those in force.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancel">Asked to stop.</param>
    public async Task<TrailVerdict> Run(string? copy = null, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var heads = HeadChain.Of(HeadsFile.Lines(copy ?? file.Path), key.Trusted(), cancel);
        var check = await Task.Run(() => Walk(heads, progress, cancel), cancel);
        var fault = check.Fault ?? heads.Fault;
        IReadOnlyList<string> notes = heads.Notes;
        if (heads.Heads.Count == 0)
        {
            if (fault is null && await Missing(cancel) is { } missing) fault = missing;
            else notes = [.. notes, "No head was written yet, so nothing outside the store vouches for the log."];
        }

        return new TrailVerdict(check.Entries, heads.Standing.Count, fault, heads.Heads.Count > 0 ? heads.Heads[^1] : null, notes);
    }

    /// <summary>Whether the log still has the entry that the last head signed; quick, for every start.</summary>
    public async Task<TrailFault?> LastHead(CancellationToken cancel = default)
    {
        if (file.Last() is not { } head) return await Missing(cancel);
        if (!head.IsSigned() || !key.Trusted().Contains(head.Fingerprint())) return new TrailFault(0, $"Head {head.Number} is not signed by this workbench's key.");
        if (head.Entry == 0) return null;
        var hash = await store.Read(db => db.AuditLog.Where(row => row.Id == head.Entry).Select(row => row.Hash).SingleOrDefaultAsync(cancel), cancel);
        if (hash == head.EntryHash) return null;
        return new TrailFault(head.Entry, hash is null ? $"Head {head.Number} has seen entry {head.Entry}, which the log does not have." : $"Entry {head.Entry} is not the one that head {head.Number} signed.");
    }

    private TrailCheck Walk(HeadChain heads, IProgress<double>? progress, CancellationToken cancel)
    {
        var check = new TrailCheck(heads.Standing);
        using var log = TrailReader.Open(data.Store);
        var last = Math.Max(1, progress is null ? 1 : log.Last());
        while (log.Read() && check.Take(log.Current))
        {
            if (check.Entries % ReportEvery != 0) continue;
            cancel.ThrowIfCancellationRequested();
            progress?.Report(Math.Min(1, check.Entries / (double)last));
        }

        check.End();
        return check;
    }

    private Task<TrailFault?> Missing(CancellationToken cancel) => store.Read(
        async db => await db.AuditLog.Where(entry => entry.Action == WriteHeads.Began).OrderByDescending(entry => entry.Id).Select(entry => new { entry.Id, entry.Detail }).FirstOrDefaultAsync(cancel) is { } begun
            ? new TrailFault(begun.Id, $"The heads are missing or empty, although entry {begun.Id} says that they were begun ({begun.Detail}).")
            : null,
        cancel);
}
