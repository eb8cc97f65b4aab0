using System.Numerics;

namespace Curation.Core.Blending;

/// <summary>Keeps the places of one list for the groups of an exposure goal while it is filled. A minimum that the tracks left cannot reach does not bind.</summary>
internal sealed class ExposureQuota
{
    private const double Enough = 1e-9;

    private readonly ExposureFloors source;
    private readonly double[][] shares;
    private readonly int[] floors;
    private readonly double[] ahead;
    private readonly int[] pins;
    private readonly double[] have;
    private readonly int[] left;
    private int length;

    public ExposureQuota(ExposureFloors source, double[][] shares, int size)
    {
        this.source = source;
        this.shares = shares;
        floors = new int[(size + 1) * source.Groups];
        ahead = new double[(size + 1) * source.Groups];
        pins = new int[size + 1];
        have = new double[source.Groups];
        left = new int[source.Groups];
    }

    private int Groups => have.Length;

    /// <summary>Starts a list of a listener, 0 for the shared one, whose pins are laid and whose unused tracks are these.</summary>
    public void Begin(int listener, Layout layout, ReadOnlySpan<bool> used)
    {
        length = layout.Length;
        source.Write(listener, length, floors);
        Array.Clear(have);
        Array.Clear(left);
        for (var index = 0; index < used.Length; index++)
        {
            if (!used[index]) Count(index, 1);
        }

        Array.Clear(ahead, 0, Groups);
        pins[0] = 0;
        for (var position = 1; position <= length; position++)
        {
            var pin = layout.PinAt(position);
            pins[position] = pins[position - 1] + (pin >= 0 ? 1 : 0);
            for (var group = 0; group < Groups; group++)
                ahead[At(position, group)] = ahead[At(position - 1, group)] + (pin >= 0 ? shares[pin][group] : 0);
        }
    }

    /// <summary>The groups, as bits, one of which the track at a free position must serve lest a later prefix fall short; 0 where any track will do.</summary>
    public uint Owed(int position)
    {
        for (var prefix = position; prefix <= length; prefix++)
        {
            var (needed, owed) = (0, 0u);
            for (var group = 0; group < Groups; group++)
            {
                var missing = Math.Min(Missing(prefix, group), left[group]);
                if (missing == 0) continue;
                needed += missing;
                owed |= 1u << group;
            }

            var free = prefix - position + 1 - (pins[prefix] - pins[position - 1]);
            if (needed >= free && owed != 0) return owed;
        }

        return 0;
    }

    /// <summary>Whether a track serves one of these groups.</summary>
    public bool Serves(int index, uint owed)
    {
        for (var groups = owed; groups != 0; groups &= groups - 1)
        {
            if (shares[index][BitOperations.TrailingZeroCount(groups)] > 0) return true;
        }

        return false;
    }

    /// <summary>A track takes a place that was free.</summary>
    public void Take(int index)
    {
        Count(index, -1);
        for (var group = 0; group < Groups; group++) have[group] += shares[index][group];
    }

    /// <summary>Whether a group has fewer places up to each position than are kept for it, though tracks of it were left in the pool for a place that another took; the tracks of the whole list, from position 1.</summary>
    public bool[] Shortfalls(ReadOnlySpan<int> list, ReadOnlySpan<bool> gone, ReadOnlySpan<bool> inPool)
    {
        var fell = new bool[list.Length + 1];
        var given = new double[Groups];
        var spare = new int[Groups];
        for (var index = 0; index < gone.Length; index++)
        {
            if (gone[index] || !inPool[index]) continue;
            for (var group = 0; group < Groups; group++) spare[group] += shares[index][group] > 0 ? 1 : 0;
        }

        for (var position = 1; position <= list.Length; position++)
        {
            var index = list[position - 1];
            for (var group = 0; group < Groups; group++)
            {
                given[group] += shares[index][group];
                if (inPool[index] && shares[index][group] > 0) spare[group]--;
                fell[position] |= shares[index][group] <= 0 && spare[group] > 0 && floors[At(position, group)] - given[group] > Enough;
            }
        }

        return fell;
    }

    /// <summary>Whether an order falls short at more positions than another of the same tracks.</summary>
    public bool Worse(ReadOnlySpan<int> list, ReadOnlySpan<int> than, ReadOnlySpan<bool> gone, ReadOnlySpan<bool> inPool) =>
        Shortfalls(list, gone, inPool).Count(fell => fell) > Shortfalls(than, gone, inPool).Count(fell => fell);

    private int Missing(int prefix, int group) =>
        Math.Max(0, (int)Math.Ceiling(floors[At(prefix, group)] - have[group] - ahead[At(prefix, group)] - Enough));

    private void Count(int index, int by)
    {
        for (var group = 0; group < Groups; group++)
        {
            if (shares[index][group] > 0) left[group] += by;
        }
    }

    private int At(int position, int group) => (position * Groups) + group;
}
