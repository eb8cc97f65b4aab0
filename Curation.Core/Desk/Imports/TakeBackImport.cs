using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Imports;

/// <summary>Takes back the listening that an import brought: its plays, tallies and lists. Catalogue entries stay, since other work may rest on them.</summary>
public sealed class TakeBackImport(Store store)
{
    /// <summary>Takes it back and says how many plays, tallies and lists went.</summary>
    public Task<(int Plays, int Tallies, int Lists)> Run(Actor actor, int batch, CancellationToken cancel = default) => store.Write(
        actor,
        [Roles.Admin],
        async write =>
        {
            var id = new BatchId(batch);
            var import = await write.Db.Imports.SingleOrDefaultAsync(row => row.Id == id, write.Cancel) ?? throw new RefusedException("There is no such import.");
            if (await write.Db.Jobs.AnyAsync(job => job.Kind == ImportWork.JobKind && (job.State == JobState.Queued || job.State == JobState.Running), write.Cancel))
                throw new RefusedException("An import is under way. Let it end or cancel it, then take this one back.");
            var plays = await write.Db.Plays.Where(row => row.Batch == id).ExecuteDeleteAsync(write.Cancel);
            var tallies = await write.Db.Tallies.Where(row => row.Batch == id).ExecuteDeleteAsync(write.Cancel);
            var lists = await write.Db.EvidenceLists.Where(row => row.Batch == id).ExecuteDeleteAsync(write.Cancel);
            if (import.EndedAt is null) import.Complete(write.Now);
            await write.Log("import.takeback", string.Create(CultureInfo.InvariantCulture, $"import:{batch}"), string.Create(CultureInfo.InvariantCulture, $"{import.FileName}: {plays} plays, {tallies} tallies, {lists} lists"));
            return (plays, tallies, lists);
        },
        cancel);
}
