using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Acting;

/// <summary>Says whether an actor may do something now, by what the store holds now.</summary>
public static class Authority
{
    /// <summary>Refuses an actor who has none of the roles, or who is locked out, in the words of <paramref name="refusal"/> where some are given.</summary>
    public static async Task Require(CurationDb db, Actor actor, IReadOnlyList<string> roles, DateTimeOffset now, CancellationToken cancel, string? refusal = null)
    {
        if (actor == Actor.Console) return;
        var person = actor.Person.Value;
        var held = await (from given in db.UserRoles
                          join role in db.Roles on given.RoleId equals role.Id
                          where given.UserId == person && roles.Contains(role.Name!)
                          select role.Name).AnyAsync(cancel);
        var locked = await db.Users.AnyAsync(user => user.Id == person && user.LockoutEnd > now, cancel);
        if (!held || locked)
            throw new RefusedException(refusal ?? $"This needs the role {string.Join(" or ", roles)}, which you do not have now. Nothing was changed. Ask an admin, or sign in again.");
    }
}
