using System.Security.Claims;
using Curation.Core.Desk.People;
using Curation.Core.Playlists;
using Curation.Core.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Curation.Web.Account;

/// <summary>Signing out is a form of its own: a link could be followed by another site.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder app) =>
        app.MapPost("/account/sign-out", async ([FromForm] string? back, SignInManager<Person> sessions, NoteSignIn note, HttpContext http) =>
        {
            if (http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } person) await note.SignedOut(new PersonId(person), http.RequestAborted);
            await sessions.SignOutAsync();
            return Results.LocalRedirect(LocalPath.Of(back) is { Length: > 1 } path ? $"~/account/sign-in?back={Uri.EscapeDataString(path)}" : "~/account/sign-in");
        }).AllowAnonymous();
}
