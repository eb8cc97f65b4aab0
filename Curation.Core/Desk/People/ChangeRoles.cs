using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.People;

/// <summary>Gives a person other roles; open sessions of that person end within a minute, and writes see it at once.</summary>
public sealed class ChangeRoles(Store store)
{
    /// <summary>Sets the roles to exactly these.</summary>
    public Task Run(Actor actor, PersonId id, IReadOnlyCollection<string> roles, CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Admin], async write =>
        {
            var person = await write.FindPerson(id);
            if (!roles.Contains(Roles.Admin)) await write.KeepAnAdmin(person);
            await write.SetRoles(person, roles);
            person.SecurityStamp = InvitePerson.NewStamp();
            await write.Log("person.roles", $"person:{id}", roles.Count == 0 ? "none" : string.Join(", ", roles));
        }, cancel);
}
