using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>What a trait of a track speaks of.</summary>
public enum TraitKind
{
    /// <summary>What all tracks share.</summary>
    Every,

    /// <summary>A credited artist.</summary>
    Artist,

    /// <summary>A genre.</summary>
    Genre,

    /// <summary>A tag that people gave.</summary>
    Tag,

    /// <summary>Measured sound: tempo, energy, valence.</summary>
    Sound,

    /// <summary>The time of release.</summary>
    Era,
}

/// <summary>Something a track has that is known before anybody plays it.</summary>
/// <param name="Kind">What it speaks of.</param>
/// <param name="Name">Which one, for instance the genre's number.</param>
public readonly record struct Trait(TraitKind Kind, string Name);

/// <summary>The traits of tracks, with or without plays: sparse, immutable.</summary>
public sealed class TrackTraits
{
    private const float LargestValue = 1e6f;

    private readonly Trait[] traits;

    /// <summary>Traits of each track, with how much each counts. A trait that is named twice counts with the sum; every track shares one trait beside these.</summary>
    /// <exception cref="ArgumentException">A value that is not a number between minus and plus a million.</exception>
    public TrackTraits(IReadOnlyDictionary<TrackId, IReadOnlyList<(Trait Trait, float Value)>> tracks)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        Tracks = new(tracks.Keys);
        var places = new Dictionary<Trait, int> { [default] = 0 };
        var rows = new (int Column, float Value)[Tracks.Count][];
        for (var row = 0; row < rows.Length; row++)
        {
            var own = tracks[Tracks[row]];
            rows[row] = new (int, float)[own.Count + 1];
            rows[row][0] = (0, 1);
            for (var i = 0; i < own.Count; i++)
            {
                if (!(Math.Abs(own[i].Value) <= LargestValue)) throw new ArgumentException($"Trait {own[i].Trait.Name} of track {Tracks[row].Value} has the value {own[i].Value}; it must lie between -1,000,000 and 1,000,000.", nameof(tracks));
                if (!places.TryGetValue(own[i].Trait, out var place)) places[own[i].Trait] = place = places.Count;
                rows[row][i + 1] = (place, own[i].Value);
            }
        }

        traits = [.. places.OrderBy(place => place.Value).Select(place => place.Key)];
        Rows = new(rows, traits.Length);
    }

    /// <summary>The tracks whose traits are known.</summary>
    public TrackIndex Tracks { get; }

    /// <summary>All traits; the first is the one that all tracks share.</summary>
    public IReadOnlyList<Trait> All => traits;

    internal SparseRows Rows { get; }
}
