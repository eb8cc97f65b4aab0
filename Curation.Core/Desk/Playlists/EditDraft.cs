using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>What became of an edit.</summary>
/// <param name="Now">The playlist as it stands in the store.</param>
/// <param name="Conflict">True when somebody else saved first and nothing of this edit was kept.</param>
public sealed record EditOutcome(PlaylistView Now, bool Conflict);

/// <summary>Saves one edit to a draft. The edit says on which version it was made, so a later editor never overwrites an earlier one in silence.</summary>
public sealed class EditDraft(Store store)
{
    /// <summary>Applies and saves an edit made on <paramref name="version"/>; when the store has moved on, saves nothing and returns what is there.</summary>
    /// <exception cref="RefusedException">The edit cannot be made; nothing was changed.</exception>
    public Task<EditOutcome> Run(Actor actor, PlaylistId id, int version, DraftEdit edit, CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Editor], async write =>
        {
            var playlist = await write.Db.Playlists.SingleOrDefaultAsync(row => row.Id == id, cancel)
                ?? throw new RefusedException("There is no such playlist; nothing was saved.");
            var head = await write.Db.Revisions.SingleAsync(row => row.Id == playlist.Head, cancel);
            if (playlist.Version != version) return new EditOutcome(await OpenPlaylist.View(write.Db, playlist, head, cancel), Conflict: true);
            var draft = head.Draft.Apply(edit, actor.Person, write.Now);
            await MustKnow(write, edit);
            if (!draft.Equals(head.Draft))
            {
                head = await SaveDraft.In(write, playlist, head, draft, EditWords.For(edit), apart: edit is DraftEdit.Restore);
                await write.Log("playlist.edit", $"playlist:{id}", $"revision {head.Number}: {head.Change}");
            }

            return new EditOutcome(await OpenPlaylist.View(write.Db, playlist, head, cancel), Conflict: false);
        }, cancel);

    private static async Task MustKnow(Write write, DraftEdit edit)
    {
        var tracks = edit switch
        {
            DraftEdit.AddTracks add => add.Tracks,
            DraftEdit.ReplaceTrack swap => [swap.With],
            DraftEdit.ReplaceDraft replace => Held(replace.With),
            DraftEdit.Restore restore => Held(restore.With),
            _ => [],
        };
        if (tracks.Count == 0) return;
        var known = await write.Db.Tracks.CountAsync(track => tracks.Contains(track.Id), write.Cancel);
        if (known != tracks.Distinct().Count()) throw new RefusedException("Some of these tracks are not in the catalogue any more; nothing was saved. Reload the page.");
    }

    private static List<TrackId> Held(Draft draft) => draft.Pool.Select(entry => entry.Track).ToList();
}
