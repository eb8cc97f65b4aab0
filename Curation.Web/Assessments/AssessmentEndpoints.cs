using Curation.Core.Desk.Assessing;
using Curation.Core.Playlists;
using Curation.Web.Account;

namespace Curation.Web.Assessments;

/// <summary>Assessments as files for people, and for programs that may read them. What rests on too few is hidden in both.</summary>
internal static class AssessmentEndpoints
{
    /// <summary>Downloads, for people who are signed in.</summary>
    public static void MapAssessmentExports(this IEndpointRouteBuilder app) =>
        app.MapGet("/playlists/{id:int}/assessments/{assessment:int}/export/{format}", Download).RequireAuthorization().ExcludeFromDescription();

    /// <summary>The assessment of an edition, for programs.</summary>
    public static void MapAssessments(this RouteGroupBuilder api) =>
        api.MapGet("/editions/{id:int}/assessment", OfEdition).RequireAuthorization(ApiScopes.ReadAssessments).WithName("ReadEditionAssessment")
            .WithSummary("What was measured of exactly what an edition was made from. Figures that rest on fewer than ten listeners or tracks are hidden.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Download(int id, int assessment, string format, ExportAssessment export, CancellationToken cancel) =>
        await export.Run(new PlaylistId(id), assessment, format, cancel) is { } file ? Results.File(file.Bytes, file.ContentType, file.Name) : Results.NotFound();

    private static async Task<IResult> OfEdition(int id, HttpContext http, ReadAssessments assessments, CancellationToken cancel)
    {
        if (await assessments.OfEdition(id, cancel) is not { } assessment)
            return Results.Problem($"There is no edition {id}, or what it was made from was never measured.", statusCode: StatusCodes.Status404NotFound, title: "Not measured");
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.ETag = $"\"{assessment.Hash}\"";
        return Results.Bytes(ExportAssessment.Json(assessment), "application/json");
    }
}
