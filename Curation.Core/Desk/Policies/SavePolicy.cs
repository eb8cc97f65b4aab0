using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Curation.Core.Storage;

namespace Curation.Core.Desk.Policies;

/// <summary>Puts a changed policy in force as a new version; the ones before stay as they were. What waits for review is measured again under it.</summary>
public sealed class SavePolicy(Store store, JobBell bell)
{
    /// <summary>Saves rules that were written from version <paramref name="from"/>, with the reason. Returns the new number and how many submissions are measured again.</summary>
    /// <exception cref="RefusedException">Another version has come into force meanwhile, or the rules make no sense.</exception>
    public async Task<(int Number, int Measured)> Run(Actor actor, int from, PolicyRules rules, string why, CancellationToken cancel = default)
    {
        var saved = await Save(actor, from, rules, why, cancel);
        bell.Ring();
        return saved;
    }

    private Task<(int Number, int Measured)> Save(Actor actor, int from, PolicyRules rules, string why, CancellationToken cancel) => store.Write(actor, [Roles.Admin], async write =>
    {
        var (number, inForce) = await RuleBook.InForce(write.Db, cancel);
        if (number != from) throw new RefusedException($"Version {number} of the rules has come into force since you opened version {from}. Nothing was saved; look at it and make your change again.");
        rules = rules.Checked();
        await KnownDimensions.Must(write.Db, rules, cancel);
        if (PolicyJson.Write(rules) == PolicyJson.Write(inForce)) throw new RefusedException("Nothing of the policy is different. No version was made.");
        var raised = await RuleBook.Raise(write.Db, PolicyVersion.OfThresholds, rules, why, actor.Person, write.Now, cancel);
        return (raised, await AssessPlaylist.Waiting(write));
    }, cancel);
}
