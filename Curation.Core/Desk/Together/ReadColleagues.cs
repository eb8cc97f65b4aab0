using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Together;

/// <summary>Somebody who may be named in a comment.</summary>
public sealed record Colleague(PersonId Id, string Name, bool IsEditor);

/// <summary>Reads who works on playlists here.</summary>
public sealed class ReadColleagues(Store store)
{
    /// <summary>Editors and reviewers by name.</summary>
    public Task<List<Colleague>> All(CancellationToken cancel = default) => store.Read(db => In(db, cancel), cancel);

    internal static async Task<List<Colleague>> In(CurationDb db, CancellationToken cancel)
    {
        var rows = await (from given in db.UserRoles
                          join role in db.Roles on given.RoleId equals role.Id
                          where role.Name == Roles.Editor || role.Name == Roles.Reviewer
                          join user in db.Users on given.UserId equals user.Id
                          select new { user.Id, user.DisplayName, role.Name }).ToListAsync(cancel);
        return rows.GroupBy(row => (row.Id, row.DisplayName))
            .Select(held => new Colleague(new PersonId(held.Key.Id), held.Key.DisplayName, held.Any(row => row.Name == Roles.Editor)))
            .OrderBy(colleague => colleague.Name, StringComparer.OrdinalIgnoreCase).ToList();
    }
}
