using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Recommending;

namespace Curation.Core.Blending;

/// <summary>A track that the engine offers from outside the pool.</summary>
/// <param name="Track">The track.</param>
/// <param name="Fit">How well it fits the pool, on any scale where higher is better.</param>
public readonly record struct Candidate(TrackId Track, float Fit);

/// <summary>Everything that is the same for all listeners of one playlist. Collections without an order may come in any order.</summary>
public sealed record Ingredients
{
    /// <summary>What the lists will name as their origin.</summary>
    public required ListOrigin Origin { get; init; }

    /// <summary>The pool in editor's order, with its pins and its recipe.</summary>
    public required Draft Draft { get; init; }

    /// <summary>Facts of the tracks; a track it does not hold is excluded.</summary>
    public required Catalogue Catalogue { get; init; }

    /// <summary>The tracks that the model knows; null where there is no model.</summary>
    public TrackIndex? Model { get; init; }

    /// <summary>The engine's discovery candidates for this pool; those that are in the pool are passed over.</summary>
    public IReadOnlyCollection<Candidate> Discovery { get; init; } = [];

    /// <summary>Tracks that editors or a policy refuse, here or everywhere.</summary>
    public IReadOnlySet<TrackId> Refused { get; init; } = new HashSet<TrackId>();

    /// <summary>Whether a policy keeps a track from listeners in a territory (null where none is known), beside what its rights allow.</summary>
    public Func<TrackFacts, string?, bool> KeptFrom { get; init; } = (_, _) => false;

    /// <summary>How popular a track is, for a draft with a clock.</summary>
    public Func<TrackId, PopularityTier> Tier { get; init; } = _ => PopularityTier.Middle;

    /// <summary>How much of a track each group of the recipe's exposure goal has, in the goal's order, 0 to 1 each; asked only where there is a goal.</summary>
    public Func<TrackId, IReadOnlyList<double>> GroupShares { get; init; } = _ => [];

    /// <summary>The day on which a clock asks how new a track is: that of the revision, so that the same revision always gives the same lists.</summary>
    public DateOnly Day { get; init; }
}

/// <summary>Why a track of the pool is on nobody's list, or not on this one.</summary>
public enum Exclusion
{
    /// <summary>The catalogue does not hold it.</summary>
    NotInCatalogue,

    /// <summary>Editors or a policy refuse it.</summary>
    Refused,

    /// <summary>It is explicit, and the recipe allows none.</summary>
    Explicit,

    /// <summary>This listener refuses it.</summary>
    RefusedByListener,

    /// <summary>It may not be heard where this listener is, or where they are is not known.</summary>
    NotInTerritory,

    /// <summary>It is explicit, and this listener excludes explicit tracks.</summary>
    ExplicitForListener,
}

/// <summary>A track of the pool that was left out.</summary>
/// <param name="Track">The track.</param>
/// <param name="Because">Why.</param>
/// <param name="Pin">The position at which it was pinned; null where it was not.</param>
public readonly record struct LeftOut(TrackId Track, Exclusion Because, int? Pin);
