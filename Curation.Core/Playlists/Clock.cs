using System.Collections.Immutable;
using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>How popular a track has to be for a clock. The numbers are stored in drafts and never change.</summary>
public enum ClockTier
{
    /// <summary>Among the most-played.</summary>
    Head = 1,

    /// <summary>Between the two.</summary>
    Middle = 2,

    /// <summary>Among the least-played.</summary>
    Tail = 3,
}

/// <summary>What one position of a clock asks for; what is null does not count, and with nothing set any track will do.</summary>
public sealed record ClockSlot
{
    /// <summary>What editors call it: "hit", "new", "classic".</summary>
    public required string Name { get; init; }

    /// <summary>How popular.</summary>
    public ClockTier? Tier { get; init; }

    /// <summary>Released within so many months.</summary>
    public int? WithinMonths { get; init; }

    /// <summary>Released more than so many years ago.</summary>
    public int? OlderThanYears { get; init; }

    /// <summary>ISO country code of a credited artist.</summary>
    public string? Country { get; init; }

    /// <summary>One of the track's genres.</summary>
    public GenreId? Genre { get; init; }

    /// <summary>Whether any track will do.</summary>
    public bool TakesAny() => this == new ClockSlot { Name = Name };
}

/// <summary>A pattern of positions that repeats to the end of the list. A draft holds the whole of it, so that a template that changes later changes no playlist.</summary>
public sealed record Clock
{
    /// <summary>Most positions in a pattern.</summary>
    public const int MostSlots = 60;

    /// <summary>The template it came from.</summary>
    public required string Name { get; init; }

    /// <summary>The positions of one turn.</summary>
    public ImmutableArray<ClockSlot> Slots { get; init; } = [];

    /// <summary>Whether no order may break it.</summary>
    public bool Hard { get; init; }

    /// <summary>What a position, from 0, asks for.</summary>
    public ClockSlot At(int position) => Slots[position % Slots.Length];

    /// <inheritdoc/>
    public bool Equals(Clock? other) => other is not null && Name == other.Name && Hard == other.Hard && Slots.AsSpan().SequenceEqual(other.Slots.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Hard, Slots.Length);

    internal void Checked()
    {
        if (Slots.IsDefaultOrEmpty || Slots.Length > MostSlots) throw new RefusedException($"A clock has from 1 to {MostSlots} positions. The old one was kept.");
        if (Slots.Any(slot => string.IsNullOrWhiteSpace(slot.Name) || slot.WithinMonths is < 1 or > 600 || slot.OlderThanYears is < 1 or > 200 || slot.Country is { Length: not 2 }))
            throw new RefusedException("Every position of a clock needs a name, months from 1 to 600, years from 1 to 200 and a country of two letters, where they are given. The old clock was kept.");
    }
}
