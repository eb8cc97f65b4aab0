using Curation.Core.Playlists;

namespace Curation.Core.Desk.Playlists;

/// <summary>Says in words what an edit did, for the history.</summary>
internal static class EditWords
{
    public static string For(DraftEdit edit) => edit switch
    {
        DraftEdit.AddTracks add => Count("added", add.Tracks.Count),
        DraftEdit.RemoveTracks remove => Count("removed", remove.Tracks.Count),
        DraftEdit.MoveTracks move => Count("moved", move.Tracks.Count),
        DraftEdit.PinTrack pin => $"pinned a track at {pin.Position}",
        DraftEdit.PinTracks pins => $"{Count("pinned", pins.Tracks.Count)} from {pins.From} on",
        DraftEdit.ReplaceTrack => "put another track in the place of one",
        DraftEdit.TagEntries tags => Count("tagged", tags.Tracks.Count),
        DraftEdit.UnpinTracks unpin => Count("unpinned", unpin.Tracks.Count),
        DraftEdit.WriteNote => "wrote a note",
        DraftEdit.Describe => "wrote title, need or seed",
        DraftEdit.SetBlend => "changed the blend",
        DraftEdit.AttachRule attach => $"set the smart section \u201c{attach.Section.Name}\u201d",
        DraftEdit.RefreshRule refresh => $"brought a smart section up to date: {refresh.Added.Count} added, {refresh.Removed.Count} removed",
        DraftEdit.DetachRule => "took a smart section off",
        DraftEdit.Reorder order => $"put {order.Tracks.Count} tracks in order",
        DraftEdit.KeepWithNext keep => Count(keep.Keep ? "kept with the next" : "let go of the next", keep.Tracks.Count),
        DraftEdit.SetFlow => "changed what is asked of the order",
        DraftEdit.AddEntries add => add.Entries.Count == 0 ? "kept lines that are still missing" : $"{Count("added", add.Entries.Count)} from a list",
        DraftEdit.ChangeMissing => "changed what is still missing",
        DraftEdit.ReplaceDraft replace => replace.Why,
        DraftEdit.SetFields set => Fields(set.Fields),
        DraftEdit.PutEntries put => put.Entries.Count == 1 ? "put a track back" : $"put {put.Entries.Count} tracks back",
        DraftEdit.Arrange arrange => Count("ordered", arrange.Order.Count),
        DraftEdit.Several { Why.Length: > 0 } several => several.Why,
        DraftEdit.Several { Edits: [var first, ..] } => For(first),
        DraftEdit.Restore restore => $"restored revision {restore.Number}",
        _ => "edited",
    };

    private static string Fields(IReadOnlyList<FieldEdit> fields)
    {
        var names = fields.Select(field => field.Field).Distinct().ToList();
        return names switch
        {
            [DraftFields.Note] => fields.Count == 1 ? "wrote a note" : $"wrote {fields.Count} notes",
            [DraftFields.Pin] => fields.Any(field => field.Now is not null) ? $"pinned a track at {fields.First(field => field.Now is not null).Now}" : Count("unpinned", fields.Count),
            [CommercialTie.Field] => fields.Any(field => field.Now is not null) ? "declared what is given for a track" : "took a declaration back",
            ["tags"] => Count("tagged", fields.Count),
            _ when names.TrueForAll(name => name.StartsWith("blend.", StringComparison.Ordinal)) => "changed the blend",
            _ when fields.All(field => field.Track is null) => "wrote " + string.Join(", ", names),
            _ => $"set {string.Join(", ", names)}",
        };
    }

    private static string Count(string verb, int count) => count == 1 ? $"{verb} a track" : $"{verb} {count} tracks";
}
