using System.Text.Json.Serialization;
using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>One thing an editor does to a draft. Edits name tracks, never positions on a screen, so that they still mean the same after somebody else's edit.</summary>
[JsonDerivedType(typeof(AddTracks), "add")]
[JsonDerivedType(typeof(RemoveTracks), "remove")]
[JsonDerivedType(typeof(MoveTracks), "move")]
[JsonDerivedType(typeof(PinTrack), "pin")]
[JsonDerivedType(typeof(UnpinTracks), "unpin")]
[JsonDerivedType(typeof(PinTracks), "pins")]
[JsonDerivedType(typeof(ReplaceTrack), "swap")]
[JsonDerivedType(typeof(TagEntries), "tag")]
[JsonDerivedType(typeof(WriteNote), "note")]
[JsonDerivedType(typeof(Describe), "describe")]
[JsonDerivedType(typeof(SetBlend), "blend")]
[JsonDerivedType(typeof(ReplaceDraft), "replace")]
[JsonDerivedType(typeof(Restore), "restore")]
public abstract record DraftEdit
{
    private DraftEdit()
    {
    }

    /// <summary>Puts tracks into the pool behind <paramref name="After"/>, or at the end when it is null; those already there stay where they are.</summary>
    public sealed record AddTracks(IReadOnlyList<TrackId> Tracks, TrackId? After = null) : DraftEdit;

    /// <summary>Takes tracks out of the pool.</summary>
    public sealed record RemoveTracks(IReadOnlyList<TrackId> Tracks) : DraftEdit;

    /// <summary>Moves tracks, in their present order, in front of <paramref name="Before"/>, or to the end when it is null.</summary>
    public sealed record MoveTracks(IReadOnlyList<TrackId> Tracks, TrackId? Before) : DraftEdit;

    /// <summary>Pins a track at a position (from 1) for everyone; a track already pinned there loses its pin.</summary>
    public sealed record PinTrack(TrackId Track, int Position) : DraftEdit;

    /// <summary>Pins tracks, in their present order, at one position after the other from <paramref name="From"/> on; what is pinned there loses its pin.</summary>
    public sealed record PinTracks(IReadOnlyList<TrackId> Tracks, int From) : DraftEdit;

    /// <summary>Puts a track in the place of another, which keeps its pin, note and tags; where the pool holds it already, the two entries become one.</summary>
    public sealed record ReplaceTrack(TrackId Track, TrackId With) : DraftEdit;

    /// <summary>Gives entries tags and takes others off; tags are folded to lower case.</summary>
    public sealed record TagEntries(IReadOnlyList<TrackId> Tracks, IReadOnlyList<string> Add, IReadOnlyList<string> Remove) : DraftEdit;

    /// <summary>Takes the pins off tracks.</summary>
    public sealed record UnpinTracks(IReadOnlyList<TrackId> Tracks) : DraftEdit;

    /// <summary>Writes the note of an entry; empty removes it.</summary>
    public sealed record WriteNote(TrackId Track, string Note) : DraftEdit;

    /// <summary>Writes title, need and genre seed.</summary>
    public sealed record Describe(string Title, string Need, GenreId? Seed) : DraftEdit;

    /// <summary>Sets the recipe.</summary>
    public sealed record SetBlend(Blend Blend) : DraftEdit;

    /// <summary>Puts a whole earlier state in place: undo and redo.</summary>
    public sealed record ReplaceDraft(Draft With, string Why) : DraftEdit;

    /// <summary>Brings an earlier revision back. It always starts a revision of its own, so that what it replaces can be brought back too.</summary>
    public sealed record Restore(Draft With, int Number) : DraftEdit;
}
