using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>Tracks to put in order, and what stands fixed.</summary>
public sealed record SequencePlan
{
    /// <summary>The tracks in their present order.</summary>
    public required IReadOnlyList<SequenceTrack> Tracks { get; init; }

    /// <summary>What is asked of the order.</summary>
    public required Flow Flow { get; init; }

    /// <summary>The day on which a clock asks how new a track is.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Place from 0 at which a track stands whatever happens, or -1, by the track's present place; empty where all are free.</summary>
    public IReadOnlyList<int> FixedAt { get; init; } = [];

    /// <summary>Whether a track keeps the one that follows it now, by its present place; empty where none does.</summary>
    public IReadOnlyList<bool> Kept { get; init; } = [];

    /// <summary>What the clock asks of a place; null where it asks nothing.</summary>
    public ClockSlot? SlotAt(int place) => Flow.Clock is { } clock ? clock.At(place) : null;

    /// <summary>Where a track is fixed, or -1.</summary>
    public int FixedPlaceOf(int track) => FixedAt.Count == 0 ? -1 : FixedAt[track];

    /// <summary>Whether a track keeps the next.</summary>
    public bool Keeps(int track) => Kept.Count > 0 && Kept[track] && track + 1 < Tracks.Count;

    /// <summary>A plan of a whole pool: pins stand at their position, those beyond the end as far down as there is room; where two ask for one place, the earlier row has it.</summary>
    public static int[] FixPins(IReadOnlyList<int?> pins)
    {
        var at = new int[pins.Count];
        Array.Fill(at, -1);
        var taken = new bool[pins.Count];
        foreach (var (track, pin) in pins.Index().Where(row => row.Item is not null).OrderBy(row => row.Item).ThenBy(row => row.Index).Select(row => (row.Index, row.Item!.Value)))
        {
            if (pin <= pins.Count && !taken[pin - 1]) (at[track], taken[pin - 1]) = (pin - 1, true);
        }

        foreach (var (track, _) in pins.Index().Where(row => row.Item is not null && at[row.Index] < 0).OrderByDescending(row => row.Item).ThenByDescending(row => row.Index))
        {
            var place = Array.FindLastIndex(taken, there => !there);
            (at[track], taken[place]) = (place, true);
        }

        return at;
    }
}
