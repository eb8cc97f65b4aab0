using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Impact;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Auditing.Impact;

public sealed class QuestionnaireTests
{
    private static readonly Questionnaire Newest = Questionnaire.Newest;

    [Theory, InlineData(ImpactScope.Playlist, 31, 69, 32), InlineData(ImpactScope.System, 32, 69, 34)]
    public void The_first_questionnaire_has_fixed_questions_and_weights(ImpactScope scope, int questions, int risk, int mitigation)
    {
        var score = Questionnaire.Of(1).Score(scope, new Dictionary<string, IReadOnlyCollection<string>>());
        Assert.Equal((questions, risk, mitigation), (Questionnaire.Of(1).For(scope).Length, score.MostRisk, score.MostMitigation));
    }

    [Fact]
    public void Every_question_has_help_a_harmless_answer_and_a_figure_that_can_be_read()
    {
        Assert.All(Newest.Questions, question =>
        {
            Assert.True(question.Help.Length > 20, question.Key);
            Assert.True(question.Choices.Length >= 2 && question.Choices.Any(choice => choice.Weight == 0), question.Key);
            Assert.Equal(question.Choices.Length, question.Choices.Select(choice => choice.Key).Distinct().Count());
            if (question.Measure.Length > 0) Assert.Equal(question.Measure, MeasureKey.Parse(question.Measure).ToString());
        });
        Assert.All(Enum.GetValues<QuestionPart>(), part => Assert.Contains(Newest.Questions, question => question.Part == part && question.Weighs == Weighs.Mitigation));
    }

    [Theory, InlineData(ImpactScope.Playlist), InlineData(ImpactScope.System)]
    public void The_worst_answers_are_of_level_four_and_the_best_of_level_one(ImpactScope scope)
    {
        Assert.Equal(ImpactLevel.I, Newest.Score(scope, Answers.By(scope, Answers.Least)).Level);
        Assert.Equal(ImpactLevel.IV, Newest.Score(scope, Answers.By(scope, Answers.Worst)).Level);
    }

    [Fact]
    public void Several_answers_add_up_and_none_stands_alone()
    {
        var question = Newest.Find(ImpactScope.Playlist, "data.attributes")!;
        Assert.Equal(6, question.Most);
        Assert.Equal(2, question.Chosen(["age", "region"]).Sum(choice => choice.Weight));
        Assert.Throws<ArgumentException>(() => question.Chosen(["none", "age"]));
        Assert.Throws<ArgumentException>(() => question.Chosen(["nonsense"]));
        Assert.Throws<ArgumentException>(() => Newest.Find(ImpactScope.Playlist, "data.sources")!.Chosen(["lists", "plays"]));
    }

    [Fact]
    public void A_question_about_the_whole_is_not_asked_of_a_playlist()
    {
        Assert.Null(Newest.Find(ImpactScope.Playlist, "data.kept"));
        Assert.NotNull(Newest.Find(ImpactScope.System, "data.kept"));
        Assert.Null(Newest.Find(ImpactScope.System, "outcome.mood"));
    }

    [Fact]
    public void An_empty_answer_is_missing()
    {
        var answers = Answers.By(ImpactScope.Playlist, Answers.Least).ToDictionary();
        answers["team.money"] = [];
        Assert.Equal("team.money", Assert.Single(Newest.Missing(ImpactScope.Playlist, answers)).Key);
    }

    [Fact]
    public void The_parts_add_up_to_the_whole_whatever_is_answered() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var answers = Answers.By(ImpactScope.System, question => question.Choices[random.Next(question.Choices.Length)]);
        var parts = ImpactSummary.Parts(Newest, ImpactScope.System, answers);
        var score = Newest.Score(ImpactScope.System, answers);
        return parts.Sum(part => part.Risk) == score.Risk && parts.Sum(part => part.MostRisk) == score.MostRisk
            && parts.Sum(part => part.Mitigation) == score.Mitigation && parts.Sum(part => part.MostMitigation) == score.MostMitigation;
    }));
}
