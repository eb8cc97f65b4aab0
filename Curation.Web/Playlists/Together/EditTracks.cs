using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Together;

/// <summary>Finds the tracks that an edit names, for looking up titles.</summary>
public static class EditTracks
{
    public static IEnumerable<TrackId> Of(DraftEdit edit) => edit switch
    {
        DraftEdit.Several several => several.Edits.SelectMany(Of),
        DraftEdit.SetFields set => set.Fields.Where(field => field.Track is not null).Select(field => field.Track!.Value),
        DraftEdit.RemoveTracks remove => remove.Tracks,
        DraftEdit.AddTracks add => add.Tracks,
        DraftEdit.MoveTracks move => move.Before is { } before ? [.. move.Tracks, before] : move.Tracks,
        DraftEdit.PutEntries put => put.Entries.Select(placed => placed.Entry.Track),
        _ => [],
    };
}
