using System.Collections.Immutable;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Impact;

/// <summary>Answers one question of a version that is being answered; saved at once, question by question.</summary>
public sealed class AnswerImpact(Store store)
{
    /// <summary>Saves what is chosen, the explanation and the figures it rests on, and returns the answer as it stands now.</summary>
    /// <param name="actor">Who answers, and so will not sign.</param>
    /// <param name="version">The version.</param>
    /// <param name="question">Key of the question.</param>
    /// <param name="choices">Keys of the chosen answers.</param>
    /// <param name="text">The explanation.</param>
    /// <param name="figures">The figures it rests on, taken from the newest full assessment where they were not linked before.</param>
    /// <param name="seen">How often the answer had been saved when the actor saw it; 0 where there was none.</param>
    /// <param name="cancel">Asked to stop.</param>
    public Task<ImpactAnswer> Run(Actor actor, int version, string question, IReadOnlyCollection<string> choices, string text, IReadOnlyCollection<MeasureKey> figures, int seen, CancellationToken cancel = default) =>
        store.Write(actor, Roles.All, async write =>
        {
            var impact = await write.FindImpact(version);
            impact.MustBe(ImpactState.Answering);
            var asked = Questionnaire.Of(impact.Questionnaire).Find(impact.Scope, question) ?? throw new RefusedException("There is no such question; nothing was saved.");
            var keys = Checked(asked, choices);
            var answer = await write.Db.ImpactAnswers.SingleOrDefaultAsync(row => row.Version == version && row.Question == question, cancel);
            if ((answer?.Saves ?? 0) != seen)
                throw new RefusedException($"Somebody else answered \"{asked.Text}\" meanwhile. Your answer was not saved; reload to see theirs.");
            if (answer is null) write.Db.ImpactAnswers.Add(answer = new ImpactAnswer(version, question));
            answer.Write(keys, text.Trim(), await Link(write, impact, answer, figures), actor.Person, write.Now);
            await write.Wrote(version, actor.Person);
            await write.Log("impact.answer", StartImpact.Subject(impact.Playlist), $"version {impact.Number}, {question}: {string.Join(", ", keys)}");
            return answer;
        }, cancel);

    private static ImmutableArray<string> Checked(Question question, IReadOnlyCollection<string> choices)
    {
        try
        {
            return [.. question.Chosen(choices).Select(choice => choice.Key)];
        }
        catch (ArgumentException fault)
        {
            throw new RefusedException($"{fault.Message.Split(" (Param")[0]} Nothing was saved.", fault);
        }
    }

    private static async Task<ImmutableArray<Evidence>> Link(Write write, ImpactVersion impact, ImpactAnswer answer, IReadOnlyCollection<MeasureKey> figures)
    {
        var linked = answer.Evidence.Where(evidence => figures.Contains(evidence.Key)).ToList();
        var fresh = figures.Except(linked.Select(evidence => evidence.Key)).ToList();
        if (fresh.Count == 0) return [.. linked];
        var assessment = await write.Db.NewestAssessment(impact.Playlist, write.Cancel) ?? throw new RefusedException("Nothing was measured yet, so there is no figure to link. Nothing was saved; assess the playlist first.");
        foreach (var key in fresh)
        {
            var figure = assessment.Find(key) ?? throw new RefusedException($"The newest assessment has no figure \"{FigureWords.Name(key)}\". Nothing was saved.");
            linked.Add(new Evidence(key, assessment.Id, figure.Value, assessment.At));
        }

        return [.. linked];
    }
}
