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
        FromWarnings = rules.SecondReview.FromWarnings;
        FromListeners = rules.SecondReview.FromListeners;
    }

    public List<ThresholdDraft> Lines { get; }

    /// <summary>What reviewers check, one line each.</summary>
    public string Checklist { get; set; }

    public int? FromImpactLevel { get; set; }

    public bool WhenABlockIsWaived { get; set; }

    public int? FromWarnings { get; set; }

    public int? FromListeners { get; set; }

    /// <summary>The rules as they would be in force.</summary>
    public PolicyRules ToRules() => new PolicyRules
    {
        Thresholds = [.. Lines.Select(line => line.ToThreshold())],
        Checklist = [.. Checklist.Split('\n')],
        SecondReview = new SecondReview { FromImpactLevel = FromImpactLevel, WhenABlockIsWaived = WhenABlockIsWaived, FromWarnings = FromWarnings, FromListeners = FromListeners },
    }.Checked();
}
