using System.Collections.Immutable;
using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>Everything an editor writes of a playlist, as one immutable value: title, need, seed, recipe and pool in editor's order.</summary>
public sealed partial record Draft
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 120;

    /// <summary>Longest statement of the need and longest note, in characters.</summary>
    public const int LongestText = 2_000;

    /// <summary>Most entries in a pool.</summary>
    public const int LargestPool = 5_000;

    /// <summary>The title as listeners see it.</summary>
    public required string Title { get; init; }

    /// <summary>The listener's need, in the editor's words.</summary>
    public string Need { get; init; } = "";

    /// <summary>The genre whose seed starts an empty pool.</summary>
    public GenreId? Seed { get; init; }

    /// <summary>The recipe.</summary>
    public Blend Blend { get; init; } = new();

    /// <summary>What is asked of the order; null where nothing is.</summary>
    public Flow? Flow { get; init; }

    /// <summary>The pool in the editor's order.</summary>
    public ImmutableArray<Entry> Pool { get; init; } = [];

    /// <summary>Lines of pasted lists for which the catalogue had no track, kept for later; null where there are none.</summary>
    public StillMissing? Missing { get; init; }

    /// <summary>Whether the pool holds the track.</summary>
    public bool Holds(TrackId track) => IndexOf(track) >= 0;

    /// <summary>Place of the track in the pool from 0, or -1.</summary>
    public int IndexOf(TrackId track)
    {
        for (var i = 0; i < Pool.Length; i++)
        {
            if (Pool[i].Track == track) return i;
        }

        return -1;
    }

    /// <summary>Two drafts are equal when everything an editor wrote is equal.</summary>
    public bool Equals(Draft? other) =>
        other is not null && Title == other.Title && Need == other.Need && Seed == other.Seed && Blend == other.Blend && Flow == other.Flow && Missing == other.Missing && Pool.SequenceEqual(other.Pool);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Need, Seed, Blend, Pool.Length);
}
