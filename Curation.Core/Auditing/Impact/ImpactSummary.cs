namespace Curation.Core.Auditing.Impact;

/// <summary>What one part of the questionnaire adds to the score.</summary>
/// <param name="Part">The part.</param>
/// <param name="Risk">Its risk.</param>
/// <param name="MostRisk">The most that can be.</param>
/// <param name="Mitigation">Its mitigation.</param>
/// <param name="MostMitigation">The most that can be.</param>
public sealed record PartScore(QuestionPart Part, int Risk, int MostRisk, int Mitigation, int MostMitigation);

/// <summary>Says in plain sentences what the answers say.</summary>
public static class ImpactSummary
{
    private const int Heaviest = 3;

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

    /// <summary>A level in one word.</summary>
    public static string Word(ImpactLevel level) => level switch { ImpactLevel.I => "little", ImpactLevel.II => "moderate", ImpactLevel.III => "high", _ => "very high" };

    /// <summary>A part in words.</summary>
    public static string Word(QuestionPart part) => part switch { QuestionPart.Data => "the data", QuestionPart.AlgorithmAndTeam => "the algorithm and the team", _ => "the outcomes" };
}
