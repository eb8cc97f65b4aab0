using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>What became of an edit.</summary>
/// <param name="Now">The playlist as it stands in the store.</param>
/// <param name="Conflicts">Values that somebody else set otherwise meanwhile; theirs stand, and everything else of the edit is saved.</param>
public sealed record EditOutcome(PlaylistView Now, IReadOnlyList<EditConflict> Conflicts)
{
    /// <summary>Whether something of the edit was not saved.</summary>
    public bool Conflict => Conflicts.Count > 0;
}

/// <summary>Saves one edit to a draft, on top of what others saved since; a later editor never overwrites an earlier one in silence.</summary>
public sealed class EditDraft(Store store)
{
    /// <summary>Saves an edit made on <paramref name="version"/>. Where the store has moved on, the edit goes on top of what is there, value by value.</summary>
    /// <exception cref="RefusedException">The edit cannot be made; nothing was changed.</exception>
    public Task<EditOutcome> Run(Actor actor, PlaylistId id, int version, DraftEdit edit, CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Editor], async write =>
        {
            var playlist = await write.Db.Playlists.SingleOrDefaultAsync(row => row.Id == id, cancel)
                ?? throw new RefusedException("There is no such playlist; nothing was saved.");
            var head = await write.Db.Revisions.SingleAsync(row => row.Id == playlist.Head, cancel);
            if (edit is DraftEdit.Restore && playlist.Version != version)
                throw new RefusedException("Somebody saved this playlist while you were looking. Nothing was restored; look at the newest revision first.");
            var merged = await Merging.In(write, playlist, head, version, edit);
            if (!merged.Draft.Equals(head.Draft))
            {
                head = await SaveDraft.In(write, playlist, head, merged.Draft, EditWords.For(edit), apart: edit is DraftEdit.Restore);
                await write.Log("playlist.edit", $"playlist:{id}", $"revision {head.Number}: {head.Change}");
            }

            return new EditOutcome(await OpenPlaylist.View(write.Db, playlist, head, cancel), merged.Conflicts);
        }, cancel);
}
