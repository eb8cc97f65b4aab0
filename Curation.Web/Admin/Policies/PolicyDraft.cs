using Curation.Core.Auditing.Policies;

namespace Curation.Web.Admin.Policies;

/// <summary>A policy while it is being written.</summary>
public sealed class PolicyDraft
{
    /// <summary>A draft that starts from rules in force.</summary>
    public PolicyDraft(PolicyRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Lines = [.. rules.Thresholds.Select(line => new ThresholdDraft(line))];
        Checklist = string.Join('\n', rules.Checklist);
        FromImpactLevel = rules.SecondReview.FromImpactLevel;
        WhenABlockIsWaived = rules.SecondReview.WhenABlockIsWaived;
        WhenNeverAssessed = rules.SecondReview.WhenNeverAssessed;
        Crossed = [.. rules.Crossed.Select(pair => new CrossingDraft { One = pair.One, Other = pair.Other })];
        FromWarnings = rules.SecondReview.FromWarnings;
        FromListeners = rules.SecondReview.FromListeners;
    }

    public List<ThresholdDraft> Lines { get; }

    /// <summary>What reviewers check, one line each.</summary>
    public string Checklist { get; set; }

    public int? FromImpactLevel { get; set; }

    public bool WhenABlockIsWaived { get; set; }

    public bool WhenNeverAssessed { get; set; }

    /// <summary>Pairs of dimensions that are crossed.</summary>
    public List<CrossingDraft> Crossed { get; }

    public int? FromWarnings { get; set; }

    public int? FromListeners { get; set; }

    /// <summary>The rules as they would be in force.</summary>
    public PolicyRules ToRules() => new PolicyRules
    {
        Thresholds = [.. Lines.Select(line => line.ToThreshold())],
        Crossed = [.. Crossed.Select(pair => new Crossing(pair.One, pair.Other))],
        Checklist = [.. Checklist.Split('\n')],
        SecondReview = new SecondReview { FromImpactLevel = FromImpactLevel, WhenABlockIsWaived = WhenABlockIsWaived, WhenNeverAssessed = WhenNeverAssessed, FromWarnings = FromWarnings, FromListeners = FromListeners },
    }.Checked();
}

/// <summary>Two dimensions to cross while the policy is being written.</summary>
public sealed class CrossingDraft
{
    public string One { get; set; } = "";

    public string Other { get; set; } = "";
}
