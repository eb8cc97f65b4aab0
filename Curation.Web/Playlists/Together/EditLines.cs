using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Web.Playlists.Editing;

namespace Curation.Web.Playlists.Together;

/// <summary>Says what an edit does, line by line, with titles and values.</summary>
public static class EditLines
{
    public static IEnumerable<string> Of(DraftEdit edit, Func<TrackId, string> title) => edit switch
    {
        DraftEdit.Several several => several.Edits.SelectMany(part => Of(part, title)),
        DraftEdit.SetFields set => set.Fields.Select(field => Field(field, title)),
        DraftEdit.RemoveTracks remove => remove.Tracks.Select(track => $"removed “{title(track)}”"),
        DraftEdit.AddTracks add => add.Tracks.Select(track => $"added “{title(track)}”"),
        DraftEdit.PutEntries put => put.Entries.Select(placed => $"added “{title(placed.Entry.Track)}”{(placed.After is { } after ? $" behind “{title(after)}”" : " at the top")}"),
        DraftEdit.MoveTracks { Before: { } before } move => move.Tracks.Select(track => $"moved “{title(track)}” in front of “{title(before)}”"),
        DraftEdit.MoveTracks move => move.Tracks.Select(track => $"moved “{title(track)}” to the end"),
        DraftEdit.Arrange arrange => [$"put {arrange.Order.Count} tracks in another order"],
        _ => [],
    };

    private static string Field(FieldEdit field, Func<TrackId, string> title)
    {
        var what = FieldWords.Name(field.Field);
        var where = field.Track is { } track ? $" of “{title(track)}”" : "";
        return $"{what}{where}: {FieldWords.Value(field.Field, field.Was)} → {FieldWords.Value(field.Field, field.Now)}";
    }
}
