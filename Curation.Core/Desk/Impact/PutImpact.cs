using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Impact;

/// <summary>Fixes the answers of a version, scores them and asks for the signatures that the level needs.</summary>
public sealed class PutImpact(Store store)
{
    /// <summary>Puts it to signature; every question has an answer by then.</summary>
    public Task Run(Actor actor, int version, CancellationToken cancel = default) => store.Write(actor, Roles.All, async write =>
    {
        var impact = await write.FindImpact(version);
        impact.MustBe(ImpactState.Answering);
        var questionnaire = Questionnaire.Of(impact.Questionnaire);
        var answers = await write.Db.ImpactAnswers.Where(row => row.Version == version).ToListAsync(cancel);
        var missing = questionnaire.Missing(impact.Scope, answers.Chosen());
        if (missing.Count > 0)
            throw new RefusedException($"{missing.Count} {(missing.Count == 1 ? "question has" : "questions have")} no answer yet, the first of them: {missing[0].Text} Everything you answered is kept.");
        var score = questionnaire.Score(impact.Scope, answers.Chosen());
        impact.Put(score, ImpactAnswer.Hash(impact.Questionnaire, answers), await ImpactGrounds.Of(write.Db, impact.Playlist, cancel), actor.Person, write.Now);
        await write.Wrote(version, actor.Person);
        await write.Log("impact.put", StartImpact.Subject(impact.Playlist), $"version {impact.Number}, level {score.Level}, {score.Total} of {score.MostRisk}, {impact.Hash}");
    }, cancel);
}
