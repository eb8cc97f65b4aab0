using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>Adds tracks to a playlist that is not open on the page, whatever its newest state is.</summary>
public sealed class AddToPool(Store store)
{
    /// <summary>Adds tracks at the end and says how many were not there yet.</summary>
    /// <exception cref="RefusedException">There is no such playlist, it is full, or a track is gone; nothing was added.</exception>
    public Task<int> Run(Actor actor, PlaylistId id, IReadOnlyList<TrackId> tracks, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        var playlist = await write.Db.Playlists.SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw new RefusedException("There is no such playlist; nothing was added.");
        if (await write.Db.Tracks.CountAsync(track => tracks.Contains(track.Id), cancel) != tracks.Distinct().Count()) throw new RefusedException("Some of these tracks are not in the catalogue any more; nothing was added. Search again.");
        var head = await write.Db.Revisions.SingleAsync(row => row.Id == playlist.Head, cancel);
        var edit = new DraftEdit.AddTracks(tracks);
        var draft = head.Draft.Apply(edit, actor.Person, write.Now);
        var added = draft.Pool.Length - head.Draft.Pool.Length;
        if (added == 0) return 0;
        var saved = await SaveDraft.In(write, playlist, head, draft, EditWords.For(edit));
        await write.Log("playlist.edit", $"playlist:{id}", $"revision {saved.Number}: {saved.Change}");
        return added;
    }, cancel);
}
