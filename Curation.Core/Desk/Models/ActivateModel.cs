using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Impact;
using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Curation.Core.Recommending;
using Curation.Core.Storage;
using Curation.Core.Storage.Models;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Models;

/// <summary>Takes an earlier model into use again, or with a reason one that was refused. What waits for review is measured again by it.</summary>
public sealed class ActivateModel(Store store, ModelFiles files, CurrentModel current, JobBell bell)
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>Activates a model whose file verifies; the one in use before stays on file. One that was refused after training needs a reason, which goes on record.</summary>
    /// <exception cref="RefusedException">There is no such model, its file does not verify, or a reason is missing; the model in use stays in use.</exception>
    public async Task Run(Actor actor, int id, string reason = "", CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var verified = await Verified(id, cancel);
        await store.Write(actor, [Roles.Admin], async write =>
        {
            var before = await ImpactGrounds.ModelHash(write.Db, cancel);
            await Clear(write.Db, cancel);
            var record = await write.Db.Models.SingleOrDefaultAsync(model => model.Id == id, cancel) ?? throw new RefusedException("There is no such model.");
            if (record.Hash != verified) throw new RefusedException("The model was replaced meanwhile. The model in use stays in use; reload the page.");
            var overrides = record is { RefusedBecause: not null, OverriddenBecause: null };
            if (overrides) Override(record, reason.Trim());
            record.Activate(true);
            await write.Log(overrides ? "model.override" : "model.activate", $"model:{record.Hash}", reason.Trim());
            await write.Db.SaveChangesAsync(cancel);
            if (record.Hash != before) await AssessPlaylist.Waiting(write);
        }, cancel);
        await current.Refresh(cancel);
        bell.Ring();
    }

    private static void Override(ModelRecord record, string reason)
    {
        if (reason.Length is 0 or > LongestReason)
            throw new RefusedException($"This model was not taken into use: {record.RefusedBecause} To use it all the same, give a reason of 1 to {LongestReason} characters. The model in use stays in use.");
        record.Override(reason);
    }

    /// <summary>The hash of a model whose file verifies. Reading the file takes long, so it happens before the write, which keeps everybody else waiting.</summary>
    private async Task<string> Verified(int id, CancellationToken cancel)
    {
        var record = await store.Read(db => db.Models.SingleOrDefaultAsync(model => model.Id == id, cancel), cancel) ?? throw new RefusedException("There is no such model.");
        try
        {
            return (await Task.Run(() => files.Load(record.File, record.Hash), cancel)).Hash;
        }
        catch (ModelFileException fault)
        {
            throw new RefusedException($"{fault.Message} The model in use stays in use.", fault);
        }
    }

    /// <summary>Takes whatever is in use out of use, ahead of the next one: the store allows one at a time.</summary>
    internal static Task Clear(CurationDb db, CancellationToken cancel) =>
        db.Models.Where(model => model.Active).ExecuteUpdateAsync(set => set.SetProperty(model => model.Active, false), cancel);
}
