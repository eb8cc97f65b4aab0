using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Policies;

/// <summary>The rules in force: one number for all of them, thresholds and content rules alike.</summary>
internal static class RuleBook
{
    /// <summary>The number of the rules in force.</summary>
    public static Task<int> Number(CurationDb db, CancellationToken cancel) => db.PolicyVersions.MaxAsync(row => row.Number, cancel);

    /// <summary>The thresholds in force, under the number of all rules.</summary>
    public static async Task<(int Number, PolicyRules Rules)> InForce(CurationDb db, CancellationToken cancel) =>
        (await Number(db, cancel), await db.PolicyVersions.AsNoTracking().Where(row => row.Rules != null).OrderByDescending(row => row.Number).Select(row => row.Rules!).FirstAsync(cancel));

    /// <summary>Puts changed rules in force inside a write and returns their number. Every approval that named the rules before no longer holds.</summary>
    public static async Task<int> Raise(Write write, string part, PolicyRules? rules, string why)
    {
        var version = new PolicyVersion(await Number(write.Db, write.Cancel) + 1, part, rules, why, write.Actor.Person, write.Now);
        write.Db.PolicyVersions.Add(version);
        await write.Db.SaveChangesAsync(write.Cancel);
        await write.Log("policy.save", $"policy:{version.Number}", $"{part}: {version.Why}{(version.Hash.Length > 0 ? $" ({version.Hash})" : "")}");
        return version.Number;
    }
}
