namespace Curation.Core.Auditing.Impact;

/// <summary>What is different in the answer to one question.</summary>
/// <param name="Question">Key of the question.</param>
/// <param name="Before">The earlier answer; null where there was none.</param>
/// <param name="After">The later answer; null where there is none.</param>
/// <param name="Weight">By how much its weight rose; negative where it fell.</param>
public sealed record AnswerChange(string Question, ImpactAnswer? Before, ImpactAnswer? After, int Weight);

/// <summary>What two versions answer differently.</summary>
public static class ImpactDiff
{
    /// <summary>The questions whose choice, explanation or evidence differs, in the order of the later questionnaire, then those that it asks no more.</summary>
    public static IReadOnlyList<AnswerChange> Between(Questionnaire was, IReadOnlyCollection<ImpactAnswer> before, Questionnaire now, IReadOnlyCollection<ImpactAnswer> after)
    {
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(now);
        var order = now.Questions.Concat(was.Questions).Select(question => question.Key).Distinct();
        return
        [
            .. from key in order
               let earlier = before.FirstOrDefault(answer => answer.Question == key)
               let later = after.FirstOrDefault(answer => answer.Question == key)
               where !Same(earlier, later)
               select new AnswerChange(key, earlier, later, WeightOf(now, later) - WeightOf(was, earlier)),
        ];
    }

    private static bool Same(ImpactAnswer? one, ImpactAnswer? other) =>
        (one is null && other is null)
        || (one is not null && other is not null && one.Choices.ToHashSet().SetEquals(other.Choices) && one.Text == other.Text && one.Evidence.SequenceEqual(other.Evidence));

    private static int WeightOf(Questionnaire questionnaire, ImpactAnswer? answer) =>
        answer is null ? 0 : questionnaire.Questions.FirstOrDefault(question => question.Key == answer.Question)?.Chosen(answer.Choices).Sum(choice => choice.Weight) ?? 0;
}
