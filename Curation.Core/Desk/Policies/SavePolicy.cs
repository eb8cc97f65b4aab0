using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;

namespace Curation.Core.Desk.Policies;

/// <summary>Puts a changed policy in force as a new version; the ones before stay as they were.</summary>
public sealed class SavePolicy(Store store)
{
    /// <summary>Saves rules that were written from version <paramref name="from"/>, with the reason, and returns the new number.</summary>
    /// <exception cref="RefusedException">Another version has come into force meanwhile, or the rules make no sense.</exception>
    public Task<int> Run(Actor actor, int from, PolicyRules rules, string why, CancellationToken cancel = default) => store.Write(actor, [Roles.Admin], async write =>
    {
        var (number, inForce) = await RuleBook.InForce(write.Db, cancel);
        if (number != from) throw new RefusedException($"Version {number} of the rules has come into force since you opened version {from}. Nothing was saved; look at it and make your change again.");
        rules = rules.Checked();
        if (PolicyJson.Write(rules) == PolicyJson.Write(inForce)) throw new RefusedException("Nothing of the policy is different. No version was made.");
        return await RuleBook.Raise(write.Db, PolicyVersion.OfThresholds, rules, why, actor.Person, write.Now, cancel);
    }, cancel);
}
