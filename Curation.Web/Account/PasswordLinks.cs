using Curation.Core.Desk.Acting;
using Curation.Core.Desk.People;
using Curation.Core.Playlists;
using Curation.Core.Storage.People;
using Microsoft.AspNetCore.Identity;

namespace Curation.Web.Account;

/// <summary>Makes the link through which a person sets a password; it works once, for a day.</summary>
public sealed class PasswordLinks(IServiceScopeFactory scopes, AllowPasswordLink allow)
{
    /// <summary>The path of the link, for an admin to hand over.</summary>
    /// <exception cref="RefusedException">The actor is no admin now.</exception>
    public async Task<string> For(Actor actor, PersonId id)
    {
        await allow.Run(actor, id);
        var scope = scopes.CreateAsyncScope();
        await using (scope)
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            var person = await users.FindByIdAsync(id.Value) ?? throw new RefusedException("There is no such person.");
            var code = await users.GeneratePasswordResetTokenAsync(person);
            return $"/account/new-password?person={Uri.EscapeDataString(person.Id)}&code={Uri.EscapeDataString(code)}";
        }
    }
}
