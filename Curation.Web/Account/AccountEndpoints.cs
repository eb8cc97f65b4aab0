using Curation.Core.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Curation.Web.Account;

/// <summary>Signing out is a form of its own: a link could be followed by another site.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder app) =>
        app.MapPost("/account/sign-out", async ([FromForm] string? back, SignInManager<Person> sessions) =>
        {
            await sessions.SignOutAsync();
            return Results.LocalRedirect(LocalPath.Of(back) is { Length: > 1 } path ? $"~/account/sign-in?back={Uri.EscapeDataString(path)}" : "~/account/sign-in");
        }).AllowAnonymous();
}
