using System.Globalization;
using Curation.Core.Blending;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Previews;

/// <summary>Makes the lists that up to four listeners would get from a revision, to be looked at side by side.</summary>
public sealed class PreviewSideBySide(Store store, CurrentModel current, DrawTasteMap tastes)
{
    /// <summary>Most listeners at once.</summary>
    public const int Most = 4;

    /// <summary>The lists from a revision, or from the newest; null where there is no such playlist or revision.</summary>
    /// <exception cref="RefusedException">The recipe cannot be followed, for instance because two pins break a hard rule.</exception>
    public async Task<Preview?> Run(PlaylistId playlist, IReadOnlyList<PreviewChoice> choices, RevisionId? revision = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (choices.Count > Most) throw new RefusedException($"At most {Most} listeners fit side by side. Take one away first.");
        var snapshot = await current.Get(cancel);
        return await store.Read(db => Run(db, snapshot, playlist, revision, choices, cancel), cancel);
    }

    private async Task<Preview?> Run(CurationDb db, ModelSnapshot snapshot, PlaylistId playlist, RevisionId? wanted, IReadOnlyList<PreviewChoice> choices, CancellationToken cancel)
    {
        wanted ??= await db.Playlists.Where(row => row.Id == playlist).Select(row => row.Head).SingleOrDefaultAsync(cancel);
        if (wanted is null || await db.Revisions.SingleOrDefaultAsync(row => row.Playlist == playlist && row.Id == wanted, cancel) is not { } revision) return null;
        var composer = await ComposerFor.Revision(db, snapshot, revision, store.Now, cancel);
        var lists = new List<PreviewedList>();
        foreach (var choice in choices)
        {
            var (who, about, recipient) = await Recipient(db, snapshot, revision, choice, cancel);
            var list = recipient is null ? null : composer.Compose(recipient);
            lists.Add(new PreviewedList(choice, who, about, list, list is null ? [] : composer.Explain(list, recipient!)));
        }

        return new Preview(revision, snapshot.Catalogue, lists);
    }

    private async Task<(string Who, string About, Recipient? Recipient)> Recipient(CurationDb db, ModelSnapshot snapshot, Revision revision, PreviewChoice choice, CancellationToken cancel)
    {
        switch (choice)
        {
            case PreviewChoice.Listener(var key):
                var history = await ListenerHistories.ByKey(db, key, snapshot.Weights, cancel);
                return history is null ? (key, "No listener has this key. Look for another.", null) : (key, About(history, snapshot), history.ToRecipient(snapshot.Model?.Factorisation));
            case PreviewChoice.Cluster(var number):
                var map = await tastes.Get(cancel);
                var cluster = map.Clusters.FirstOrDefault(row => row.Number == number);
                if (cluster is null) return (Text($"Taste cluster {number}"), "There is no such cluster; there are fewer tastes among the listeners.", null);
                return await Real(db, snapshot, cluster.Typical, map.NameOf(cluster), Text($"The listener nearest to the centre of taste cluster {number} ({cluster.Size} of {map.Profiles.Count} sampled)"), cancel);
            case PreviewChoice.Outsider:
                var (outsider, labels) = await tastes.Outsider(snapshot, revision.Draft.Pool.Select(entry => entry.Track).ToList(), cancel);
                if (outsider is null) return ("Hater of this genre", "Nobody has played anything yet, so nobody avoids this.", null);
                return await Real(db, snapshot, outsider.Listener, "Hater of this genre", $"The listener who gives the least of their plays to {string.Join(", ", labels)}", cancel);
            default:
                return ("New listener", "Nobody has played anything yet under this name, so this is the shared list.", Blending.Recipient.Everyone);
        }
    }

    private static async Task<(string Who, string About, Recipient? Recipient)> Real(CurationDb db, ModelSnapshot snapshot, ListenerId listener, string who, string what, CancellationToken cancel)
    {
        var key = await db.Listeners.Where(row => row.Id == listener).Select(row => row.Key).SingleAsync(cancel);
        var history = await ListenerHistories.ByKey(db, key, snapshot.Weights, cancel);
        return (who, $"{what}: {key}. {About(history!, snapshot)}", history!.ToRecipient(snapshot.Model?.Factorisation));
    }

    private static string About(ListenerHistory history, ModelSnapshot snapshot) =>
        history.ExcludesExplicit ? $"{Heard(history, snapshot)} Explicit tracks are excluded for this listener." : Heard(history, snapshot);

    private static string Heard(ListenerHistory history, ModelSnapshot snapshot) =>
        history.ProfilingOff ? "Profiling is off for this listener, so this is the shared order."
        : history.Plays == 0 ? "No plays yet, so this is the shared order."
        : snapshot.Model is null ? Text($"{history.Plays} plays, but no model is trained, so this is the shared order.")
        : Text($"{history.Plays} plays of {history.Tracks.Length} tracks.");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
