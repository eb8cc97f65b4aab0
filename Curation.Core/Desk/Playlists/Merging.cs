using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>Puts an edit on the newest state with the help of the edit log, and says of every conflict who wrote the other side.</summary>
internal static class Merging
{
    /// <summary>The newest state with what of the edit goes with it; the edit was made when the playlist had <paramref name="version"/>.</summary>
    public static async Task<Merged> In(Write write, Playlist playlist, Revision head, int version, DraftEdit edit, PersonId? author = null)
    {
        var by = author ?? write.Actor.Person;
        var since = playlist.Version == version ? [] : await write.Db.EditRecords.AsNoTracking()
            .Where(row => row.Playlist == playlist.Id && row.Version > version).OrderByDescending(row => row.Id).ToListAsync(write.Cancel);
        var seen = since.Aggregate(head.Draft, (draft, record) => Unsaid(draft, record.Edit, by, write.Now));
        var merged = edit is DraftEdit.Restore ? new Merged(head.Draft.Apply(edit, by, write.Now), []) : Merge.Onto(head.Draft, Merge.Refine(seen, edit, by, write.Now), by, write.Now);
        await MustKnow(write, head.Draft, merged.Draft);
        return merged.Conflicts.Count == 0 ? merged : merged with { Conflicts = await Signed(write, playlist.Id, merged.Conflicts) };
    }

    /// <summary>The values and entries before an edit, for telling what an editor saw; the order is of no account here.</summary>
    private static Draft Unsaid(Draft draft, DraftEdit edit, PersonId by, DateTimeOffset at) => edit switch
    {
        DraftEdit.Several several => several.Edits.Reverse().Aggregate(draft, (now, part) => Unsaid(now, part, by, at)),
        DraftEdit.SetFields set => DraftFields.With(draft, [.. set.Fields.Select(field => field.Reverse())]),
        DraftEdit.RemoveTracks { Was: { } was } => draft with { Pool = draft.Pool.AddRange(was.Where(entry => !draft.Holds(entry.Track))) },
        DraftEdit.PutEntries put => draft.Apply(new DraftEdit.RemoveTracks([.. put.Entries.Select(placed => placed.Entry.Track)]), by, at),
        _ => draft,
    };

    private static async Task MustKnow(Write write, Draft before, Draft after)
    {
        var held = before.Pool.Select(entry => entry.Track).ToHashSet();
        var fresh = after.Pool.Select(entry => entry.Track).Where(track => !held.Contains(track)).ToList();
        if (fresh.Count == 0) return;
        var known = await write.Db.Tracks.CountAsync(track => fresh.Contains(track.Id), write.Cancel);
        if (known != fresh.Count) throw new RefusedException("Some of these tracks are not in the catalogue any more; nothing was saved. Reload the page.");
    }

    private static async Task<IReadOnlyList<EditConflict>> Signed(Write write, PlaylistId playlist, IReadOnlyList<EditConflict> conflicts)
    {
        var tracks = conflicts.Select(conflict => conflict.Holder ?? conflict.Track ?? default).ToHashSet();
        var authors = await write.Db.FieldAuthors.AsNoTracking().Where(row => row.Playlist == playlist && tracks.Contains(row.Track)).ToListAsync(write.Cancel);
        var signed = conflicts.Select(conflict => authors
            .Where(row => row.Track == (conflict.Holder ?? conflict.Track ?? default) && row.Field == (conflict.Kind == ConflictKind.Removed ? FieldAuthor.Standing : conflict.Field))
            .Select(row => conflict with { By = row.By, At = row.At }).FirstOrDefault(conflict)).ToList();
        if (!signed.Exists(conflict => conflict.Kind == ConflictKind.Removed)) return signed;
        var lost = await Lost(write, playlist);
        return signed.ConvertAll(conflict => conflict.Kind == ConflictKind.Removed && lost.TryGetValue(conflict.Track!.Value, out var entry)
            ? conflict with { Insist = new DraftEdit.Several([new DraftEdit.PutEntries([entry]), Seen(conflict.Insist, entry.Entry)], "put a track back") } : conflict);
    }

    /// <summary>What was written on an entry that is back goes on what it held when it left.</summary>
    private static DraftEdit Seen(DraftEdit insist, Entry entry) => insist is not DraftEdit.SetFields set ? insist : new DraftEdit.SetFields(
        [.. set.Fields.Select(field => field with { Was = DraftFields.Read(new Draft { Title = "-", Pool = [entry] }, field.Track, field.Field) })]);

    /// <summary>The entries that left lately, as they were.</summary>
    private static async Task<Dictionary<TrackId, PlacedEntry>> Lost(Write write, PlaylistId playlist)
    {
        var newest = await write.Db.EditRecords.AsNoTracking().Where(row => row.Playlist == playlist).OrderByDescending(row => row.Id).Take(100).Select(row => row.Edit).ToListAsync(write.Cancel);
        return newest.SelectMany(EditLog.Parts).OfType<DraftEdit.RemoveTracks>().SelectMany(remove => remove.Was ?? [])
            .GroupBy(entry => entry.Track).ToDictionary(group => group.Key, group => new PlacedEntry(group.First(), null, group.First().Track));
    }
}
