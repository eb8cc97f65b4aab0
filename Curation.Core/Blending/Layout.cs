using Curation.Core.Playlists;

namespace Curation.Core.Blending;

/// <summary>What stands fixed before a list of a given length is filled: the pins and the positions that want a discovery.</summary>
internal sealed class Layout(CandidateTable table, Blend blend)
{
    private readonly int[] pins = new int[blend.Size + 1];
    private readonly bool[] discoveries = new bool[blend.Size + 1];
    private readonly int[] overflow = new int[table.PinOrder.Length];

    /// <summary>Positions of the list.</summary>
    public int Length { get; private set; }

    /// <summary>The pinned index at a position from 1, or -1.</summary>
    public int PinAt(int position) => pins[position];

    /// <summary>Whether the recipe wants a discovery at a position.</summary>
    public bool WantsDiscovery(int position) => discoveries[position];

    /// <summary>Lays a list of <paramref name="length"/> out for the tracks that are not <paramref name="gone"/>.</summary>
    public void Lay(int length, ReadOnlySpan<bool> gone, int discoveriesLeft)
    {
        Length = length;
        Array.Fill(pins, -1);
        Array.Clear(discoveries);
        var pinned = LayPins(gone);
        var free = length - pinned;
        var wanted = (int)Math.Round(blend.DiscoveryShare * blend.Size, MidpointRounding.AwayFromZero);
        LayDiscoveries(Math.Min(wanted, Math.Min(free, discoveriesLeft)), free);
    }

    private int LayPins(ReadOnlySpan<bool> gone)
    {
        int placed = 0, over = 0;
        foreach (var index in table.PinOrder)
        {
            if (gone[index]) continue;
            var position = table.Pin[index];
            if (position > Length || pins[position] >= 0) overflow[over++] = index;
            else (pins[position], placed) = (index, placed + 1);
        }

        over = Math.Min(over, Length - placed);
        for (var position = Length; over > 0 && position > 0; position--)
        {
            if (pins[position] < 0) (pins[position], placed) = (overflow[--over], placed + 1);
        }

        return placed;
    }

    /// <summary>Spreads discoveries evenly over the free positions; the recipe's seed shifts them all by a part of their distance.</summary>
    private void LayDiscoveries(int count, int free)
    {
        if (count <= 0) return;
        var phase = (((8 + (5L * (blend.Seed - 1))) % 16) + 16) % 16;
        int next = 0, place = 0;
        for (var position = 1; position <= Length && next < count; position++)
        {
            if (pins[position] >= 0) continue;
            if (place++ != ((next * 16L) + phase) * free / (16L * count)) continue;
            discoveries[position] = true;
            next++;
        }
    }
}
