using System.Collections.Immutable;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Policies;

/// <summary>What a policy is asked about.</summary>
/// <param name="Kind">The kind of playlist.</param>
/// <param name="Listeners">How many listeners get it.</param>
/// <param name="On">What the figures were measured on; null where nothing was measured.</param>
public sealed record PolicySubject(PlaylistKind Kind, int Listeners, MeasuredOn? On);

/// <summary>Holds figures against a policy. For one figure and side the threshold with the narrowest scope counts, and among those the one that names it most exactly.</summary>
public static class Findings
{
    /// <summary>All findings, the worst first. Every threshold that is for the subject gives at least one, for what was not measured too.</summary>
    public static ImmutableArray<Finding> Of(PolicyRules rules, PolicySubject subject, IReadOnlyList<Figure> figures, IReadOnlyList<Waiver> waivers, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(waivers);
        var thresholds = InScope(rules, subject);
        var held = waivers.Where(waiver => waiver.Holds(now)).ToList();
        var measured = from figure in figures
                       from side in (Side[])[Side.Above, Side.Below]
                       let threshold = thresholds.Where(line => line.Side == side && line.Key.Names(figure.Key)).OrderBy(line => line.Key.Stars()).FirstOrDefault()
                       where threshold is not null
                       select Judged(figure, threshold, RestsOn(figure, threshold, figures), subject.On, held);
        var missing = from threshold in thresholds
                      where !figures.Any(figure => threshold.Key.Names(figure.Key))
                      select Made(threshold.Key, threshold, Unmeasured(threshold), null, null, subject.On, held);
        return [.. measured.Concat(missing).OrderByDescending(finding => finding.Level).ThenBy(finding => finding.Waiver is null ? 0 : 1).ThenBy(finding => finding.Key.ToString(), StringComparer.Ordinal).ThenBy(finding => finding.Threshold.Side)];
    }

    private static List<Threshold> InScope(PolicyRules rules, PolicySubject subject) =>
        [.. rules.Thresholds.Where(line => line.IsFor(subject.Kind, subject.Listeners)).GroupBy(line => (line.Key, line.Side)).Select(group => group.OrderByDescending(line => line.Kind is not null).ThenByDescending(line => line.FromListeners).First())];

    private static Finding Judged(Figure figure, Threshold threshold, double restsOn, MeasuredOn? on, List<Waiver> waivers)
    {
        var value = figure.IsShutOut && threshold.Side == Side.Below && restsOn >= 1 ? double.NegativeInfinity : figure.Value;
        return value is { } known && (double.IsFinite(known) || figure.IsShutOut) && restsOn >= threshold.FromCount
            ? Made(figure.Key, threshold, threshold.LevelOf(known), figure, threshold.LimitFor(known), on, waivers)
            : Made(figure.Key, threshold, Unmeasured(threshold), figure, null, on, waivers);
    }

    /// <summary>What a figure rests on. For a lower limit of amplification it is what the group's share of the baseline would be of all tracks that are shown, where that is more: else taking a group's tracks out, down to the last, would make it too few to be judged and clear the finding.</summary>
    private static double RestsOn(Figure figure, Threshold threshold, IReadOnlyList<Figure> figures)
    {
        if (threshold.Side != Side.Below || figure.Baseline is not { } share || FigureWords.Plain(figure.Key.Measure) != Measures.Amplification) return figure.Count;
        var exposure = figure.Key.Measure.Replace(Measures.Amplification, Measures.Exposure, StringComparison.Ordinal);
        return Math.Max(figure.Count, share * figures.Where(other => other.Key.Measure == exposure && other.Key.Dimension == figure.Key.Dimension).Sum(other => other.Count));
    }

    private static FindingLevel Unmeasured(Threshold threshold) => threshold.MustBeMeasured ? FindingLevel.Block : FindingLevel.NotMeasured;

    private static Finding Made(MeasureKey key, Threshold threshold, FindingLevel level, Figure? figure, double? limit, MeasuredOn? on, List<Waiver> waivers)
    {
        var waiver = level is FindingLevel.Warn or FindingLevel.Block ? waivers.Find(held => held.Covers(key, threshold.Side, limit is null ? null : Waiver.ValueOf(figure!))) : null;
        return new Finding(key, threshold, level, figure, limit, on, waiver);
    }
}
