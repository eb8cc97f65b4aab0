using System.Globalization;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Policies;

/// <summary>Findings as people read them.</summary>
public static class FindingWords
{
    /// <summary>The figure's name: "amplification of gender: female, against catalogue".</summary>
    public static string Name(MeasureKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var measure = key.Measure switch
        {
            Measures.Ndkl => "NDKL",
            Measures.Rkl => "rKL",
            Measures.Gs => "GS-score",
            Measures.Fit => "fit to taste",
            Measures.ExplicitReach => "explicit places",
            Measures.ExplicitLists => "lists with explicit tracks",
            Measures.ExplicitUnknown => "places of which nobody says whether they are explicit",
            Measures.Diversity => "intra-list diversity",
            var other => other.Replace('-', ' '),
        };
        var of = key.Dimension.Length == 0 ? "" : $" of {(key.Dimension == KeyPattern.Any ? "any dimension" : key.Dimension)}";
        var group = key.Group.Length == 0 ? "" : key.Group == KeyPattern.Any ? ", any group" : $": {key.Group}";
        var against = key.Against.Length == 0 ? "" : $", against {(key.Against == KeyPattern.Any ? "any baseline" : key.Against)}";
        return measure + of + group + against;
    }

    /// <summary>A value with as many digits as help.</summary>
    public static string Number(double? value) => value switch
    {
        null => "n/a",
        { } number when number == Math.Truncate(number) && Math.Abs(number) < 1e9 => number.ToString("N0", CultureInfo.InvariantCulture),
        { } number => number.ToString("0.###", CultureInfo.InvariantCulture),
    };

    /// <summary>The whole finding in a sentence: "explicit places is 3 (2 to 5), above the limit of 0".</summary>
    public static string Sentence(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var name = Name(finding.Key);
        if (finding.Limit is not { } limit) return $"{name} was not measured. {Unmeasured(finding)}";
        var beyond = finding.Threshold.Side == Side.Above ? "above" : "below";
        return $"{name} is {Number(finding.Value)}{Interval(finding.Figure)}, {(finding.Level == FindingLevel.Pass ? "not " : "")}{beyond} the limit of {Number(limit)}";
    }

    /// <summary>" (2 to 5)", or nothing where there is no interval.</summary>
    public static string Interval(Figure? figure) => figure is { Low: { } low, High: { } high } ? $" ({Number(low)} to {Number(high)})" : "";

    /// <summary>"above .3 warns, above 1 blocks": what a threshold asks.</summary>
    public static string Asks(Threshold threshold)
    {
        ArgumentNullException.ThrowIfNull(threshold);
        var side = threshold.Side == Side.Above ? "above" : "below";
        var limits = new[] { threshold.Warn is { } warn ? $"{side} {Number(warn)} warns" : null, threshold.Block is { } block ? $"{side} {Number(block)} blocks" : null, threshold.MustBeMeasured ? "unmeasured blocks" : null };
        return string.Join(", ", limits.OfType<string>());
    }

    /// <summary>Why a finding has no value that is judged, as a sentence without its full stop.</summary>
    public static string Unmeasured(Finding finding) => finding switch
    {
        { Figure: null, On: null } => "There is no assessment",
        { Figure: null } => "The assessment has no such figure",
        { Value: null } => "It is not defined for this playlist",
        { Figure.Count: var count, Threshold.FromCount: var from } => string.Create(CultureInfo.InvariantCulture, $"It is from {count}, fewer than {from}"),
        _ => throw new ArgumentNullException(nameof(finding)),
    };
}
