using Curation.Core.Desk.Editions;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Formats;

namespace Curation.Web.Editions;

/// <summary>Downloads of published lists, for people who are signed in.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder app) => app.MapGet("/playlists/{id:int}/editions/{number:int}/export/{format}", Download).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Download(int id, int number, string format, string? listener, ExportEdition export, CancellationToken cancel)
    {
        if (ListFormats.Find(format) is not { } found) return Results.NotFound();
        var file = await export.Run(new PlaylistId(id), number, found, string.IsNullOrEmpty(listener) ? null : listener, cancel);
        return file is null ? Results.NotFound() : Results.File(file.Bytes, file.ContentType, file.Name);
    }
}
