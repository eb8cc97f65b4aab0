using System.Globalization;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Impact;

/// <summary>Says in plain sentences what an assessment measured: who gets more or less than the catalogue has of them, what is unknown, how concentrated it is, what reaches whom it must not reach.</summary>
public static class FigureSummary
{
    /// <summary>A difference of shares below this is not worth a sentence.</summary>
    private const double WorthSaying = 0.02;

    /// <summary>The least share of the catalogue whose group is named for getting less than half of it.</summary>
    private const double WorthNaming = 0.004;

    private const int MostNamed = 3;

    /// <summary>The sentences, what was measured first.</summary>
    public static IReadOnlyList<string> Of(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var shares = Shares(assessment).GroupBy(figure => figure.Key.Dimension).Select(groups => (Dimension: groups.Key, Groups: groups.ToList())).ToList();
        return [Measured(assessment), .. shares.SelectMany(row => Moved(row.Dimension, row.Groups)), .. Steady(assessment, shares), .. Unknown(shares), .. Whole(assessment), .. Served(assessment)];
    }

    /// <summary>The exposure share of every group of a dimension, uncrossed, with its share of the catalogue as the baseline.</summary>
    public static IReadOnlyList<Figure> Shares(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var catalogue = assessment.Figures.Where(figure => figure.Key is { Measure: Measures.Amplification, Against: Baselines.Catalogue }).ToDictionary(figure => (figure.Key.Dimension, figure.Key.Group), figure => figure.Baseline);
        return
        [
            .. from figure in assessment.Figures
               where figure.Key is { Measure: Measures.Exposure, Group.Length: > 0 } && Dimension.Crossing(figure.Key.Dimension) is null && figure.Value is not null
               let baseline = catalogue.GetValueOrDefault((figure.Key.Dimension, figure.Key.Group))
               where baseline is not null
               select figure with { Key = figure.Key with { Against = Baselines.Catalogue }, Baseline = baseline },
        ];
    }

    private static string Measured(Assessment assessment) => assessment.IsFull
        ? string.Create(CultureInfo.InvariantCulture, $"Measured on the lists of all {assessment.Listeners:N0} listeners on {assessment.At:d MMMM yyyy}.")
        : string.Create(CultureInfo.InvariantCulture, $"Measured on the lists of {assessment.Listeners:N0} of {assessment.Population:N0} listeners on {assessment.At:d MMMM yyyy}.");

    /// <summary>Who loses most and who gains most in a dimension.</summary>
    private static IEnumerable<string> Moved(string dimension, List<Figure> groups)
    {
        var known = groups.Where(figure => !IsUnknown(figure)).OrderBy(Gained).ToList();
        if (known.Count == 0) yield break;
        var halved = Halved(known);
        if (Gained(known[0]) <= -WorthSaying && !halved.Contains(known[0])) yield return $"By {DimensionWords.Name(dimension)}, {Group(known[0])} gets less than the catalogue has of it: {Against(known[0])}.";
        if (halved.Count > 0) yield return $"By {DimensionWords.Name(dimension)}, less than half of their share of the catalogue goes to {Listed(Told(halved))}.";
        if (Gained(known[^1]) >= WorthSaying) yield return $"By {DimensionWords.Name(dimension)}, {Group(known[^1])} gets more: {Against(known[^1])}.";
    }

    private static List<string> Told(List<Figure> groups)
    {
        var named = groups.Take(MostNamed).Select(figure => $"{Group(figure)} ({FigureWords.Percent(figure.Value!.Value)} against {FigureWords.Percent(figure.Baseline!.Value)})").ToList();
        if (groups.Count > MostNamed) named.Add(FigureWords.Many(groups.Count - MostNamed, "others"));
        return named;
    }

    /// <summary>The groups that a difference in points hides, because they are small: those with less than half of their share, the largest first.</summary>
    private static List<Figure> Halved(List<Figure> known) => [.. known.Where(figure => figure.Baseline >= WorthNaming && figure.Value < figure.Baseline / 2).OrderByDescending(figure => figure.Baseline)];

    private static IEnumerable<string> Steady(Assessment assessment, List<(string Dimension, List<Figure> Groups)> shares)
    {
        // Of a dimension with a hidden group nobody outside is told that every group is so.
        var hidden = assessment.Figures.Where(figure => figure.Key.Measure == Measures.Exposure && OutsideFigures.IsHidden(figure)).Select(figure => figure.Key.Dimension).ToHashSet(StringComparer.Ordinal);
        var steady = shares.Where(row => !hidden.Contains(row.Dimension) && row.Groups.Exists(figure => !IsUnknown(figure)) && row.Groups.TrueForAll(figure => IsUnknown(figure) || Math.Abs(Gained(figure)) < WorthSaying)).Select(row => DimensionWords.Name(row.Dimension)).ToList();
        if (steady.Count > 0) yield return $"By {Listed(steady)}, every group is within {WorthSaying * 100:0} points of its share of the catalogue.";
    }

    /// <summary>What cannot be said, because nobody stated it.</summary>
    private static IEnumerable<string> Unknown(List<(string Dimension, List<Figure> Groups)> shares)
    {
        var unknown = from row in shares
                      let figure = row.Groups.Find(IsUnknown)
                      where figure is not null && figure.Value >= WorthSaying
                      orderby figure.Value descending
                      select (row.Dimension, Share: figure.Value!.Value);
        var (whole, part) = (unknown.Where(row => row.Share >= 1 - 1e-9).Select(row => DimensionWords.Name(row.Dimension)).ToList(), unknown.Where(row => row.Share < 1 - 1e-9).Select(row => $"{DimensionWords.Name(row.Dimension)} for {FigureWords.Percent(row.Share)}").ToList());
        if (part.Count > 0) yield return $"No source states the {Listed(part)} of the exposure; what is said of groups rests on the others.";
        if (whole.Count > 0) yield return $"Nothing can be said by {Listed(whole)}: no source states it for any track that is shown.";
        foreach (var note in unknown.Select(row => DimensionWords.Note(row.Dimension)).OfType<string>()) yield return note;
    }

    private static IEnumerable<string> Whole(Assessment assessment)
    {
        if (assessment.Find(new MeasureKey(Measures.Coverage, Measures.Artists)) is { Value: { } coverage } artists)
            yield return $"{FigureWords.Many(artists.Count, "artists")} {(artists.Count == 1 ? "is" : "are")} heard, {FigureWords.Percent(coverage)} of all in the catalogue.";
        if (assessment.Find(new MeasureKey(Measures.Gini, Measures.Artists))?.Value is { } gini)
            yield return string.Create(CultureInfo.InvariantCulture, $"Over all artists of the catalogue exposure is spread with a Gini coefficient of {gini:0.00}, where 0 is alike for all and 1 is one artist only.");
        if (assessment.Find(new MeasureKey(Measures.ExplicitReach)) is { Value: { } reach, Count: var lists })
            yield return reach == 0 && lists == 0 ? "No listener excludes explicit tracks, and neither does the recipe." : reach == 0 ? $"No explicit track reaches a listener who excludes them{(assessment.Find(new MeasureKey(Measures.ExplicitUnknown))?.Value is > 0 and var unknown ? FormattableString.Invariant($", as far as sources say: of {unknown:N0} places none says it") : "")}." : string.Create(CultureInfo.InvariantCulture, $"Explicit tracks stand in {reach:N0} places where they are excluded.");
    }

    private static IEnumerable<string> Served(Assessment assessment)
    {
        var fits = assessment.Figures.Where(figure => figure.Key is { Measure: Measures.Fit, Group.Length: > 0 } && figure.Value is not null && figure.Count >= MinimumCell.Default).ToList();
        if (fits.Count < 2 || fits.MinBy(figure => figure.Value) is not { } worst) yield break;
        var all = assessment.Find(new MeasureKey(Measures.Fit))?.Value is { } mean ? $" where everybody has {FigureWords.Percent(mean)}" : "";
        yield return $"The lists fit listeners of the group {Group(worst)} ({DimensionWords.Name(worst.Key.Dimension)}) least: {FigureWords.Percent(worst.Value!.Value)}{all}.";
    }

    private static string Listed(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    private static bool IsUnknown(Figure figure) => figure.Key.Group == Dimension.Unknown;

    private static string Group(Figure figure) => DimensionWords.Group(figure.Key.Dimension, figure.Key.Group);

    private static double Gained(Figure figure) => figure.Value!.Value - figure.Baseline!.Value;

    private static string Against(Figure figure) => $"{FigureWords.Percent(figure.Value!.Value)} of the exposure, against {FigureWords.Percent(figure.Baseline!.Value)} of the catalogue";
}
