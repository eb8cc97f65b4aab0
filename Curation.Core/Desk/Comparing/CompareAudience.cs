using Curation.Core.Blending;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Previews;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Comparing;

/// <summary>Compares two revisions by what the same listeners would get from each, on the model in use.</summary>
public sealed class CompareAudience(Store store, CurrentModel current, DrawTasteMap tastes)
{
    /// <summary>Listeners in the sample; every nth by id, so that the same store gives the same ones.</summary>
    public const int Sample = 300;

    /// <summary>The effect of going from one revision to another, which may be of another playlist; null where one of them is not there.</summary>
    /// <exception cref="RefusedException">One of the recipes cannot be followed.</exception>
    public async Task<AudienceEffect?> Run(RevisionId before, RevisionId after, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var snapshot = await current.Get(cancel);
        var map = await tastes.Get(cancel);
        return await Task.Run(() => store.Read(db => Run(db, snapshot, map, before, after, progress, cancel), cancel), cancel);
    }

    private async Task<AudienceEffect?> Run(CurationDb db, ModelSnapshot snapshot, TasteMap map, RevisionId before, RevisionId after, IProgress<double>? progress, CancellationToken cancel)
    {
        var one = await db.Revisions.SingleOrDefaultAsync(row => row.Id == before, cancel);
        var other = await db.Revisions.SingleOrDefaultAsync(row => row.Id == after, cancel);
        if (one is null || other is null) return null;
        var histories = await Sampled(db, snapshot, cancel);
        var (first, second) = (await ComposerFor.Revision(db, snapshot, one, store.Now, cancel), await ComposerFor.Revision(db, snapshot, other, store.Now, cancel));
        var tally = new ExposureTally(snapshot, map);
        foreach (var (done, history) in histories.Index())
        {
            cancel.ThrowIfCancellationRequested();
            var recipient = history.ToRecipient(snapshot.Model?.Factorisation);
            tally.Add(history, recipient, first.Compose(recipient), second.Compose(recipient));
            progress?.Report((done + 1.0) / histories.Count);
        }

        return tally.Effect(one, other);
    }

    private static async Task<List<ListenerHistory>> Sampled(CurationDb db, ModelSnapshot snapshot, CancellationToken cancel)
    {
        var ids = await db.Listeners.Where(row => !row.ProfilingOff).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        var step = Math.Max(1, (ids.Count + Sample - 1) / Sample);
        List<ListenerId> chosen = [.. ids.Where((_, place) => place % step == 0)];
        return chosen.Count == 0 ? [] : await ListenerHistories.Of(db, chosen, snapshot.Weights, cancel);
    }
}
