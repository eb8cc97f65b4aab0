using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Impact;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Curation.Core.Storage.Models;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Curation.Core.Desk.Models;

/// <summary>Holds the catalogue and the model in use for the whole process. What it hands out never changes; it is swapped whole when a model is activated or the catalogue changes.</summary>
public sealed class CurrentModel(Store store, ModelFiles files, ILogger<CurrentModel> logger) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Lock gate = new();
    private volatile ModelSnapshot? now;
    private Task? next;

    /// <summary>Raised after a swap, from any thread.</summary>
    public event EventHandler? Swapped;

    /// <summary>What is wrong with the model that should be in use, in words; null where nothing is.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The snapshot in use, read from the store the first time.</summary>
    public async ValueTask<ModelSnapshot> Get(CancellationToken cancel = default) => now ?? await Load(again: false, cancel);

    /// <summary>The snapshot of the model that the store says is in use, read anew where another has come into use since.</summary>
    public async Task<ModelSnapshot> GetActive(CancellationToken cancel = default)
    {
        var snapshot = await Get(cancel);
        if (await store.Read(db => ImpactGrounds.ModelHash(db, cancel), cancel) == snapshot.ModelHash) return snapshot;
        await Refresh(cancel);
        return await Get(cancel);
    }

    /// <summary>Reads catalogue and model anew and swaps them in; call it after an import, a change of genre names, or an activation. Readers of the old snapshot are not disturbed, and several who ask while one waits its turn share it.</summary>
    public Task Refresh(CancellationToken cancel = default)
    {
        lock (gate)
        {
            next ??= Task.Run(() => Load(again: true, CancellationToken.None), CancellationToken.None);
            return next.WaitAsync(cancel);
        }
    }

    /// <summary>As <see cref="Refresh"/>, but only where somebody reads already; otherwise the first reader reads what is there then.</summary>
    public async Task Renew(CancellationToken cancel = default)
    {
        await one.WaitAsync(cancel);
        var held = now is not null;
        one.Release();
        if (held) await Refresh(cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private async Task<ModelSnapshot> Load(bool again, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            if (again) Begun();
            if (!again && now is { } there) return there;
            var active = await store.Read(db => db.Models.SingleOrDefaultAsync(model => model.Active, cancel), cancel);
            var model = active is null ? null : Verified(active);
            var card = model?.Hash == active?.Hash ? ListModels.CardOf(active?.Card) : null;
            var (weights, heldBack) = card is null ? (now?.Weights ?? EvidenceWeights.Plain, now?.HeldBack ?? 0) : (card.Evidence, card.HeldBack);
            now = await store.Read(async db => await Picture(db, model, cancel) with { Weights = weights, HeldBack = heldBack }, cancel);
        }
        finally
        {
            one.Release();
        }

        Swapped?.Invoke(this, EventArgs.Empty);
        _ = Task.Run(now.Prepare, CancellationToken.None);
        return now;
    }

    /// <summary>Whoever asks from here on needs another look: this one may have read before their change.</summary>
    private void Begun()
    {
        lock (gate) next = null;
    }

    /// <summary>The model of a record, or, where its file does not verify, the one that was in use before.</summary>
    private TrainedModel? Verified(ModelRecord record)
    {
        if (now?.Model is { } same && same.Hash == record.Hash) return same;
        try
        {
            var model = files.Load(record.File, record.Hash);
            Trouble = null;
            return model;
        }
        catch (ModelFileException fault)
        {
            Trouble = now?.Model is null
                ? $"{fault.Message} Until then suggestions rest on genre seeds, words and popularity."
                : $"{fault.Message} Until then the model before it stays in use.";
            logger.LogError(fault, "Model {Hash} was not taken into use", record.Hash);
            return now?.Model;
        }
    }

    private static async Task<ModelSnapshot> Picture(CurationDb db, TrainedModel? model, CancellationToken cancel)
    {
        var catalogue = await CatalogueReader.Read(db, cancel);
        var tags = await CatalogueReader.Tags(db, cancel);
        var plays = model is null ? await CatalogueReader.Plays(db, cancel) : model.PlaysByTrack();
        return await Task.Run(() => ModelSnapshot.Of(catalogue, model, plays, tags), cancel);
    }
}

file static class ModelPlays
{
    /// <summary>Plays as the model counted them, so that the same model always gives the same suggestions.</summary>
    public static Dictionary<Catalog.TrackId, double> PlaysByTrack(this TrainedModel model) =>
        Enumerable.Range(0, model.Tracks.Count).ToDictionary(row => model.Tracks[row], model.Popularity.Plays);
}
