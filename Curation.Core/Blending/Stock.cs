namespace Curation.Core.Blending;

/// <summary>The tracks left to choose from, counted by the set of artists that they credit.</summary>
internal sealed class Stock(CandidateTable table)
{
    private readonly int[] left = new int[table.CreditCount];
    private readonly int[] sample = new int[table.CreditCount];
    private readonly int[] load = new int[table.ArtistCount];
    private readonly int[] credits = new int[table.CreditCount];
    private int creditCount;

    public int Count { get; private set; }

    /// <summary>The sets of artists that were offered, with those that have run out.</summary>
    public ReadOnlySpan<int> Credits => credits.AsSpan(0, creditCount);

    public void Clear()
    {
        foreach (var credit in Credits) left[credit] = 0;
        Array.Clear(load);
        creditCount = 0;
        Count = 0;
    }

    public void CopyFrom(Stock other)
    {
        other.left.CopyTo(left, 0);
        other.sample.CopyTo(sample, 0);
        other.load.CopyTo(load, 0);
        other.Credits.CopyTo(credits);
        creditCount = other.creditCount;
        Count = other.Count;
    }

    public void Add(int index)
    {
        var credit = table.Credits[index];
        if (left[credit]++ == 0)
        {
            credits[creditCount++] = credit;
            sample[credit] = index;
        }

        foreach (var artist in table.Artists[index]) load[artist]++;
        Count++;
    }

    public void Remove(int index)
    {
        left[table.Credits[index]]--;
        foreach (var artist in table.Artists[index]) load[artist]--;
        Count--;
    }

    /// <summary>A track that stands for all with this set of artists.</summary>
    public int FirstOf(int credit) => sample[credit];

    /// <summary>Tracks left of the artist who has most of them; 0 where the set has run out.</summary>
    public int Pressure(int index)
    {
        if (left[table.Credits[index]] == 0) return 0;
        var most = 0;
        foreach (var artist in table.Artists[index]) most = Math.Max(most, load[artist]);
        return most;
    }
}
