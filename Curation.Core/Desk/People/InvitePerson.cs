using System.Net.Mail;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.People;

/// <summary>Makes an account without a password; the person sets one through a link that is shown once.</summary>
public sealed class InvitePerson(Store store)
{
    /// <summary>Makes the account and returns its id.</summary>
    public Task<PersonId> Run(Actor actor, string email, string name, IReadOnlyCollection<string> roles, CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Admin], async write =>
        {
            if (roles.Count == 0) throw new RefusedException("A person without a role can do nothing here. Choose at least one role.");
            var person = await Add(write, email, name);
            await write.SetRoles(person, roles);
            await write.Log("person.invite", $"person:{person.Id}", string.Join(", ", roles));
            return new PersonId(person.Id);
        }, cancel);

    internal static async Task<Person> Add(Write write, string email, string name)
    {
        email = email.Trim();
        name = name.Trim();
        if (!MailAddress.TryCreate(email, out var address) || address.Address != email) throw new RefusedException($"\"{email}\" is not an e-mail address. No account was made.");
        if (name.Length is 0 or > 80) throw new RefusedException("A name has 1 to 80 letters. No account was made.");
        var normal = email.ToUpperInvariant();
        if (await write.Db.Users.AnyAsync(user => user.NormalizedUserName == normal, write.Cancel)) throw new RefusedException($"{email} has an account already. Nothing was changed.");
        var person = new Person
        {
            UserName = email,
            NormalizedUserName = normal,
            Email = email,
            NormalizedEmail = normal,
            EmailConfirmed = true,
            DisplayName = name,
            CreatedAt = write.Now,
            LockoutEnabled = true,
            SecurityStamp = NewStamp(),
        };
        write.Db.Users.Add(person);
        return person;
    }

    internal static string NewStamp() => Guid.NewGuid().ToString("N").ToUpperInvariant();
}
