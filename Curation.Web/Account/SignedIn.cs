using System.Security.Claims;
using Curation.Core.Playlists;

namespace Curation.Web.Account;

/// <summary>The person in front of the screen, as the session knows them. For what to show only: every command reads the roles again.</summary>
public sealed record SignedIn(PersonId Id, string Name, string Email, IReadOnlyList<string> Roles)
{
    public bool IsEditor => Has("Editor");
    public bool IsReviewer => Has("Reviewer");
    public bool IsAdmin => Has("Admin");

    public static SignedIn From(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var email = user.FindFirstValue(ClaimTypes.Email) ?? user.Identity?.Name ?? "";
        return new SignedIn(
            new PersonId(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? ""),
            user.FindFirstValue(ClaimTypes.GivenName) ?? email,
            email,
            [.. user.FindAll(ClaimTypes.Role).Select(claim => claim.Value)]);
    }

    private bool Has(string role) => Roles.Contains(role, StringComparer.Ordinal);
}
