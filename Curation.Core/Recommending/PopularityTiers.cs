using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Recommending;

/// <summary>How popular a track is, roughly.</summary>
public enum PopularityTier
{
    /// <summary>The least-played tracks, and those never played.</summary>
    Tail,

    /// <summary>Between head and tail.</summary>
    Middle,

    /// <summary>The most-played tracks.</summary>
    Head,
}

/// <summary>Where the tiers are cut, as shares of all plays.</summary>
public sealed record TierCuts
{
    /// <summary>The head is the most-played tracks that together hold this share of plays. Default 0.8, from 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double Head { get; init; } = 0.8;

    /// <summary>The tail is the least-played tracks that together hold at most this share of plays. Default 0.05, from 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double Tail { get; init; } = 0.05;

    /// <summary>Throws where a value is out of its range, or the two overlap.</summary>
    public TierCuts Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        if (Head + Tail > 1) throw new ValidationException($"Head ({Head}) and tail ({Tail}) together hold more than all plays.");
        return this;
    }
}

/// <summary>The tier of every track, by cumulative plays.</summary>
public sealed class PopularityTiers
{
    private readonly PopularityTier[] tiers;

    internal PopularityTiers(double[] plays, TierCuts cuts)
    {
        tiers = new PopularityTier[plays.Length];
        var order = Enumerable.Range(0, plays.Length).ToArray();
        Array.Sort(order, (a, b) => plays[a] == plays[b] ? a.CompareTo(b) : plays[b].CompareTo(plays[a]));
        var all = plays.Sum();
        var before = 0.0;
        foreach (var row in order)
        {
            var after = before + plays[row];
            tiers[row] = plays[row] == 0 || all - before <= (cuts.Tail * all) + (1e-12 * all) ? PopularityTier.Tail
                : before < cuts.Head * all ? PopularityTier.Head
                : PopularityTier.Middle;
            before = after;
        }
    }

    /// <summary>The tier of a row.</summary>
    public PopularityTier this[int row] => tiers[row];
}
