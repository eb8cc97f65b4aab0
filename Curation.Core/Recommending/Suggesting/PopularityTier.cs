namespace Curation.Core.Recommending.Suggesting;

/// <summary>How much a track is played, by its place in the whole catalogue's plays.</summary>
public enum PopularityTier
{
    /// <summary>Among the least-played tracks that together hold 5 % of plays, or never played.</summary>
    Tail,

    /// <summary>Between head and tail.</summary>
    Middle,

    /// <summary>Among the most-played tracks that together hold 80 % of plays.</summary>
    Head,
}

/// <summary>Cuts a catalogue's plays into tiers.</summary>
public static class PopularityTiers
{
    /// <summary>The tier of each track. Tracks are taken from the most played down, ties in their given order; a track belongs to the head as long as those before it hold less than
    /// <paramref name="head"/> of all plays, to the tail when it and all after it hold at most <paramref name="tail"/>.</summary>
    public static PopularityTier[] Of(IReadOnlyList<double> plays, double head = 0.80, double tail = 0.05)
    {
        var tiers = new PopularityTier[plays.Count];
        var total = plays.Sum();
        var before = 0.0;
        foreach (var track in Enumerable.Range(0, plays.Count).OrderByDescending(i => plays[i]).ThenBy(i => i))
        {
            tiers[track] = plays[track] <= 0 || total - before <= tail * total ? PopularityTier.Tail : before < head * total ? PopularityTier.Head : PopularityTier.Middle;
            before += plays[track];
        }

        return tiers;
    }
}
