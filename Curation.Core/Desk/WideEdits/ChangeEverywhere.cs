using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.WideEdits;

/// <summary>Changes every playlist's newest draft at once, as a revision of its own in each, in one transaction.</summary>
/// <remarks>
/// Who takes tracks down does not become an author of the playlists: the act follows from a right or a rule, is the same everywhere and chooses nothing, and counting it as authorship would keep
/// the reviewers of all these playlists from deciding on them. The revision and the log still name the person. Who replaces a track chooses what listeners hear, and becomes an author like any editor.
/// </remarks>
public sealed class ChangeEverywhere(Store store)
{
    private const int LongestReason = 500;

    /// <summary>Takes tracks out of every pool and refuses them everywhere from now on. Live editions and revisions in review stay as they are.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="preview">What the person saw; where a playlist has changed since, nothing is done.</param>
    /// <param name="reason">Why; it cannot be empty.</param>
    /// <param name="cancel">Asked to stop.</param>
    /// <exception cref="RefusedException">The preview is out of date or there is no reason; nothing was changed.</exception>
    public Task<int> TakeDown(Actor actor, WidePreview preview, string reason, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor, Roles.Admin], async write =>
    {
        MustSay(preview, reason);
        var tracks = preview.Tracks.Select(track => track.Id).ToHashSet();
        var changed = await MustBeAsSeen(write, preview, tracks);
        var places = changed.SelectMany(row => Places(row.Playlist.Id, row.Head.Draft, tracks)).ToList();
        var edit = new WideEdit(WideEditKind.Takedown, Subject(preview), null, reason.Trim(), places, actor.Person, write.Now);
        write.Db.WideEdits.Add(edit);
        await write.Db.SaveChangesAsync(cancel);
        write.Db.TrackBlocks.AddRange(tracks.Order().Select(track => new TrackBlock(track, edit.Id)));
        foreach (var (playlist, head) in changed)
        {
            var gone = head.Draft.Pool.Select(entry => entry.Track).Where(tracks.Contains).ToList();
            await Save(write, playlist, head, new DraftEdit.RemoveTracks(gone), "takedown", authors: false);
        }

        await write.Log("tracks.take-down", $"wide-edit:{edit.Id}", Words(edit, tracks));
        return edit.Id;
    }, cancel);

    /// <summary>Puts a track in the place of another in every pool; pins, notes and tags stay.</summary>
    /// <exception cref="RefusedException">The preview is out of date, or the new track is not in the catalogue or was taken down; nothing was changed.</exception>
    public Task<int> Replace(Actor actor, WidePreview preview, TrackId with, string reason = "", CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        if (preview.Tracks is not [var track] || track.Id == with) throw new RefusedException("Choose one track and another one to put in its place; nothing was changed.");
        if (preview.Places == 0) throw new RefusedException("No pool holds that track; nothing was changed.");
        if (!await write.Db.Tracks.AnyAsync(row => row.Id == with, cancel)) throw new RefusedException("The new track is not in the catalogue any more; nothing was changed.");
        var tracks = new HashSet<TrackId> { track.Id };
        var changed = await MustBeAsSeen(write, preview, tracks);
        var places = changed.SelectMany(row => Places(row.Playlist.Id, row.Head.Draft, tracks, with)).ToList();
        var edit = new WideEdit(WideEditKind.Replacement, Subject(preview), with, reason.Trim(), places, actor.Person, write.Now);
        write.Db.WideEdits.Add(edit);
        await write.Db.SaveChangesAsync(cancel);
        foreach (var (playlist, head) in changed) await Save(write, playlist, head, new DraftEdit.ReplaceTrack(track.Id, with), "replaced in all playlists", authors: true);
        await write.Log("tracks.replace", $"wide-edit:{edit.Id}", $"{Words(edit, tracks)}, by {with}");
        return edit.Id;
    }, cancel);

    private static void MustSay(WidePreview preview, string reason)
    {
        if (preview.Tracks.Count == 0) throw new RefusedException("There is no track to take down; nothing was changed.");
        if (string.IsNullOrWhiteSpace(reason)) throw new RefusedException("A takedown needs a reason, for those who wonder later. Nothing was changed.");
        if (reason.Length > LongestReason) throw new RefusedException($"A reason has at most {LongestReason} characters; nothing was changed.");
    }

    /// <summary>The playlists to change, where they still are what the person saw.</summary>
    private static async Task<List<(Playlist Playlist, Revision Head)>> MustBeAsSeen(Write write, WidePreview preview, HashSet<TrackId> tracks)
    {
        var playlists = await write.Db.Playlists.Where(playlist => write.Db.PoolTracks.Any(row => row.Playlist == playlist.Id && tracks.Contains(row.Track))).OrderBy(playlist => playlist.Id).ToListAsync(write.Cancel);
        var seen = preview.Playlists.Where(playlist => playlist.Lines.Count > 0).ToDictionary(playlist => playlist.Id);
        var other = playlists.Find(playlist => !seen.TryGetValue(playlist.Id, out var row) || row.Version != playlist.Version);
        if (other is not null || playlists.Count != seen.Count)
            throw new RefusedException($"{(other is null ? "A playlist" : $"“{other.Title}”")} has changed since you looked. Nothing was changed anywhere; look at the preview again.");
        var heads = playlists.ConvertAll(playlist => playlist.Head);
        var revisions = await write.Db.Revisions.Where(revision => heads.Contains(revision.Id)).ToDictionaryAsync(revision => revision.Playlist, write.Cancel);
        return playlists.ConvertAll(playlist => (playlist, revisions[playlist.Id]));
    }

    private static IEnumerable<WidePlace> Places(PlaylistId playlist, Draft draft, HashSet<TrackId> tracks, TrackId? with = null)
    {
        var pool = draft.Pool;
        for (var i = 0; i < pool.Length; i++)
        {
            if (!tracks.Contains(pool[i].Track)) continue;
            var before = pool.Take(i).LastOrDefault(entry => !tracks.Contains(entry.Track))?.Track;
            var after = pool.Skip(i + 1).FirstOrDefault(entry => !tracks.Contains(entry.Track))?.Track;
            yield return new WidePlace(playlist, i + 1, pool[i], before, after, with is { } track && draft.Holds(track));
        }
    }

    private static async Task Save(Write write, Playlist playlist, Revision head, DraftEdit edit, string words, bool authors)
    {
        var saved = await SaveDraft.In(write, playlist, head, head.Draft.Apply(edit, write.Actor.Person, write.Now), $"{words}: {EditWords.For(edit)}", apart: true, authors: authors);
        await write.Log("playlist.edit", $"playlist:{playlist.Id}", $"revision {saved.Number}: {saved.Change}");
    }

    private static string Subject(WidePreview preview) => preview.Tracks is [var only]
        ? $"{only.ArtistLine} – {only.Title}"
        : preview.Tracks.Select(track => track.Artists[0]).Distinct().Count() == 1 ? string.Create(CultureInfo.InvariantCulture, $"{preview.Tracks.Count} tracks of {preview.Tracks[0].ArtistLine}")
        : string.Create(CultureInfo.InvariantCulture, $"{preview.Tracks.Count} tracks");

    private static string Words(WideEdit edit, IEnumerable<TrackId> tracks) =>
        string.Create(CultureInfo.InvariantCulture, $"{edit.Subject}; tracks {string.Join(' ', tracks.Order().Take(50))}; {edit.PlaceCount} places in {edit.PlaylistCount} playlists; {edit.Reason}");
}
