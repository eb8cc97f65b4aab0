using System.Globalization;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Impact;

/// <summary>What one part of the questionnaire adds to the score.</summary>
/// <param name="Part">The part.</param>
/// <param name="Risk">Its risk.</param>
/// <param name="MostRisk">The most that can be.</param>
/// <param name="Mitigation">Its mitigation.</param>
/// <param name="MostMitigation">The most that can be.</param>
public sealed record PartScore(QuestionPart Part, int Risk, int MostRisk, int Mitigation, int MostMitigation);

/// <summary>Says in plain sentences what the answers and the measured figures say.</summary>
public static class ImpactSummary
{
    private const int Heaviest = 3;
    private const double WorthSaying = 0.02;

    /// <summary>The score part by part.</summary>
    public static IReadOnlyList<PartScore> Parts(Questionnaire questionnaire, ImpactScope scope, IReadOnlyDictionary<string, IReadOnlyCollection<string>> answers)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        ArgumentNullException.ThrowIfNull(answers);
        return
        [
            .. from part in Enum.GetValues<QuestionPart>()
               let score = new Questionnaire(questionnaire.Version, [.. questionnaire.For(scope).Where(question => question.Part == part)]).Score(scope, answers)
               select new PartScore(part, score.Risk, score.MostRisk, score.Mitigation, score.MostMitigation),
        ];
    }

    /// <summary>What the score says: the level, what mitigation did, where the risk lies and which answers weigh most.</summary>
    public static IReadOnlyList<string> OfScore(Questionnaire questionnaire, ImpactScope scope, IReadOnlyDictionary<string, IReadOnlyCollection<string>> answers)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        ArgumentNullException.ThrowIfNull(answers);
        var score = questionnaire.Score(scope, answers);
        var said = new List<string>
        {
            $"The impact is {Word(score.Level)} (level {score.Level}): {score.Total} of {score.MostRisk} points.",
            score.IsMitigated
                ? $"The answers add up to {score.Risk} points of risk; {score.Mitigation} points of mitigation are enough to count ({score.EnoughMitigation} are needed), so 85 % of the risk stands."
                : $"The answers add up to {score.Risk} points of risk; {score.Mitigation} points of mitigation are fewer than the {score.EnoughMitigation} that would lower it.",
        };
        var parts = Parts(questionnaire, scope, answers);
        if (parts.MaxBy(part => part.Risk) is { Risk: > 0 } most) said.Add($"Most of the risk lies in {Word(most.Part)}: {most.Risk} of {most.MostRisk} points.");
        var heavy = questionnaire.For(scope).Where(question => question.Weighs == Weighs.Risk && answers.ContainsKey(question.Key))
            .Select(question => (question, chosen: question.Chosen(answers[question.Key])))
            .Select(pair => (pair.question, pair.chosen, weight: pair.chosen.Sum(choice => choice.Weight))).Where(pair => pair.weight > 0)
            .OrderByDescending(pair => pair.weight).Take(Heaviest);
        said.AddRange(heavy.Select(pair => $"Weighs {pair.weight}: {pair.question.Text} {string.Join("; ", pair.chosen.Select(choice => choice.Text))}."));
        return said;
    }

    /// <summary>What the figures say: who gets more or less than a baseline, how concentrated it is, what reaches whom it must not reach.</summary>
    public static IReadOnlyList<string> OfFigures(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var said = new List<string>
        {
            assessment.IsFull
                ? string.Create(CultureInfo.InvariantCulture, $"Measured on the lists of all {assessment.Listeners:N0} listeners on {assessment.At:d MMMM yyyy}.")
                : string.Create(CultureInfo.InvariantCulture, $"Measured on the lists of {assessment.Listeners:N0} of {assessment.Population:N0} listeners on {assessment.At:d MMMM yyyy}."),
        };
        foreach (var dimension in Shares(assessment).GroupBy(figure => figure.Key.Dimension)) said.AddRange(OfDimension(dimension.Key, [.. dimension]));
        if (assessment.Figures.FirstOrDefault(figure => figure.Key is { Measure: Measures.Gini, Dimension: "artists" })?.Value is { } gini)
            said.Add(string.Create(CultureInfo.InvariantCulture, $"Between artists exposure is spread with a Gini coefficient of {gini:0.00}, where 0 is alike for all and 1 is one artist only."));
        if (assessment.Figures.FirstOrDefault(figure => figure.Key.Measure == Measures.ExplicitReach) is { Value: { } reach, Count: var lists })
            said.Add(reach == 0 && lists == 0 ? "No listener excludes explicit tracks, and neither does the recipe." : reach == 0 ? "No explicit track reaches a listener who excludes them." : string.Create(CultureInfo.InvariantCulture, $"Explicit tracks stand in {reach:N0} places where they are excluded."));
        var fits = assessment.Figures.Where(figure => figure.Key.Measure == Measures.Fit && figure.Key.Group.Length > 0 && figure.Value is not null).ToList();
        if (fits.Count > 1 && fits.MinBy(figure => figure.Value) is { } worst)
            said.Add($"The lists fit {worst.Key.Group} listeners ({worst.Key.Dimension}) least: {EvidenceWords.Percent(worst.Value!.Value)}.");
        return said;
    }

    /// <summary>The exposure shares that have a baseline, one a group, those against the catalogue before others.</summary>
    public static IReadOnlyList<Figure> Shares(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return
        [
            .. assessment.Figures.Where(figure => figure.Key.Measure == Measures.Exposure && figure.Key.Group.Length > 0 && figure.Value is not null && figure.Baseline is not null)
                .GroupBy(figure => (figure.Key.Dimension, figure.Key.Group))
                .Select(same => same.OrderBy(figure => figure.Key.Against == Baselines.Catalogue ? 0 : 1).First()),
        ];
    }

    /// <summary>A level in one word.</summary>
    public static string Word(ImpactLevel level) => level switch { ImpactLevel.I => "little", ImpactLevel.II => "moderate", ImpactLevel.III => "high", _ => "very high" };

    /// <summary>A part in words.</summary>
    public static string Word(QuestionPart part) => part switch { QuestionPart.Data => "the data", QuestionPart.AlgorithmAndTeam => "the algorithm and the team", _ => "the outcomes" };

    private static IEnumerable<string> OfDimension(string dimension, IReadOnlyList<Figure> groups)
    {
        if (groups.FirstOrDefault(IsUnknown) is { } unknown) yield return $"For {EvidenceWords.Percent(unknown.Value!.Value)} of the exposure the {dimension} is unknown.";
        var known = groups.Where(figure => !IsUnknown(figure)).OrderBy(figure => figure.Value - figure.Baseline).ToList();
        if (known.Count == 0) yield break;
        if (Lost(known[0]) >= WorthSaying) yield return $"By {dimension}, {known[0].Key.Group} loses most: {Against(known[0])}.";
        if (known.Count > 1 && Lost(known[^1]) <= -WorthSaying) yield return $"By {dimension}, {known[^1].Key.Group} gains most: {Against(known[^1])}.";
        if (known.TrueForAll(figure => Math.Abs(Lost(figure)) < WorthSaying)) yield return $"By {dimension}, every group is within {EvidenceWords.Percent(WorthSaying)} of its baseline.";
    }

    private static bool IsUnknown(Figure figure) => figure.Key.Group.Equals("unknown", StringComparison.OrdinalIgnoreCase);

    private static double Lost(Figure figure) => figure.Baseline!.Value - figure.Value!.Value;

    private static string Against(Figure figure) =>
        $"{EvidenceWords.Percent(figure.Value!.Value)} of the exposure, against {EvidenceWords.Percent(figure.Baseline!.Value)} of the {(figure.Key.Against.Length > 0 ? figure.Key.Against : "baseline")}";
}
