namespace Curation.Core.Recommending.Ranking;

/// <summary>A ranked candidate's score taken apart by feature: <paramref name="Start"/> and the contributions add up to it within rounding.</summary>
/// <param name="Score">The whole.</param>
/// <param name="Start">The mean score of candidates.</param>
/// <param name="Contributions">What each feature adds or takes.</param>
public sealed record RankedBecause(float Score, double Start, IReadOnlyList<FeatureContribution> Contributions)
{
    /// <summary>The contributions added up by where they come from.</summary>
    public IReadOnlyDictionary<string, double> ByGroup => Contributions.GroupBy(part => part.Feature.Group).ToDictionary(group => group.Key, group => group.Sum(part => part.Amount));
}

/// <summary>What one feature adds to a score.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Value">Its value.</param>
/// <param name="Amount">What it adds.</param>
public sealed record FeatureContribution(RankingFeature Feature, float Value, double Amount);
