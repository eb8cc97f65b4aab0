using Curation.Core.Auditing.Impact;

namespace Curation.Tests.Auditing.Impact;

/// <summary>Answers to the newest questionnaire, chosen by a rule.</summary>
internal static class Answers
{
    public static IReadOnlyDictionary<string, IReadOnlyCollection<string>> By(ImpactScope scope, Func<Question, AnswerChoice> choose) =>
        Questionnaire.Newest.For(scope).ToDictionary(question => question.Key, question => (IReadOnlyCollection<string>)[choose(question).Key]);

    /// <summary>The answer with least risk and no mitigation.</summary>
    public static AnswerChoice Least(Question question) => question.Choices.MinBy(choice => choice.Weight)!;

    /// <summary>The answer that weighs most.</summary>
    public static AnswerChoice Most(Question question) => question.Choices.MaxBy(choice => choice.Weight)!;

    /// <summary>The most risk and no mitigation.</summary>
    public static AnswerChoice Worst(Question question) => question.Weighs == Weighs.Risk ? Most(question) : Least(question);
}
