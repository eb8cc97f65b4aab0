using System.Collections.Immutable;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Policies;

/// <summary>What a policy says: thresholds, what reviewers check by hand, and when two of them are needed.</summary>
public sealed record PolicyRules
{
    /// <summary>Longest line of the checklist.</summary>
    public const int LongestCheck = 200;

    /// <summary>Most pairs of dimensions that are crossed: every one has up to as many groups as one has times the other.</summary>
    public const int MostCrossed = 4;

    /// <summary>What is asked of figures.</summary>
    public ImmutableArray<Threshold> Thresholds { get; init; } = [];

    /// <summary>What a reviewer has looked at before approving, line by line.</summary>
    public ImmutableArray<string> Checklist { get; init; } = [];

    /// <summary>Which dimensions assessments cross. Default gender by the region of artists.</summary>
    public ImmutableArray<Crossing> Crossed { get; init; } = [new(BuiltInDimensions.Gender, BuiltInDimensions.Region)];

    /// <summary>When one reviewer is not enough.</summary>
    public SecondReview SecondReview { get; init; } = new();

    /// <summary>Itself with its lines trimmed, or a refusal that says what is wrong.</summary>
    public PolicyRules Checked()
    {
        foreach (var threshold in Thresholds) threshold.Checked();
        var twice = Thresholds.GroupBy(line => (line.Key, line.Side, line.Kind, line.FromListeners)).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new RefusedException($"Two thresholds ask the same of {twice.Key.Key} for the same playlists. The policy was not saved; take one of them out.");
        var checks = Checklist.Select(line => line.Trim()).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (checks.Any(line => line.Length > LongestCheck)) throw new RefusedException($"A line of the checklist has at most {LongestCheck} letters. The policy was not saved.");
        if (SecondReview.FromImpactLevel is < 1 or > 4) throw new RefusedException("Impact levels go from 1 to 4. The policy was not saved.");
        if (SecondReview.FromWarnings < 1 || SecondReview.FromListeners < 1) throw new RefusedException("A second reviewer is asked for from 1 warning or 1 listener on. The policy was not saved.");
        if (Crossed.Length > MostCrossed) throw new RefusedException($"At most {MostCrossed} pairs of dimensions are crossed. The policy was not saved; take one of them out.");
        if (Crossed.Any(pair => pair.One.Length == 0 || pair.Other.Length == 0 || pair.One == pair.Other)) throw new RefusedException("A crossing takes two different dimensions. The policy was not saved; choose both.");
        if (Crossed.Select(pair => string.Join('/', ((string[])[pair.One, pair.Other]).Order(StringComparer.Ordinal))).Distinct(StringComparer.Ordinal).Count() < Crossed.Length) throw new RefusedException("Two dimensions are crossed twice. The policy was not saved; take one of the pairs out.");
        return this with { Checklist = checks };
    }
}
