using System.Globalization;

namespace Curation.Core.Auditing.Policies;

/// <summary>When one reviewer is not enough. A value of null never asks for a second one.</summary>
public sealed record SecondReview
{
    /// <summary>Impact level, 1 to 4, from which two reviewers are needed. Default 3.</summary>
    public int? FromImpactLevel { get; init; } = 3;

    /// <summary>Whether a playlist whose impact nobody has assessed needs two: without a level it could be of any. Default false.</summary>
    public bool WhenNeverAssessed { get; init; }

    /// <summary>Whether a blocking finding that was waived needs two. Default true.</summary>
    public bool WhenABlockIsWaived { get; init; } = true;

    /// <summary>Number of open warnings from which two are needed. Default none.</summary>
    public int? FromWarnings { get; init; }

    /// <summary>Number of listeners from which two are needed. Default none.</summary>
    public int? FromListeners { get; init; }

    /// <summary>Why two are needed, as the end of a sentence; null where one is enough.</summary>
    public string? Because(IReadOnlyList<Finding> findings, int? impactLevel, int listeners)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var warnings = findings.Count(finding => finding.Level == FindingLevel.Warn && finding.Waiver is null);
        if (FromImpactLevel is { } level && impactLevel >= level) return $"its impact level is {Roman(impactLevel.Value)}";
        if (WhenNeverAssessed && impactLevel is null) return "nobody has assessed its impact";
        if (WhenABlockIsWaived && findings.Any(finding => finding.Level == FindingLevel.Block && finding.Waiver is not null)) return "a blocking finding is let through by a waiver";
        if (FromWarnings is { } many && warnings >= many) return string.Create(CultureInfo.InvariantCulture, $"it has {warnings} {(warnings == 1 ? "warning" : "warnings")}");
        if (FromListeners is { } audience && listeners >= audience) return string.Create(CultureInfo.InvariantCulture, $"it reaches {listeners:N0} listeners");
        return null;
    }

    /// <summary>I, II, III, IV.</summary>
    public static string Roman(int level) => level switch { 1 => "I", 2 => "II", 3 => "III", 4 => "IV", _ => level.ToString(CultureInfo.InvariantCulture) };
}
