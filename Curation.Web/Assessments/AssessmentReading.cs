using System.Collections.Immutable;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;

namespace Curation.Web.Assessments;

/// <summary>One group of a dimension: what it gets, and how that compares with a baseline.</summary>
/// <param name="Group">The group.</param>
/// <param name="Exposure">Its share of all exposure.</param>
/// <param name="Amplification">That share against the baseline; null where the baseline is not measured.</param>
public sealed record GroupLine(string Group, Figure Exposure, Figure? Amplification)
{
    /// <summary>The group as people read it.</summary>
    public string Name => DimensionWords.Group(Exposure.Key.Dimension, Group);

    /// <summary>The group's share of the baseline.</summary>
    public double? Baseline => Amplification?.Baseline;
}

/// <summary>Figures laid out for screens.</summary>
public sealed class AssessmentReading
{
    private readonly Dictionary<MeasureKey, Figure> byKey;

    /// <summary>Lays out figures.</summary>
    public AssessmentReading(ImmutableArray<Figure> figures)
    {
        Figures = figures;
        byKey = figures.GroupBy(figure => figure.Key).ToDictionary(same => same.Key, same => same.First());
        var exposed = figures.Where(figure => figure.Key.Measure == Measures.Exposure).Select(figure => figure.Key.Dimension).Distinct().ToList();
        Dimensions = [.. exposed.Where(dimension => !IsCrossed(dimension))];
        Crossings = [.. exposed.Where(IsCrossed)];
    }

    /// <summary>All figures, in the order in which they were measured.</summary>
    public ImmutableArray<Figure> Figures { get; }

    /// <summary>Dimensions whose groups are told apart.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>Dimensions that are crossed.</summary>
    public IReadOnlyList<string> Crossings { get; }

    /// <summary>The figure of a name, or null.</summary>
    public Figure? Find(MeasureKey key) => byKey.GetValueOrDefault(key);

    /// <summary>The figure of a measure, or null.</summary>
    public Figure? Find(string measure, string dimension = "", string group = "", string against = "") => Find(new MeasureKey(measure, dimension, group, against));

    /// <summary>The baselines against which a dimension's groups are measured.</summary>
    public IReadOnlyList<string> Against(string dimension) =>
        [.. Figures.Where(figure => figure.Key.Measure == Measures.Amplification && figure.Key.Dimension == dimension).Select(figure => figure.Key.Against).Distinct()];

    /// <summary>The position weights under which exposure was measured.</summary>
    public IReadOnlyList<string> Weights => [.. PositionWeight.All.Where(weight => Figures.Any(figure => figure.Key.Measure == weight.Of(Measures.Exposure))).Select(weight => weight.Name)];

    /// <summary>The groups of a dimension, those with the most exposure first and what is unknown at last.</summary>
    public IReadOnlyList<GroupLine> Groups(string dimension, PositionWeight weight, string against) =>
    [
        .. Figures.Where(figure => figure.Key.Measure == weight.Of(Measures.Exposure) && figure.Key.Dimension == dimension)
            .Select(figure => new GroupLine(figure.Key.Group, figure, Find(weight.Of(Measures.Amplification), dimension, figure.Key.Group, against)))
            .OrderBy(line => line.Group == Dimension.Unknown).ThenByDescending(line => line.Exposure.Value ?? 0).ThenBy(line => line.Group, StringComparer.Ordinal),
    ];

    /// <summary>Figures of a whole dimension against each baseline: its divergence.</summary>
    public IReadOnlyList<Figure> Divergence(string dimension) => [.. Figures.Where(figure => figure.Key.Measure == Measures.Ndkl && figure.Key.Dimension == dimension)];

    /// <summary>Figures of single groups of a dimension under a measure.</summary>
    public IReadOnlyList<Figure> OfGroups(string measure, string dimension) => [.. Figures.Where(figure => figure.Key.Measure == measure && figure.Key.Dimension == dimension && figure.Key.Group.Length > 0)];

    /// <summary>Whether the lists are compared with those of an edition that was live when they were measured.</summary>
    public bool HasLiveEdition => Figures.Any(figure => figure.Key is { Measure: Measures.ArtistsGained, Against: Baselines.Edition });

    /// <summary>Who comes, who goes, and how even it is.</summary>
    public IReadOnlyList<Figure> Concentration(PositionWeight weight) =>
        [.. Figures.Where(figure => figure.Key.Measure == weight.Of(Measures.Gini) || figure.Key.Measure is Measures.Coverage or Measures.ArtistsGained or Measures.ArtistsLost)];

    /// <summary>Figures of all listeners together; those of the histories are the "before" of those of the lists.</summary>
    public IReadOnlyList<Figure> OfListeners =>
    [
        .. Figures.Where(figure => figure.Key.Group.Length == 0 && figure.Key.Dimension is "" or Measures.After
            && figure.Key.Measure is Measures.Fit or Measures.Calibration or Measures.Gs or Measures.Diversity or Measures.Novelty or Measures.Discovery or Measures.Serendipity
                or Measures.ExplicitReach or Measures.ExplicitLists or Measures.ExplicitUnknown),
    ];

    /// <summary>The ways in which listeners are told apart.</summary>
    public IReadOnlyList<string> ListenerDimensions =>
        [.. Figures.Where(figure => Curation.Core.Auditing.Dimensions.ListenerDimensions.Names.Contains(figure.Key.Dimension) && figure.Key.Group.Length > 0).Select(figure => figure.Key.Dimension).Distinct()];

    /// <summary>The groups of listeners of one way to tell them apart.</summary>
    public IReadOnlyList<string> ListenerGroups(string dimension) =>
        [.. Figures.Where(figure => figure.Key.Dimension == dimension && figure.Key.Group.Length > 0).Select(figure => figure.Key.Group).Distinct()];

    /// <summary>The group that is served worst by its fit, by each way of telling listeners apart.</summary>
    public IReadOnlyList<ServedWorst> Worst => WorstBy(Measures.Fit);

    /// <summary>The same by another measure.</summary>
    public IReadOnlyList<ServedWorst> WorstBy(string measure) => ServedWorst.Of(Figures, measure);

    /// <summary>Figures of the shared list and of the pool.</summary>
    public IReadOnlyList<Figure> OfShared =>
    [
        .. Figures.Where(figure => figure.Key.Group.Length == 0
            && (figure.Key.Measure.StartsWith(Measures.SharedPrefix, StringComparison.Ordinal) || figure.Key.Measure.StartsWith(Measures.PoolPrefix, StringComparison.Ordinal))
            && !IsCrossed(figure.Key.Dimension)),
    ];

    private static bool IsCrossed(string dimension) => Dimension.Crossing(dimension) is not null;
}
