using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>Why a track stands where it stands on a list. The numbers are stored in editions and never change.</summary>
public enum Provenance
{
    /// <summary>An editor pinned it there for everyone.</summary>
    Pinned = 1,

    /// <summary>The editor's order weighs at least as much as the listener's taste.</summary>
    Editor = 2,

    /// <summary>The listener's taste outweighs the editor's order.</summary>
    Personal = 3,

    /// <summary>The engine's find from outside the pool, within the discovery share.</summary>
    Discovery = 4,

    /// <summary>From outside the pool, because the pool is smaller than the list.</summary>
    Fill = 5,
}

/// <summary>What had to give way for a slot. The numbers are stored in editions and never change.</summary>
[Flags]
public enum SlotMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Closer to a track of the same artist than the recipe asks for.</summary>
    SeparationGaveWay = 1,

    /// <summary>Pinned further down, but the list ends before that position.</summary>
    PinMovedUp = 2,

    /// <summary>A group had fewer of the places up to here than the recipe keeps for it, though some of its tracks were left: separation or pins came first.</summary>
    ExposureGaveWay = 4,
}

/// <summary>One place on a list.</summary>
/// <param name="Track">The track.</param>
/// <param name="Provenance">Why it is here.</param>
/// <param name="Score">0 to 1, in steps of a millionth.</param>
/// <param name="Marks">What had to give way.</param>
public readonly record struct Slot(TrackId Track, Provenance Provenance, float Score, SlotMarks Marks = SlotMarks.None);
