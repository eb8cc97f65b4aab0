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
        DraftEdit.ReplaceDraft replace => replace.Why,
        DraftEdit.Restore restore => $"restored revision {restore.Number}",
        _ => "edited",
    };

    private static string Count(string verb, int count) => count == 1 ? $"{verb} a track" : $"{verb} {count} tracks";
}
