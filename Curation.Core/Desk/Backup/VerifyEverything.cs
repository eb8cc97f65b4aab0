using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Impact;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Core.Recommending;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Backup;

/// <summary>What one part of a verification found.</summary>
/// <param name="What">The part, for instance "audit log".</param>
/// <param name="Extent">How much was looked at, in words.</param>
/// <param name="Faults">What is wrong in words; empty where nothing is.</param>
/// <param name="Notes">What a reader should know although nothing is wrong.</param>
public sealed record Verified(string What, string Extent, IReadOnlyList<string> Faults, IReadOnlyList<string>? Notes = null);

/// <summary>Checks everything that can be checked against a hash: the database file, the audit log, submitted revisions, editions, impact assessments and models.</summary>
public sealed class VerifyEverything(Store store, DataDirectory data, VerifyAuditLog log, VerifyEditions editions, VerifyImpact impact, ModelFiles files)
{
    /// <summary>Checks part after part; changes nothing.</summary>
    /// <param name="heads">A copy of the audit log's heads that was kept elsewhere; null for those in force.</param>
    /// <param name="cancel">Asked to stop.</param>
    public async IAsyncEnumerable<Verified> Run(string? heads = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        yield return new Verified("database", $"{new FileInfo(data.Store).Length / 1024:N0} KiB", StoreFile.Faults(data.Store));
        var trail = await log.Run(heads, cancel: cancel);
        yield return new Verified("audit log", $"{trail.Entries:N0} entries, {trail.Heads:N0} signed heads", trail.Fault is { } fault ? [fault] : [], trail.Notes);
        yield return await Revisions(cancel);
        var (count, lists, faults) = await editions.Run(cancel);
        yield return new Verified("editions", $"{count:N0} editions, {lists:N0} lists", faults);
        var (versions, unfounded) = await impact.Run(cancel);
        yield return new Verified("impact assessments", $"{versions:N0} versions", unfounded);
        yield return await Models(cancel);
    }

    private Task<Verified> Revisions(CancellationToken cancel) => store.Read(async db =>
    {
        var submitted = await (from submission in db.Submissions
                               join revision in db.Revisions on submission.Revision equals revision.Id
                               orderby submission.Id
                               select new { submission.Id, submission.RevisionHash, revision.Number, revision.Draft }).ToListAsync(cancel);
        var faults = submitted.Where(row => DraftJson.Hash(row.Draft) != row.RevisionHash).Select(row => $"Revision {row.Number} is not what submission {row.Id} named.").ToList();
        return new Verified("submitted revisions", $"{submitted.Count:N0} submissions", faults);
    }, cancel);

    private async Task<Verified> Models(CancellationToken cancel)
    {
        var models = await store.Read(db => db.Models.OrderBy(model => model.Id).Select(model => new { model.File, model.Hash }).ToListAsync(cancel), cancel);
        var faults = new List<string>();
        foreach (var model in models)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                files.Load(model.File, model.Hash);
            }
            catch (ModelFileException fault)
            {
                faults.Add(fault.Message);
            }
        }

        return new Verified("models", $"{models.Count:N0} models", faults);
    }
}
