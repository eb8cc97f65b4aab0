using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Demo;

/// <summary>An account of the demo world, as the sign-in page offers it.</summary>
/// <param name="Email">Address and user name.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="Password">What to type.</param>
public sealed record DemoPerson(string Email, string Name, IReadOnlyList<string> Roles, string Password);

/// <summary>The people that the demo world's story needs.</summary>
internal sealed record DemoCast(Actor Editor, Actor SecondEditor, Actor Reviewer, Actor Admin)
{
    /// <summary>Makes the accounts that are not there yet.</summary>
    public static async Task Add(CurationDb db, IEnumerable<DemoPerson> people, IPasswordHasher<Person> hasher, DateTimeOffset at, CancellationToken cancel)
    {
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, StringComparer.Ordinal, cancel);
        foreach (var name in Roles.Given.Where(name => !roles.ContainsKey(name)))
        {
            roles[name] = new IdentityRole(name) { NormalizedName = name.ToUpperInvariant() };
            db.Roles.Add(roles[name]);
        }

        foreach (var account in people)
        {
            var normal = account.Email.ToUpperInvariant();
            if (await db.Users.AnyAsync(row => row.NormalizedUserName == normal, cancel)) continue;
            var person = new Person
            {
                UserName = account.Email,
                NormalizedUserName = normal,
                Email = account.Email,
                NormalizedEmail = normal,
                EmailConfirmed = true,
                DisplayName = account.Name,
                CreatedAt = at,
                LockoutEnabled = true,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            };
            person.PasswordHash = hasher.HashPassword(person, account.Password);
            db.Users.Add(person);
            foreach (var role in account.Roles) db.UserRoles.Add(new IdentityUserRole<string> { UserId = person.Id, RoleId = roles[role].Id });
        }
    }

    /// <summary>Finds who plays which part, by the roles of the accounts: the first two editors, the first reviewer, the first admin.</summary>
    public static async Task<DemoCast> Of(CurationDb db, IReadOnlyList<DemoPerson> people, CancellationToken cancel)
    {
        var ids = await db.Users.ToDictionaryAsync(person => person.UserName!, person => person.Id, StringComparer.OrdinalIgnoreCase, cancel);
        Actor[] With(string role) => people.Where(person => person.Roles.Contains(role) && ids.ContainsKey(person.Email)).Select(person => new Actor(new PersonId(ids[person.Email]))).ToArray();
        var (editors, reviewers, admins) = (With(Roles.Editor), With(Roles.Reviewer), With(Roles.Admin));
        if (editors.Length < 2 || reviewers.Length < 1 || admins.Length < 1)
            throw new ArgumentException("The demo world needs two editors, a reviewer and an admin.", nameof(people));
        return new(editors[0], editors[1], reviewers[0], admins[0]);
    }
}
