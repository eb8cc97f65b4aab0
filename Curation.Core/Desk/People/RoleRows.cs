using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.People;

/// <summary>Reads and writes roles inside a write.</summary>
internal static class RoleRows
{
    public static Task<bool> HasAdmin(this CurationDb db, CancellationToken cancel) => db.Admins().AnyAsync(cancel);

    /// <summary>Refuses what would leave the workbench without an admin who can sign in.</summary>
    public static async Task KeepAnAdmin(this Write write, Person person)
    {
        if (!await write.Db.Admins().ContainsAsync(person.Id, write.Cancel)) return;
        var others = await write.Db.Users.AnyAsync(
            user => user.Id != person.Id && (user.LockoutEnd == null || user.LockoutEnd <= write.Now) && user.PasswordHash != null && write.Db.Admins().Contains(user.Id), write.Cancel);
        if (!others) throw new RefusedException($"{person.DisplayName} is the only admin who can sign in. Nothing was changed; make somebody else an admin first.");
    }

    public static async Task<Person> FindPerson(this Write write, PersonId id) =>
        await write.Db.Users.SingleOrDefaultAsync(user => user.Id == id.Value, write.Cancel) ?? throw new RefusedException("There is no such person; nothing was changed.");

    public static async Task SetRoles(this Write write, Person person, IReadOnlyCollection<string> roles)
    {
        var unknown = roles.Except(Roles.Given, StringComparer.Ordinal).FirstOrDefault();
        if (unknown is not null) throw new RefusedException($"There is no role \"{unknown}\"; nothing was changed.");
        if (roles.Contains(Roles.Adviser) && roles.Distinct(StringComparer.Ordinal).Count() > 1)
            throw new RefusedException("An adviser comes from outside and only reads and advises, so an adviser has no other role. Nothing was changed.");
        write.Db.UserRoles.RemoveRange(await write.Db.UserRoles.Where(held => held.UserId == person.Id).ToListAsync(write.Cancel));
        foreach (var name in roles.Distinct(StringComparer.Ordinal))
            write.Db.UserRoles.Add(new IdentityUserRole<string> { UserId = person.Id, RoleId = await write.IdOf(name) });
    }

    private static IQueryable<string> Admins(this CurationDb db) =>
        from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id where role.Name == Roles.Admin select held.UserId;

    private static async Task<string> IdOf(this Write write, string name)
    {
        var role = write.Db.Roles.Local.FirstOrDefault(row => row.Name == name) ?? await write.Db.Roles.FirstOrDefaultAsync(row => row.Name == name, write.Cancel);
        if (role is not null) return role.Id;
        role = new IdentityRole(name) { NormalizedName = name.ToUpperInvariant() };
        write.Db.Roles.Add(role);
        return role.Id;
    }
}
