using System.Security.Claims;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;

namespace Curation.Web.Account;

/// <summary>The person in front of the screen, as the session knows them. For what to show only: every command reads the roles again.</summary>
public sealed record SignedIn(PersonId Id, string Name, string Email, IReadOnlyList<string> HeldRoles)
{
    /// <summary>The same person as commands know them.</summary>
    public Actor Actor => new(Id);

    public bool IsEditor => Has(Roles.Editor);
    public bool IsReviewer => Has(Roles.Reviewer);
    public bool IsAdmin => Has(Roles.Admin);
    public bool IsAdviser => Has(Roles.Adviser);

    /// <summary>Whether the person works here, and is no guest.</summary>
    public bool WorksHere => Roles.All.Any(Has);

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

    private bool Has(string role) => HeldRoles.Contains(role, StringComparer.Ordinal);
}
