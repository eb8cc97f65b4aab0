using System.Text.Json.Serialization;
using Curation.Core.Catalog;
using Curation.Core.Playlists.Rules;

namespace Curation.Core.Playlists;

/// <summary>One thing an editor does to a draft. Edits name tracks, never positions on a screen, so that they still mean the same after somebody else's edit.</summary>
[JsonDerivedType(typeof(AddTracks), "add")]
[JsonDerivedType(typeof(RemoveTracks), "remove")]
[JsonDerivedType(typeof(MoveTracks), "move")]
[JsonDerivedType(typeof(PinTrack), "pin")]
[JsonDerivedType(typeof(UnpinTracks), "unpin")]
[JsonDerivedType(typeof(WriteNote), "note")]
[JsonDerivedType(typeof(Describe), "describe")]
[JsonDerivedType(typeof(SetBlend), "blend")]
[JsonDerivedType(typeof(AttachRule), "attachRule")]
[JsonDerivedType(typeof(RefreshRule), "refreshRule")]
[JsonDerivedType(typeof(DetachRule), "detachRule")]
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

    /// <summary>Takes the pins off tracks.</summary>
    public sealed record UnpinTracks(IReadOnlyList<TrackId> Tracks) : DraftEdit;

    /// <summary>Writes the note of an entry; empty removes it.</summary>
    public sealed record WriteNote(TrackId Track, string Note) : DraftEdit;

    /// <summary>Writes title, need and genre seed.</summary>
    public sealed record Describe(string Title, string Need, GenreId? Seed) : DraftEdit;

    /// <summary>Sets the recipe.</summary>
    public sealed record SetBlend(Blend Blend) : DraftEdit;

    /// <summary>Attaches a smart section, or changes the one of its id, and gives it tracks: new ones come at the end of the pool, those already there become the section's.</summary>
    public sealed record AttachRule(SmartSection Section, IReadOnlyList<TrackId> Tracks) : DraftEdit;

    /// <summary>Brings a smart section up to date: tracks come behind its last entry, and of those named for removal its own go, except pinned or noted ones.</summary>
    public sealed record RefreshRule(int Section, IReadOnlyList<TrackId> Added, IReadOnlyList<TrackId> Removed) : DraftEdit;

    /// <summary>Takes a smart section off. Its entries stay as if hands had put them there, or go with it, except pinned or noted ones.</summary>
    public sealed record DetachRule(int Section, bool WithEntries = false) : DraftEdit;

    /// <summary>Puts a whole earlier state in place: undo and redo.</summary>
    public sealed record ReplaceDraft(Draft With, string Why) : DraftEdit;

    /// <summary>Brings an earlier revision back. It always starts a revision of its own, so that what it replaces can be brought back too.</summary>
    public sealed record Restore(Draft With, int Number) : DraftEdit;
}
