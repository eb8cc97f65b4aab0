using Curation.Core.Playlists;

namespace Curation.Core.Blending;

/// <summary>
/// Fills the positions of one list. The best-scored track that may stand at a position takes it; only where that runs into a dead end
/// does a slower walk choose, at each position, the best-scored track after which the rest can still be completed.
/// </summary>
/// <remarks>Whether the rest can be completed is tried by always taking from the artists with most tracks left, which finds a way wherever there is one
/// as long as every track credits one artist and nothing is pinned; otherwise it may miss some.</remarks>
internal sealed class Arranger(CandidateTable table, Blend blend, Ranking ranking, ExposureQuota? quota)
{
    private const int Tries = 8;

    private readonly Layout layout = new(table, blend);
    private readonly Course start = new(table);
    private readonly Course course = new(table);
    private readonly Course trial = new(table);
    private readonly bool[] used = new bool[table.Count];
    private readonly int[] afterPin = new int[table.PinOrder.Sum(index => table.Artists[index].Length)];
    private readonly int[] pinOffset = new int[blend.Size + 1];
    private readonly int[] triedAt = new int[table.CreditCount];
    private readonly int[] order = new int[blend.Size + 1];
    private int listener;

    /// <summary>The index at each position from 1, once arranged.</summary>
    public ReadOnlySpan<int> Order => order.AsSpan(0, layout.Length + 1);

    /// <summary>Puts the same tracks in another order.</summary>
    public void Reorder(ReadOnlySpan<int> indices) => indices.CopyTo(order.AsSpan(1));

    /// <summary>The layout that was filled.</summary>
    public Layout Layout => layout;

    /// <summary>Set where the list was cut short: the largest separation at which it would not have been.</summary>
    public int? WouldHoldAt { get; private set; }

    /// <summary>Arranges the tracks that are not gone into a list of at most <paramref name="length"/>, for a listener, 0 for everybody.</summary>
    public void Arrange(int length, ReadOnlySpan<bool> gone, int listener)
    {
        WouldHoldAt = null;
        this.listener = listener;
        Begin(length, gone);
        if (length == 0 || FillByScore()) return;
        Begin(length, gone);
        if (DeadEnd(start, 1, blend.ArtistSeparation) == 0)
        {
            FillCarefully(blend.ArtistSeparation);
            return;
        }

        var holds = LargestThatHolds();
        if (!blend.SeparationIsHard)
        {
            FillCarefully(holds);
            return;
        }

        WouldHoldAt = holds;
        for (int end; (end = DeadEnd(start, 1, blend.ArtistSeparation)) > 0;) Begin(Math.Max(1, end - 1), gone);
        FillCarefully(blend.ArtistSeparation);
    }

    /// <summary>Fills the same positions anew with the same tracks, each time the first of a wished order that the separation and the places kept for groups allow; false where that runs into a dead end, and then the list is in no order to keep.</summary>
    public bool Follow(ReadOnlySpan<int> wished)
    {
        var gone = new bool[used.Length];
        Array.Fill(gone, true);
        foreach (var index in wished) gone[index] = false;
        int[] pool = [.. ranking.Pool], discovery = [.. ranking.Discovery];
        Lead(ranking.Pool, wished, inPool: true);
        Lead(ranking.Discovery, wished, inPool: false);
        Begin(layout.Length, gone);
        var found = FillByScore();
        pool.CopyTo(ranking.Pool, 0);
        discovery.CopyTo(ranking.Discovery, 0);
        return found;
    }

    /// <summary>Puts the wished tracks first, in their order. What follows is gone and is passed over.</summary>
    private void Lead(int[] ranked, ReadOnlySpan<int> wished, bool inPool)
    {
        var next = 0;
        foreach (var index in wished)
        {
            if (table.InPool[index] != inPool) continue;
            ranked.AsSpan(next..(Array.IndexOf(ranked, index) + 1))[..^1].CopyTo(ranked.AsSpan(next + 1));
            ranked[next++] = index;
        }
    }

    private void Begin(int length, ReadOnlySpan<bool> gone)
    {
        var discoveries = 0;
        foreach (var index in ranking.Discovery)
        {
            if (!gone[index]) discoveries++;
        }

        layout.Lay(length, gone, discoveries);
        gone.CopyTo(used);
        start.Reset();
        Array.Fill(order, -1);
        var offset = afterPin.Length;
        for (var position = length; position > 0; position--)
        {
            if (layout.PinAt(position) is not (>= 0 and var pin)) continue;
            used[pin] = true;
            offset -= table.Artists[pin].Length;
            pinOffset[position] = offset;
            start.Announce(pin, position, afterPin.AsSpan(offset));
        }

        for (var index = 0; index < used.Length; index++)
        {
            if (!used[index]) start.Offer(index);
        }

        quota?.Begin(listener, layout, used);
    }

    private bool FillByScore()
    {
        course.CopyFrom(start);
        for (var position = 1; position <= layout.Length; position++)
        {
            if (layout.PinAt(position) is >= 0 and var pin && PinIsTooClose(course, pin, position)) return false;
            if (PassPin(course, position)) continue;
            var offered = course.FromPool(layout.WantsDiscovery(position)) ? ranking.Pool : ranking.Discovery;
            var owed = quota?.Owed(position) ?? 0;
            var best = BestApart(offered, position, owed);
            if (best < 0 && owed != 0) best = BestApart(offered, position, 0);
            if (best < 0) return false;
            Take(best, position);
        }

        return true;
    }

    private int BestApart(int[] offered, int position, uint owed)
    {
        foreach (var index in offered)
        {
            if (!used[index] && course.Distance(index, position) >= blend.ArtistSeparation && Serves(index, owed)) return index;
        }

        return -1;
    }

    private bool Serves(int index, uint owed) => owed == 0 || quota!.Serves(index, owed);

    private void FillCarefully(int distance)
    {
        course.CopyFrom(start);
        Array.Clear(triedAt);
        for (var position = 1; position <= layout.Length; position++)
        {
            if (PassPin(course, position)) continue;
            var fromPool = course.FromPool(layout.WantsDiscovery(position));
            Take(BestThatCompletes(position, fromPool, distance), position);
        }
    }

    private int BestThatCompletes(int position, bool fromPool, int distance)
    {
        var owed = quota?.Owed(position) ?? 0;
        if (owed != 0 && BestThatCompletes(position, fromPool, distance, owed) is { } served) return served;
        return BestThatCompletes(position, fromPool, distance, 0) ?? BestOf(fromPool, course.MostPressing(fromPool, position, distance));
    }

    /// <summary>Null where none of those tried completes.</summary>
    private int? BestThatCompletes(int position, bool fromPool, int distance, uint owed)
    {
        var tries = 0;
        for (var asked = blend.ArtistSeparation; asked >= distance; asked = asked > distance ? distance : distance - 1)
        {
            foreach (var index in fromPool ? ranking.Pool : ranking.Discovery)
            {
                if (used[index] || triedAt[table.Credits[index]] == position || course.Distance(index, position) < asked || !Serves(index, owed)) continue;
                triedAt[table.Credits[index]] = position;
                trial.CopyFrom(course);
                trial.Take(index, position);
                if (DeadEndOf(trial, position + 1, distance) == 0) return index;
                if (++tries == Tries) return null;
            }
        }

        return null;
    }

    /// <summary>The best-scored unused track with the same artists as the one given.</summary>
    private int BestOf(bool fromPool, int pressing)
    {
        foreach (var index in fromPool ? ranking.Pool : ranking.Discovery)
        {
            if (!used[index] && table.Credits[index] == table.Credits[pressing]) return index;
        }

        return pressing;
    }

    private int LargestThatHolds()
    {
        int low = 1, high = blend.ArtistSeparation - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (DeadEnd(start, 1, middle) == 0) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private int DeadEnd(Course from, int position, int distance)
    {
        trial.CopyFrom(from);
        return DeadEndOf(trial, position, distance);
    }

    /// <summary>The first position that cannot be filled, or 0; uses the course up.</summary>
    private int DeadEndOf(Course walk, int position, int distance)
    {
        for (; position <= layout.Length; position++)
        {
            if (layout.PinAt(position) is >= 0 and var pin)
            {
                if (PinIsTooClose(walk, pin, position)) return position;
                walk.PassPin(pin, position, afterPin.AsSpan(pinOffset[position]));
                continue;
            }

            var index = walk.MostPressing(walk.FromPool(layout.WantsDiscovery(position)), position, distance);
            if (index < 0) return position;
            walk.Take(index, position);
        }

        return 0;
    }

    private bool PassPin(Course walk, int position)
    {
        if (layout.PinAt(position) is not (>= 0 and var pin)) return false;
        walk.PassPin(pin, position, afterPin.AsSpan(pinOffset[position]));
        order[position] = pin;
        return true;
    }

    /// <summary>Pins that moved up in a short list may meet; only a hard rule then cuts the list shorter still.</summary>
    private bool PinIsTooClose(Course walk, int pin, int position) => blend.SeparationIsHard && walk.DistanceBehind(pin, position) < blend.ArtistSeparation;

    private void Take(int index, int position)
    {
        course.Take(index, position);
        quota?.Take(index);
        used[index] = true;
        order[position] = index;
    }
}
