namespace Curation.Core.Auditing.Impact;

/// <summary>How great an impact is, from little to very great; it decides who has to sign.</summary>
public enum ImpactLevel
{
    /// <summary>Little to none: up to a quarter of the most.</summary>
    I = 1,

    /// <summary>Moderate: up to half.</summary>
    II,

    /// <summary>High: up to three quarters.</summary>
    III,

    /// <summary>Very high.</summary>
    IV,
}

/// <summary>
/// What the answers add up to, after the Canadian Algorithmic Impact Assessment: raw risk and mitigation are sums of weights;
/// where the mitigation reaches 80 % of half its most, the total is 85 % of the raw risk, rounded half up, and else the raw risk itself;
/// the level is where the total stands in quarters of the most raw risk, a total on a border being of the lower level.
/// </summary>
public sealed record ImpactScore
{
    /// <summary>A score of these sums.</summary>
    public ImpactScore(int risk, int mostRisk, int mitigation, int mostMitigation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(risk);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(risk, mostRisk);
        ArgumentOutOfRangeException.ThrowIfNegative(mitigation);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mitigation, mostMitigation);
        Risk = risk;
        MostRisk = mostRisk;
        Mitigation = mitigation;
        MostMitigation = mostMitigation;
    }

    /// <summary>Sum of the weights of risk.</summary>
    public int Risk { get; }

    /// <summary>The most that sum can be.</summary>
    public int MostRisk { get; }

    /// <summary>Sum of the weights of mitigation.</summary>
    public int Mitigation { get; }

    /// <summary>The most that sum can be.</summary>
    public int MostMitigation { get; }

    /// <summary>The least mitigation that counts: 80 % of half its most, which is two fifths of it, rounded up.</summary>
    public int EnoughMitigation => ((2 * MostMitigation) + 4) / 5;

    /// <summary>Whether the mitigation is enough to lower the total.</summary>
    public bool IsMitigated => MostMitigation > 0 && Mitigation * 5 >= MostMitigation * 2;

    /// <summary>The raw risk, or 85 % of it.</summary>
    public int Total => IsMitigated ? ((85 * Risk) + 50) / 100 : Risk;

    /// <summary>Where the total stands in quarters of the most raw risk.</summary>
    public ImpactLevel Level =>
        Total * 4 <= MostRisk ? ImpactLevel.I
        : Total * 2 <= MostRisk ? ImpactLevel.II
        : Total * 4 <= MostRisk * 3 ? ImpactLevel.III
        : ImpactLevel.IV;
}
