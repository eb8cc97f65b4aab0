using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>A version of the content policy as a line of a list.</summary>
public sealed record ContentVersionRow(int Number, string Why, string ByName, DateTimeOffset At);

/// <summary>Reads the content policy and its versions.</summary>
public sealed class ReadContentRules(Store store)
{
    /// <summary>The policy in force; version 0 before the first was saved. Its number is a part of the version of the whole policy.</summary>
    public Task<ContentRules> Current(CancellationToken cancel = default) => store.Read(db => ContentRecord.Rules(db, store.Now, cancel), cancel);

    /// <summary>A version that was saved, or the starter for 0; null where there is none.</summary>
    public Task<ContentRules?> Version(int number, CancellationToken cancel = default) => number == 0
        ? Task.FromResult<ContentRules?>(ContentRules.Starter)
        : store.Read(async db => (await db.ContentRulesVersions.SingleOrDefaultAsync(row => row.Number == number, cancel))?.Read(), cancel);

    /// <summary>All versions, the newest first.</summary>
    public Task<List<ContentVersionRow>> Versions(CancellationToken cancel = default) => store.Read(
        db => db.ContentRulesVersions.OrderByDescending(row => row.Number)
            .Select(row => new ContentVersionRow(row.Number, row.Why, db.Users.Where(person => person.Id == (string)(object)row.By).Select(person => person.DisplayName).FirstOrDefault() ?? "somebody who left", row.At)).ToListAsync(cancel),
        cancel);
}
