namespace Curation.Core.Blending;

/// <summary>How far a list has been filled: where each artist stood last and stands pinned next, and what is left to choose from.</summary>
internal sealed class Course(CandidateTable table)
{
    private const int Never = int.MaxValue / 4;

    private readonly int[] last = new int[table.ArtistCount];
    private readonly int[] next = new int[table.ArtistCount];
    private readonly Stock pool = new(table);
    private readonly Stock discovery = new(table);

    /// <summary>Starts before the first position, with nothing left to choose from.</summary>
    public void Reset()
    {
        Array.Fill(last, -Never);
        Array.Fill(next, Never);
        pool.Clear();
        discovery.Clear();
    }

    public void CopyFrom(Course other)
    {
        other.last.CopyTo(last, 0);
        other.next.CopyTo(next, 0);
        pool.CopyFrom(other.pool);
        discovery.CopyFrom(other.discovery);
    }

    /// <summary>Offers a track to choose from.</summary>
    public void Offer(int index) => StockOf(index).Add(index);

    /// <summary>Announces that a pin stands at a position; call from the last pin to the first. <paramref name="after"/> takes what stood there for each artist.</summary>
    public void Announce(int index, int position, Span<int> after)
    {
        var artists = table.Artists[index];
        for (var k = 0; k < artists.Length; k++)
        {
            after[k] = next[artists[k]];
            next[artists[k]] = position;
        }
    }

    /// <summary>Passes a pin.</summary>
    public void PassPin(int index, int position, ReadOnlySpan<int> after)
    {
        var artists = table.Artists[index];
        for (var k = 0; k < artists.Length; k++)
        {
            last[artists[k]] = position;
            next[artists[k]] = after[k];
        }
    }

    /// <summary>Takes an offered track at a position.</summary>
    public void Take(int index, int position)
    {
        StockOf(index).Remove(index);
        foreach (var artist in table.Artists[index]) last[artist] = position;
    }

    /// <summary>Whether a position takes from the pool: where the recipe wants a discovery there, only once those have run out.</summary>
    public bool FromPool(bool wantsDiscovery) => wantsDiscovery ? discovery.Count == 0 : pool.Count > 0;

    /// <summary>Least distance from a position to the same artist, behind or pinned ahead.</summary>
    public int Distance(int index, int position)
    {
        var least = Never;
        foreach (var artist in table.Artists[index])
            least = Math.Min(least, Math.Min(position - last[artist], next[artist] - position));
        return least;
    }

    /// <summary>Distance from a position back to the same artist.</summary>
    public int DistanceBehind(int index, int position)
    {
        var least = Never;
        foreach (var artist in table.Artists[index]) least = Math.Min(least, position - last[artist]);
        return least;
    }

    /// <summary>The track of the artists with most left that may stand at a position, or -1: choosing so leaves most room for the rest.</summary>
    public int MostPressing(bool fromPool, int position, int distance)
    {
        var stock = fromPool ? pool : discovery;
        int best = -1, most = 0;
        foreach (var credit in stock.Credits)
        {
            var index = stock.FirstOf(credit);
            var pressure = stock.Pressure(index);
            if (pressure > most && Distance(index, position) >= distance) (best, most) = (index, pressure);
        }

        return best;
    }

    private Stock StockOf(int index) => table.InPool[index] ? pool : discovery;
}
