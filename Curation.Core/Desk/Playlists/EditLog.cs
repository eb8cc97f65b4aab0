using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>Writes down what every save changed, in exact steps, and who wrote which value last.</summary>
internal static class EditLog
{
    public static async Task In(Write write, Playlist playlist, Revision revision, Draft before, string words, PersonId by, Proposal? proposal)
    {
        List<DraftEdit> steps = [.. EditSteps.Between(before, revision.Draft)];
        if (steps.Count == 0) return;
        var edit = steps is [var one] ? one : new DraftEdit.Several(steps, words);
        write.Db.EditRecords.Add(new EditRecord(playlist.Id, playlist.Version, revision.Number, by, write.Now, words, edit, proposal?.Id, proposal is null ? null : write.Actor.Person));
        var touched = Parts(edit).SelectMany(Touched).Distinct().ToList();
        if (touched.Count > 0) await Sign(write, playlist.Id, by, touched);
    }

    /// <summary>The single edits of an edit.</summary>
    public static IEnumerable<DraftEdit> Parts(DraftEdit edit) => edit is DraftEdit.Several several ? several.Edits.SelectMany(Parts) : [edit];

    private static IEnumerable<(TrackId Track, string Field)> Touched(DraftEdit edit) => edit switch
    {
        DraftEdit.SetFields set => set.Fields.Select(field => (field.Track ?? default, field.Field)),
        DraftEdit.RemoveTracks remove => remove.Tracks.Select(track => (track, FieldAuthor.Standing)),
        DraftEdit.PutEntries put => put.Entries.SelectMany(placed => Written(placed.Entry)),
        _ => [],
    };

    private static IEnumerable<(TrackId Track, string Field)> Written(Entry entry)
    {
        yield return (entry.Track, FieldAuthor.Standing);
        foreach (var field in DraftFields.Between(new Entry { Track = entry.Track, AddedBy = entry.AddedBy, AddedAt = entry.AddedAt }, entry)) yield return (entry.Track, field.Field);
    }

    private static async Task Sign(Write write, PlaylistId playlist, PersonId by, List<(TrackId Track, string Field)> touched)
    {
        var tracks = touched.Select(value => value.Track).ToHashSet();
        var old = (await write.Db.FieldAuthors.AsNoTracking().Where(row => row.Playlist == playlist && tracks.Contains(row.Track)).ToListAsync(write.Cancel)).ToDictionary(row => (row.Track, row.Field));
        foreach (var (track, field) in touched)
        {
            var row = new FieldAuthor(playlist, track, field, by, write.Now);
            if (old.ContainsKey((track, field))) write.Db.FieldAuthors.Update(row);
            else write.Db.FieldAuthors.Add(row);
        }

        await write.Db.SaveChangesAsync(write.Cancel);
        foreach (var signed in write.Db.ChangeTracker.Entries<FieldAuthor>().ToList()) signed.State = EntityState.Detached;
    }
}
