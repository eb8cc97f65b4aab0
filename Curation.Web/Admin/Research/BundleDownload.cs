using System.Security.Claims;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Research;
using Curation.Core.Playlists;
using Curation.Web.Account;

namespace Curation.Web.Admin.Research;

/// <summary>Hands an admin the file of a release that is in the register.</summary>
internal static class BundleDownload
{
    public static void MapBundles(this IEndpointRouteBuilder app) =>
        app.MapGet("/admin/research/{id:int}/file", Send).RequireAuthorization(policy => policy.RequireRole(Roles.Admin)).ExcludeFromDescription();

    private static async Task<IResult> Send(int id, ClaimsPrincipal user, ReadReleases releases, CancellationToken cancel)
    {
        try
        {
            return await releases.File(SignedIn.From(user).Actor, id, cancel) is var (bytes, name) ? Results.File(bytes, "application/zip", name) : Results.NotFound();
        }
        catch (RefusedException refused)
        {
            return Results.Problem(refused.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
