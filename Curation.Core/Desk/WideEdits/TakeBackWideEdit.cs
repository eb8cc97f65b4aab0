using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.WideEdits;

/// <summary>What became of taking a wide edit back.</summary>
/// <param name="Restored">Places that are as they were.</param>
/// <param name="Left">Places that are not, each with why, as sentences.</param>
public sealed record TakeBackOutcome(int Restored, IReadOnlyList<string> Left);

/// <summary>Takes a whole wide edit back: blocks end, and each place is restored where the playlist has not changed at that place since.</summary>
/// <remarks>As with the takedown itself, putting back what stood there makes nobody an author.</remarks>
public sealed class TakeBackWideEdit(Store store)
{
    /// <summary>Restores what can be restored and says what cannot.</summary>
    /// <exception cref="RefusedException">There is no such edit, or it was taken back already; nothing was changed.</exception>
    public Task<TakeBackOutcome> Run(Actor actor, int id, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor, Roles.Admin], async write =>
    {
        var edit = await write.Db.WideEdits.SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw new RefusedException("There is no such edit; nothing was changed.");
        edit.TakeBack(actor.Person, write.Now);
        write.Db.TrackBlocks.RemoveRange(await write.Db.TrackBlocks.Where(block => block.WideEdit == id).ToListAsync(cancel));
        await write.Db.SaveChangesAsync(cancel);
        var tracks = edit.Places.Select(place => place.Was.Track).ToList();
        var titles = await write.Db.Tracks.Where(track => tracks.Contains(track.Id)).ToDictionaryAsync(track => track.Id, track => track.Title, cancel);
        var blocked = (await write.Db.TrackBlocks.Where(block => tracks.Contains(block.Track)).Select(block => block.Track).ToListAsync(cancel)).ToHashSet();
        var left = new List<string>();
        var restored = 0;
        foreach (var places in edit.Places.GroupBy(place => place.Playlist)) restored += await Restore(write, edit, [.. places], titles, blocked, left);
        await write.Log("tracks.take-back", $"wide-edit:{id}", string.Create(CultureInfo.InvariantCulture, $"{restored} of {edit.PlaceCount} places restored"));
        return new TakeBackOutcome(restored, left);
    }, cancel);

    private static async Task<int> Restore(Write write, WideEdit edit, IReadOnlyList<WidePlace> places, Dictionary<TrackId, string> titles, HashSet<TrackId> blocked, List<string> left)
    {
        var playlist = await write.Db.Playlists.SingleAsync(row => row.Id == places[0].Playlist, write.Cancel);
        var head = await write.Db.Revisions.SingleAsync(row => row.Id == playlist.Head, write.Cancel);
        var draft = head.Draft;
        var restored = new HashSet<TrackId>();
        foreach (var place in places)
        {
            var why = Obstacle(place, edit, draft, restored, titles, blocked);
            if (why is null)
            {
                draft = edit.With is { } with ? draft.SwappedBack(with, place.Was, out why) : draft.PutBack(place, out why);
                restored.Add(place.Was.Track);
            }

            if (why is not null) left.Add($"“{playlist.Title}”, {titles.GetValueOrDefault(place.Was.Track, "a track")} at {place.Position}: {why}");
        }

        if (restored.Count == 0) return 0;
        var saved = await SaveDraft.In(write, playlist, head, draft, $"took back a {(edit.Kind == WideEditKind.Takedown ? "takedown" : "replacement")}", apart: true, authors: edit.Kind == WideEditKind.Replacement);
        await write.Log("playlist.edit", $"playlist:{playlist.Id}", $"revision {saved.Number}: {saved.Change}");
        return restored.Count;
    }

    private static string? Obstacle(WidePlace place, WideEdit edit, Draft draft, HashSet<TrackId> restored, Dictionary<TrackId, string> titles, HashSet<TrackId> blocked)
    {
        if (!titles.ContainsKey(place.Was.Track)) return "the catalogue does not hold it any more.";
        if (blocked.Contains(place.Was.Track)) return "another takedown still holds it.";
        if (draft.Holds(place.Was.Track)) return "the pool holds it again already, so it was left as it stands.";
        if (place.Merged) return "the pool held both tracks, and which of them wrote what cannot be told any more.";
        if (edit.With is { } with) return draft.Holds(with) ? null : "the track that took its place is gone from the pool.";
        return draft.IsOpenAt(place, restored) ? null : "the pool has changed at that place since.";
    }
}
