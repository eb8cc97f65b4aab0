using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Policies;

/// <summary>Every figure that an assessment can have, with a star where a group's name would stand: what a line of a policy can watch.</summary>
public sealed class MeasurableFigures
{
    private static readonly string[] OfGroups = [Measures.Fit, Measures.Diversity, Measures.Calibration, Measures.Gs, Measures.Novelty, Measures.Discovery, Measures.Serendipity];
    private static readonly string[] OfAll = [Measures.Fit, Measures.Calibration, Measures.Novelty, Measures.Discovery, Measures.Serendipity, Measures.ExplicitReach, Measures.ExplicitLists, Measures.ExplicitUnknown];

    private readonly IReadOnlyList<string> dimensions;
    private readonly IReadOnlyCollection<string> attributes;

    /// <summary>The figures of these dimensions.</summary>
    /// <param name="dimensions">Dimensions of artists and tracks.</param>
    /// <param name="crossed">The pairs of them that are crossed.</param>
    /// <param name="attributes">Those of them that admins define, whose groups are what sources name, though a built-in dimension be called the same.</param>
    public MeasurableFigures(IEnumerable<string> dimensions, IEnumerable<Crossing> crossed, IReadOnlyCollection<string>? attributes = null)
    {
        this.attributes = attributes ?? [];
        this.dimensions = [.. dimensions, .. crossed.Select(pair => pair.One + Dimension.Cross + pair.Other)];
        All = [.. OfCreators("", [Baselines.Catalogue, Baselines.Pool, Baselines.History, Baselines.Edition]), .. OfAllLists(), .. OfCreators(Measures.SharedPrefix, [Baselines.Catalogue, Baselines.Pool]), .. OfOneList()];
    }

    /// <summary>The figures.</summary>
    public IReadOnlyList<MeasureKey> All { get; }

    /// <summary>Whether a line's pattern names any of them; a group may be called whatever a source can name.</summary>
    public bool Has(MeasureKey pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return Shaped(pattern).Any(key => Strange(pattern, key) is null);
    }

    /// <summary>Why a pattern names none of them, and what to write instead: the rest of a sentence, and another without its full stop.</summary>
    public string Because(MeasureKey pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (Shaped(pattern).Select(key => Strange(pattern, key)).FirstOrDefault() is var (strange, of, groups)) return $"\"{strange}\" is no group of {of}. Write {string.Join(", ", groups)}, or * for any";
        var like = All.Where(key => key.Measure == pattern.Measure).ToList();
        if (Dimension.Crossing(pattern.Dimension) is var (one, other) && !dimensions.Contains(pattern.Dimension) && like.Exists(key => dimensions.Contains(key.Dimension)))
        {
            return dimensions.Contains(other + Dimension.Cross + one)
                ? $"the pair is crossed as {other} × {one}. Write it in that order"
                : $"assessments do not cross {pattern.Dimension}. Add the pair to what is crossed, or watch either dimension alone";
        }

        return like.Count == 0
            ? "nothing of that measure is measured under that position weight. Write it without the weight"
            : $"an assessment has no such figure. Write {string.Join(" or ", like.OrderByDescending(key => Likeness(pattern, key)).Take(3))}, for instance";
    }

    private IEnumerable<MeasureKey> Shaped(MeasureKey pattern) =>
        All.Where(key => (pattern with { Group = "" }).Names(key with { Group = "" }) && (pattern.Group == MeasureKey.Any ? key.Group.Length > 0 : Sides(pattern.Group) == Sides(key.Group)));

    /// <summary>The name in a pattern's group that is none of its dimension's groups, and these; null where there is none such. In a crossing small groups may be one.</summary>
    private (string Name, string Dimension, IReadOnlyList<string> Groups)? Strange(MeasureKey pattern, MeasureKey key)
    {
        var (of, named) = (key.Dimension.Split(Dimension.Cross), pattern.Group.Split(Dimension.Cross));
        foreach (var (dimension, name) in of.Zip(named))
        {
            if (name is "" or MeasureKey.Any || (of.Length > 1 && name == Dimension.Other) || attributes.Contains(dimension)) continue;
            if ((BuiltInDimensions.GroupsOf(dimension) ?? ListenerDimensions.GroupsOf(dimension)) is { } groups && !groups.Contains(name)) return (name, dimension, groups);
        }

        return null;
    }

    private static int Sides(string group) => group.Length == 0 ? 0 : group.Split(Dimension.Cross).Length;

    private static int Likeness(MeasureKey pattern, MeasureKey key) =>
        (key.Dimension == pattern.Dimension ? 4 : 0) + (key.Against == pattern.Against ? 2 : 0) + (key.Group.Length > 0 == pattern.Group.Length > 0 ? 1 : 0);

    private IEnumerable<MeasureKey> OfCreators(string prefix, string[] baselines)
    {
        foreach (var dimension in dimensions)
        {
            var group = Dimension.Crossing(dimension) is null ? MeasureKey.Any : MeasureKey.Any + Dimension.Cross + MeasureKey.Any;
            foreach (var weight in PositionWeight.All)
            {
                yield return new(prefix + weight.Of(Measures.Exposure), dimension, group);
                foreach (var baseline in baselines) yield return new(prefix + weight.Of(Measures.Amplification), dimension, group, baseline);
            }

            // Nothing is assessed without a pool, and one group is ranked against the candidates alone.
            yield return new(prefix + Measures.Rkl, dimension, group, Baselines.Pool);
            foreach (var candidates in (string[])[Baselines.Pool, Baselines.Catalogue]) yield return new(prefix + Measures.Ndkl, dimension, "", candidates);
        }
    }

    private static IEnumerable<MeasureKey> OfAllLists() =>
    [
        .. from what in (string[])[Measures.Artists, Measures.Tracks] from measure in PositionWeight.All.Select(weight => weight.Of(Measures.Gini)).Append(Measures.Coverage) select new MeasureKey(measure, what),
        new(Measures.ArtistsGained, Against: Baselines.Edition),
        new(Measures.ArtistsLost, Against: Baselines.Edition),
        .. OfAll.Select(measure => new MeasureKey(measure)),
        .. from measure in (string[])[Measures.Gs, Measures.Diversity] from when in (string[])[Measures.Before, Measures.After] select new MeasureKey(measure, when),
        .. from measure in OfGroups from dimension in ListenerDimensions.Names select new MeasureKey(measure, dimension, MeasureKey.Any),
        .. ListenerDimensions.Names.Select(dimension => new MeasureKey(Measures.FitGap, dimension)),
    ];

    private static IEnumerable<MeasureKey> OfOneList() =>
    [
        .. from prefix in (string[])[Measures.SharedPrefix, Measures.PoolPrefix] from key in (MeasureKey[])[new(Measures.Gs, Measures.After), new(Measures.Diversity, Measures.After), new(Measures.Novelty)] select key with { Measure = prefix + key.Measure },
        new(Measures.SharedPrefix + Measures.ExplicitReach),
    ];
}
