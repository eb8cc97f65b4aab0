using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>What became of a copy.</summary>
/// <param name="Title">The playlist copied to.</param>
/// <param name="Added">Tracks that it did not hold before.</param>
/// <param name="Held">How many it held already.</param>
public sealed record CopyOutcome(string Title, IReadOnlyList<TrackId> Added, int Held)
{
    /// <summary>The outcome as a sentence.</summary>
    public string Words
    {
        get
        {
            if (Added.Count == 0) return $"“{Title}” holds {(Held == 1 ? "it" : $"all {Held}")} already; nothing was added.";
            return $"Copied {(Added.Count == 1 ? "1 track" : $"{Added.Count} tracks")} to “{Title}”{(Held == 0 ? "" : $"; {Held} {(Held == 1 ? "was" : "were")} there already")}.";
        }
    }
}

/// <summary>Copies tracks to the end of another playlist's pool.</summary>
public sealed class CopyTracks(Store store)
{
    /// <summary>Adds those of the tracks that the playlist does not hold, whatever its version, since nothing there is changed.</summary>
    /// <exception cref="RefusedException">There is no such playlist, it is full, or a track may not be added; nothing was copied.</exception>
    public Task<CopyOutcome> Run(Actor actor, PlaylistId target, IReadOnlyList<TrackId> tracks, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        var (playlist, head) = await Open(write, target);
        var known = await write.Db.Tracks.Where(track => tracks.Contains(track.Id)).Select(track => track.Id).ToListAsync(cancel);
        var added = tracks.Distinct().Where(track => known.Contains(track) && !head.Draft.Holds(track)).ToList();
        if (added.Count > 0) await Save(write, playlist, head, new DraftEdit.AddTracks(added));
        return new CopyOutcome(head.Draft.Title, added, tracks.Distinct().Count() - added.Count);
    }, cancel);

    /// <summary>Takes copies out again.</summary>
    public Task TakeBack(Actor actor, PlaylistId target, IReadOnlyList<TrackId> tracks, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        var (playlist, head) = await Open(write, target);
        if (tracks.Any(head.Draft.Holds)) await Save(write, playlist, head, new DraftEdit.RemoveTracks(tracks));
    }, cancel);

    private static async Task<(Playlist Playlist, Revision Head)> Open(Write write, PlaylistId target)
    {
        var playlist = await write.Db.Playlists.SingleOrDefaultAsync(row => row.Id == target, write.Cancel) ?? throw new RefusedException("There is no such playlist; nothing was copied.");
        if (playlist.Archived) throw new RefusedException($"“{playlist.Title}” is archived; nothing was copied. Bring it back first.");
        return (playlist, await write.Db.Revisions.SingleAsync(row => row.Id == playlist.Head, write.Cancel));
    }

    private static async Task Save(Write write, Playlist playlist, Revision head, DraftEdit edit)
    {
        var saved = await SaveDraft.In(write, playlist, head, head.Draft.Apply(edit, write.Actor.Person, write.Now), EditWords.For(edit));
        await write.Log("playlist.edit", $"playlist:{playlist.Id}", $"revision {saved.Number}: {saved.Change}");
    }
}
