using System.Text.Json.Serialization;
using Curation.Core.Catalog;

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
[JsonDerivedType(typeof(Reorder), "reorder")]
[JsonDerivedType(typeof(KeepWithNext), "keep")]
[JsonDerivedType(typeof(SetFlow), "flow")]
[JsonDerivedType(typeof(AddEntries), "take")]
[JsonDerivedType(typeof(ChangeMissing), "missing")]
[JsonDerivedType(typeof(ReplaceDraft), "replace")]
[JsonDerivedType(typeof(Restore), "restore")]
[JsonDerivedType(typeof(SetFields), "set")]
[JsonDerivedType(typeof(PutEntries), "put")]
[JsonDerivedType(typeof(Arrange), "arrange")]
[JsonDerivedType(typeof(Several), "several")]
public abstract record DraftEdit
{
    private DraftEdit()
    {
    }

    /// <summary>Puts tracks into the pool behind <paramref name="After"/>, or at the end when it is null; those already there stay where they are.</summary>
    public sealed record AddTracks(IReadOnlyList<TrackId> Tracks, TrackId? After = null) : DraftEdit;

    /// <summary>Takes tracks out of the pool; <paramref name="Was"/> is what their editor saw of them.</summary>
    public sealed record RemoveTracks(IReadOnlyList<TrackId> Tracks, IReadOnlyList<Entry>? Was = null) : DraftEdit;

    /// <summary>Moves tracks, in their present order, in front of <paramref name="Before"/>, or to the end when it is null; where that one is gone, behind <paramref name="Behind"/>.</summary>
    public sealed record MoveTracks(IReadOnlyList<TrackId> Tracks, TrackId? Before, TrackId? Behind = null) : DraftEdit;

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

    /// <summary>Puts tracks in the order given, into the places that they hold now; all others stay where they are.</summary>
    public sealed record Reorder(IReadOnlyList<TrackId> Tracks) : DraftEdit;

    /// <summary>Keeps tracks together with whatever stands right behind each of them, or lets them go.</summary>
    public sealed record KeepWithNext(IReadOnlyList<TrackId> Tracks, bool Keep) : DraftEdit;

    /// <summary>Sets what is asked of the order; null asks nothing.</summary>
    public sealed record SetFlow(Flow? Flow) : DraftEdit;
    /// <summary>Puts entries of a list into the pool as one edit, with their notes and with those pins that are free, and changes what is still missing. Who added them, and when, is said anew.</summary>
    /// <param name="Entries">The entries in the order they are to stand; those already there stay as they are.</param>
    /// <param name="After">The track behind which they come, or null for the end.</param>
    /// <param name="Add">Lines to keep as still missing.</param>
    /// <param name="Drop">Lines that are not missing any more.</param>
    public sealed record AddEntries(IReadOnlyList<Entry> Entries, TrackId? After, IReadOnlyList<string> Add, IReadOnlyList<string> Drop) : DraftEdit;

    /// <summary>Keeps lines as still missing, and drops others.</summary>
    public sealed record ChangeMissing(IReadOnlyList<string> Add, IReadOnlyList<string> Drop) : DraftEdit;

    /// <summary>Puts a whole earlier state in place: undo and redo.</summary>
    public sealed record ReplaceDraft(Draft With, string Why) : DraftEdit;

    /// <summary>Brings an earlier revision back. It always starts a revision of its own, so that what it replaces can be brought back too.</summary>
    public sealed record Restore(Draft With, int Number) : DraftEdit;

    /// <summary>Sets single values of the draft and of entries; those of tracks that are gone are left out.</summary>
    public sealed record SetFields(IReadOnlyList<FieldEdit> Fields) : DraftEdit;

    /// <summary>Puts whole entries into the pool, beside the neighbours they had; those already there stay as they are.</summary>
    public sealed record PutEntries(IReadOnlyList<PlacedEntry> Entries) : DraftEdit;

    /// <summary>Puts the named tracks into this order; others keep their places.</summary>
    public sealed record Arrange(IReadOnlyList<TrackId> Order) : DraftEdit;

    /// <summary>Several edits that belong together and are taken back together.</summary>
    public sealed record Several(IReadOnlyList<DraftEdit> Edits, string Why) : DraftEdit;
}
