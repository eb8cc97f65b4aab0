using System.Collections.Immutable;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Assessing;

/// <summary>What was measured of many lists.</summary>
/// <param name="Figures">Every figure, in the order in which a reader wants them.</param>
/// <param name="Exposure">What exposure figures open to.</param>
public sealed record MeasuredEffect(ImmutableArray<Figure> Figures, ExposureBook Exposure)
{
    /// <summary>The figure of a name, or null where it was not measured.</summary>
    public Figure? Find(MeasureKey key) => Figures.FirstOrDefault(figure => figure.Key == key);
}

/// <summary>The group of listeners whom lists serve worst.</summary>
/// <param name="Dimension">How listeners are told apart.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Figure">The group's figure.</param>
public sealed record ServedWorst(string Dimension, string Group, Figure Figure)
{
    /// <summary>Whether more of a measure serves a listener worse.</summary>
    public static bool IsWorstWhenHigh(string measure) => measure is Measures.Calibration or Measures.Gs;

    /// <summary>By each way of telling listeners apart, the group with the worst value of a measure; groups of fewer than <paramref name="least"/> listeners are passed over, and of fewer than two groups none is worst.</summary>
    /// <param name="figures">Measured figures.</param>
    /// <param name="measure">One that is told by groups of listeners: <see cref="Measures.Calibration"/> and <see cref="Measures.Gs"/> are worst when high, all others when low.</param>
    /// <param name="least">The fewest listeners of a group.</param>
    public static IReadOnlyList<ServedWorst> Of(IEnumerable<Figure> figures, string measure, int least = MinimumCell.Default)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var sign = IsWorstWhenHigh(measure) ? -1 : 1;
        return
        [
            .. figures.Where(figure => figure.Key.Measure == measure && figure.Key.Group.Length > 0 && ListenerDimensions.Names.Contains(figure.Key.Dimension) && figure.Value is not null && figure.Count >= least)
                .GroupBy(figure => figure.Key.Dimension).Where(groups => groups.Count() > 1)
                .Select(groups => groups.MinBy(figure => sign * figure.Value)!)
                .Select(figure => new ServedWorst(figure.Key.Dimension, figure.Key.Group, figure)),
        ];
    }
}
