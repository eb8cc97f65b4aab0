using System.Globalization;
using System.Security.Claims;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Imports;
using Curation.Web.Account;

namespace Curation.Web.Admin.Imports;

/// <summary>Hands an admin the file of rows that an import set aside.</summary>
internal static class QuarantineDownload
{
    public static void MapImports(this IEndpointRouteBuilder app) =>
        app.MapGet("/admin/imports/{batch:int}/quarantine", Send).RequireAuthorization(policy => policy.RequireRole(Roles.Admin)).ExcludeFromDescription();

    private static async Task<IResult> Send(int batch, ClaimsPrincipal user, ListImports imports, CancellationToken cancel)
    {
        var path = await imports.QuarantineOf(new Actor(SignedIn.From(user).Id), batch, cancel);
        return path is null ? Results.NotFound() : Results.File(path, "text/csv", string.Create(CultureInfo.InvariantCulture, $"quarantine-{batch}.csv"));
    }
}
