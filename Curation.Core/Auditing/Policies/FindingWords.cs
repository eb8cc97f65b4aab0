using System.Globalization;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Policies;

/// <summary>Findings as people read them.</summary>
public static class FindingWords
{
    /// <summary>The whole finding: "explicit tracks where they are excluded: 3 (2 to 5), above the limit of 0".</summary>
    public static string Sentence(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var name = FigureWords.Name(finding.Key);
        if (finding.Limit is not { } limit) return $"{name} was not measured. {Unmeasured(finding)}";
        var beyond = finding.Threshold.Side == Side.Above ? "above" : "below";
        return $"{name}: {Value(finding)}, {(finding.Level == FindingLevel.Pass ? "not " : "")}{beyond} the limit of {FigureWords.Value(finding.Key.Measure, limit)}";
    }

    /// <summary>Its value with its interval: "3 (2 to 5)".</summary>
    public static string Value(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var interval = FigureWords.Interval(finding.Figure);
        return FigureWords.Value(finding.Figure) + (interval.Length > 0 ? $" ({interval})" : "");
    }

    /// <summary>"above 30.0 % warns, above 50.0 % blocks": what a threshold asks.</summary>
    public static string Asks(Threshold threshold)
    {
        ArgumentNullException.ThrowIfNull(threshold);
        var side = threshold.Side == Side.Above ? "above" : "below";
        string? Limit(double? limit, string does) => limit is { } there ? $"{side} {FigureWords.Value(threshold.Key.Measure, there)} {does}" : null;
        return string.Join(", ", new[] { Limit(threshold.Warn, "warns"), Limit(threshold.Block, "blocks"), threshold.MustBeMeasured ? "unmeasured blocks" : null }.OfType<string>());
    }

    /// <summary>Why a finding has no value that is judged, as a sentence without its full stop.</summary>
    public static string Unmeasured(Finding finding) => finding switch
    {
        { Figure: null, On: null } => "There is no assessment",
        { Figure: null } => "The assessment has no such figure",
        { Figure.IsShutOut: true, Threshold.Side: Side.Below } => "None is shown, and less than one track would be its share",
        { Value: null } => "It is not defined for this playlist",
        { Figure.Count: var count, Threshold.FromCount: var from } => string.Create(CultureInfo.InvariantCulture, $"It is from {count}, fewer than {from}"),
        _ => throw new ArgumentNullException(nameof(finding)),
    };
}
