using Curation.Core.Auditing.Policies;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Storage;

/// <summary>The rules in force: one number for all of them, thresholds and content rules alike.</summary>
internal static class RuleBook
{
    /// <summary>The number of the rules in force.</summary>
    public static Task<int> Number(CurationDb db, CancellationToken cancel) => db.PolicyVersions.MaxAsync(row => row.Number, cancel);

    /// <summary>The thresholds in force, under the number of all rules.</summary>
    public static async Task<(int Number, PolicyRules Rules)> InForce(CurationDb db, CancellationToken cancel) =>
        (await Number(db, cancel), await db.PolicyVersions.AsNoTracking().Where(row => row.Rules != null).OrderByDescending(row => row.Number).Select(row => row.Rules!).FirstAsync(cancel));

    /// <summary>Puts changed rules in force inside a transaction and returns their number. Every approval that named the rules before no longer holds.</summary>
    public static async Task<int> Raise(CurationDb db, string part, PolicyRules? rules, string why, PersonId by, DateTimeOffset at, CancellationToken cancel)
    {
        var version = new PolicyVersion(await Number(db, cancel) + 1, part, rules, why, by, at);
        db.PolicyVersions.Add(version);
        await db.SaveChangesAsync(cancel);
        await db.Log(by, "policy.save", $"policy:{version.Number}", $"{part}: {version.Why}{(version.Hash.Length > 0 ? $" ({version.Hash})" : "")}", at, cancel);
        return version.Number;
    }
}
