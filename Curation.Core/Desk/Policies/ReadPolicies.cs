using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Policies;

/// <summary>A version of the rules as a line of the history.</summary>
public sealed record PolicyRow(PolicyVersion Version, string ByName);

/// <summary>Reads the rules in force and those before.</summary>
public sealed class ReadPolicies(Store store)
{
    /// <summary>The thresholds in force, under the number of all rules.</summary>
    public Task<(int Number, PolicyRules Rules)> InForce(CancellationToken cancel = default) => store.Read(db => RuleBook.InForce(db, cancel), cancel);

    /// <summary>All versions, the newest first.</summary>
    public Task<List<PolicyRow>> Versions(CancellationToken cancel = default) => store.Read(db =>
        (from version in db.PolicyVersions
         orderby version.Number descending
         select new PolicyRow(version, db.Users.Where(person => person.Id == (string)(object)version.By).Select(person => person.DisplayName).FirstOrDefault() ?? "")).ToListAsync(cancel), cancel);
}
