using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Impact;

/// <summary>Checks every impact assessment that was put to signature: its answers against the hash that people signed, and its score against its answers.</summary>
public sealed class VerifyImpact(Store store)
{
    /// <summary>How many were checked, and what is wrong in words.</summary>
    public Task<(int Versions, IReadOnlyList<string> Faults)> Run(CancellationToken cancel = default) => store.Read(async db =>
    {
        var versions = await db.ImpactVersions.Where(version => version.State != ImpactState.Answering).OrderBy(version => version.Id).ToListAsync(cancel);
        var answers = (await db.ImpactAnswers.ToListAsync(cancel)).ToLookup(answer => answer.Version);
        var signatures = (await db.ImpactSignatures.ToListAsync(cancel)).ToLookup(signature => signature.Version);
        var faults = new List<string>();
        foreach (var version in versions)
        {
            var score = Questionnaire.Of(version.Questionnaire).Score(version.Scope, answers[version.Id].Chosen());
            if (ImpactAnswer.Hash(version.Questionnaire, answers[version.Id]) != version.Hash) faults.Add($"The answers of impact assessment {version.Id} are not those that were put to signature.");
            else if ((score.Risk, score.Mitigation, (ImpactLevel?)score.Level) != (version.Risk, version.Mitigation, version.Level)) faults.Add($"The score of impact assessment {version.Id} does not follow from its answers.");
            if (signatures[version.Id].Any(signature => signature.Hash != version.Hash)) faults.Add($"A signature of impact assessment {version.Id} is for other answers.");
            if (version.State == ImpactState.Signed && !Signers.Of(score.Level).AreMet([.. signatures[version.Id].Select(signature => signature.Role)])) faults.Add($"Impact assessment {version.Id} is signed by fewer people than its level needs.");
        }

        return (versions.Count, (IReadOnlyList<string>)faults);
    }, cancel);
}
