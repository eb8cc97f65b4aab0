using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Storage.Imports;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Imports;

/// <summary>Takes back the listening that an import brought: its plays, tallies and lists. Catalogue entries stay, since other work may rest on them, and so does what it said of listeners.</summary>
public sealed class TakeBackImport(Store store)
{
    /// <summary>Listeners whose plays go in one transaction. Default 500.</summary>
    internal int Chunk { get; set; } = 500;

    /// <summary>Takes it back and says how many plays, tallies and lists went. Plays go in chunks, so that others can write meanwhile; after a stop on the way, taking it back again goes on.</summary>
    public async Task<(int Plays, int Tallies, int Lists)> Run(Actor actor, int batch, CancellationToken cancel = default)
    {
        var id = new BatchId(batch);
        await store.Write(actor, [Roles.Admin], write => Begin(write, id), cancel);
        var listeners = await store.Read(db => db.Plays.Where(row => row.Batch == id).Select(row => row.Listener).Distinct().ToListAsync(cancel), cancel);
        var plays = 0;
        foreach (var some in listeners.Chunk(Chunk))
            plays += await store.WriteUnlogged(actor, [Roles.Admin], write => write.Db.Plays.Where(row => some.Contains(row.Listener) && row.Batch == id).ExecuteDeleteAsync(write.Cancel), cancel);
        return await store.Write(actor, [Roles.Admin], write => End(write, id, plays), cancel);
    }

    // Complete, so that its job is not resumed meanwhile.
    private static async Task Begin(Write write, BatchId id)
    {
        var import = await write.Db.Imports.SingleOrDefaultAsync(row => row.Id == id, write.Cancel) ?? throw new RefusedException("There is no such import.");
        if (import.Notes?.Contains(ImportBatch.TakenBackMark, StringComparison.Ordinal) == true) throw new RefusedException($"{import.FileName} was already taken back.");
        if (await write.Db.Jobs.AnyAsync(job => job.Kind == ImportWork.JobKind && (job.State == JobState.Queued || job.State == JobState.Running), write.Cancel))
            throw new RefusedException("An import is under way. Let it end or cancel it, then take this one back.");
        if (import.EndedAt is null) import.Complete(write.Now);
        await write.Log("import.takeback-begun", string.Create(CultureInfo.InvariantCulture, $"import:{id.Value}"), import.FileName);
    }

    private static async Task<(int Plays, int Tallies, int Lists)> End(Write write, BatchId id, int plays)
    {
        var tallies = await write.Db.Tallies.Where(row => row.Batch == id).ExecuteDeleteAsync(write.Cancel);
        var lists = await write.Db.EvidenceLists.Where(row => row.Batch == id).ExecuteDeleteAsync(write.Cancel);
        var import = await write.Db.Imports.SingleAsync(row => row.Id == id, write.Cancel);
        import.TakeBack(write.Now);
        await write.Log("import.takeback", string.Create(CultureInfo.InvariantCulture, $"import:{id.Value}"), string.Create(CultureInfo.InvariantCulture, $"{import.FileName}: {plays} plays, {tallies} tallies, {lists} lists"));
        return (plays, tallies, lists);
    }
}
