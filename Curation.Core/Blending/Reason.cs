using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Blending;

/// <summary>Where a part of a slot's score comes from.</summary>
public enum ReasonKind
{
    /// <summary>The track's place in the editor's order.</summary>
    EditorsPlace,

    /// <summary>How well a find from outside fits the pool.</summary>
    FitsThePool,

    /// <summary>One track of the listener's history.</summary>
    BecauseOf,

    /// <summary>All other tracks of the listener's history together.</summary>
    OtherHistory,

    /// <summary>What no track of the history accounts for: where this listener's scale begins, and popularity.</summary>
    Baseline,

    /// <summary>The model does not know the track, so it gets the listener's mean.</summary>
    NotInModel,
}

/// <summary>One part of a slot's score; the parts of a slot add up to its score.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Value">What it adds; may be negative.</param>
/// <param name="Track">The track of the history, where it is one.</param>
/// <param name="Number">The editor's place from 1, or how many other tracks; else 0.</param>
public readonly record struct Reason(ReasonKind Kind, double Value, TrackId? Track = null, int Number = 0);

/// <summary>Why a slot is what it is.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Reasons">Parts that add up to the slot's score, the editorial one first.</param>
/// <param name="Nearest">Positions back to the nearest track of the same artist, where that is less than the recipe asks; else null.</param>
public sealed record ExplainedSlot(Slot Slot, IReadOnlyList<Reason> Reasons, int? Nearest);
