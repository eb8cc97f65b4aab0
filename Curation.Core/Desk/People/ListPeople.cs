using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.People;

/// <summary>An account as a line of the list; <c>SameAs</c> names the other accounts that an admin noted as the same person's.</summary>
public sealed record PersonRow(PersonId Id, string Name, string Email, IReadOnlyList<string> Roles, DateTimeOffset CreatedAt, DateTimeOffset? LockedUntil, bool HasPassword, IReadOnlyList<string> SameAs)
{
    /// <summary>Whether the person can sign in at <paramref name="now"/>.</summary>
    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;
}

/// <summary>Reads who works here.</summary>
public sealed class ListPeople(Store store)
{
    /// <summary>Everybody, by name.</summary>
    public Task<List<PersonRow>> All(CancellationToken cancel = default) => store.Read(async db =>
    {
        var given = await (from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id orderby role.Name select new { held.UserId, role.Name }).ToListAsync(cancel);
        var roles = given.ToLookup(row => row.UserId, row => row.Name!, StringComparer.Ordinal);
        var linked = await (from link in db.LinkedAccounts join user in db.Users on (string)(object)link.Account equals user.Id select new { user.Id, user.DisplayName, user.Email, link.Human }).ToListAsync(cancel);
        var people = await db.Users.OrderBy(person => person.DisplayName).ToListAsync(cancel);
        return people.ConvertAll(person => new PersonRow(
            new PersonId(person.Id),
            person.DisplayName,
            person.Email ?? person.UserName ?? "",
            [.. roles[person.Id]],
            person.CreatedAt,
            person.LockoutEnd,
            person.PasswordHash is not null,
            [.. linked.Where(mine => mine.Id == person.Id).SelectMany(mine => linked.Where(other => other.Human == mine.Human && other.Id != mine.Id)).Select(other => other.Email ?? other.DisplayName)]));
    }, cancel);

    /// <summary>Whether nobody can administer this workbench yet.</summary>
    public Task<bool> NoAdminYet(CancellationToken cancel = default) => store.Read(async db => !await db.HasAdmin(cancel), cancel);
}
