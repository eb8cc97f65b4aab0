using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage.People;
using Microsoft.AspNetCore.Identity;

namespace Curation.Core.Desk.People;

/// <summary>Makes the first admin of a new workbench; closed for ever once there is one.</summary>
public sealed class MakeFirstAdmin(Store store, IPasswordHasher<Person> hasher)
{
    /// <summary>The shortest password that anybody may have.</summary>
    public const int ShortestPassword = 12;

    /// <summary>Makes the account with all roles and returns its id.</summary>
    public Task<PersonId> Run(string email, string name, string password, CancellationToken cancel = default) =>
        store.Write(Actor.Console, [], async write =>
        {
            if (await write.Db.HasAdmin(cancel)) throw new RefusedException("This workbench has an admin already. Sign in, or ask that admin for an account.");
            if (password.Length < ShortestPassword) throw new RefusedException($"A password has at least {ShortestPassword} characters. No account was made.");
            var person = await InvitePerson.Add(write, email, name);
            person.PasswordHash = hasher.HashPassword(person, password);
            await write.SetRoles(person, Roles.All);
            await write.Log("person.first-admin", $"person:{person.Id}");
            return new PersonId(person.Id);
        }, cancel);
}
