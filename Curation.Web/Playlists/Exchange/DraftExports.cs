using Curation.Core.Desk.Lists;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Drafts;

namespace Curation.Web.Playlists.Exchange;

/// <summary>Downloads of drafts, for people who are signed in.</summary>
internal static class DraftExports
{
    public static void MapDraftExports(this IEndpointRouteBuilder app) => app.MapGet("/playlists/{id:int}/export/{format}", Download).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Download(int id, string format, string? paths, ExportDraft export, CancellationToken cancel)
    {
        if (DraftFormats.Find(format) is not { } found) return Results.NotFound();
        try
        {
            var file = await export.Run(new PlaylistId(id), found, paths, cancel);
            return file is null ? Results.NotFound() : Results.File(file.Bytes, file.ContentType, file.Name);
        }
        catch (RefusedException refused)
        {
            return Results.Text(refused.Message, "text/plain", statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
