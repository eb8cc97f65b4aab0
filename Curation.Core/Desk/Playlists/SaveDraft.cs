using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>Saves a state of a playlist: into the author's open revision, or into a new one; <c>apart</c> always starts a new one.</summary>
internal static class SaveDraft
{
    public static async Task<Revision> In(Write write, Playlist playlist, Revision? head, Draft draft, string change, bool apart = false, Proposal? proposal = null)
    {
        var by = write.Actor.Person;
        var author = proposal?.By ?? by;
        MustBeOpen(playlist, by);
        var before = head?.Draft;
        var revision = head;
        if (revision is null || apart || !revision.Takes(by, write.Now))
        {
            revision = new Revision(playlist.Id, (head?.Number ?? 0) + 1, draft, by, write.Now);
            write.Db.Revisions.Add(revision);
        }

        revision.Put(draft, by, write.Now, change);
        await write.Db.SaveChangesAsync(write.Cancel);
        playlist.Saved(revision);
        await Authored(write, playlist.Id, by);
        if (author != by) await Authored(write, playlist.Id, author);
        await Reindex(write, playlist.Id, draft);
        await EditLog.In(write, playlist, revision, before ?? new Draft { Title = draft.Title }, change, author, proposal);
        write.Changed(playlist.Id);
        return revision;
    }

    /// <summary>Where others only suggest, nobody but the owner saves, whatever way the change comes.</summary>
    private static void MustBeOpen(Playlist playlist, PersonId by)
    {
        if (playlist.Openness == Openness.OthersSuggest && playlist.Owner != by && by != PersonId.Console)
            throw new RefusedException($"“{playlist.Title}” takes suggestions only: its owner decides what goes in. Nothing was saved; suggest the change instead.");
    }

    private static async Task Authored(Write write, PlaylistId playlist, PersonId person)
    {
        if (await write.Db.PlaylistAuthors.FindAsync([playlist, person], write.Cancel) is null)
            write.Db.PlaylistAuthors.Add(new PlaylistAuthor(playlist, person));
    }

    private static async Task Reindex(Write write, PlaylistId playlist, Draft draft)
    {
        var before = await write.Db.PoolTracks.Where(row => row.Playlist == playlist).ToListAsync(write.Cancel);
        var now = draft.Pool.Select(entry => entry.Track).ToHashSet();
        write.Db.PoolTracks.RemoveRange(before.Where(row => !now.Contains(row.Track)));
        now.ExceptWith(before.Select(row => row.Track));
        write.Db.PoolTracks.AddRange(now.Select(track => new PoolTrack(playlist, track)));
    }
}
