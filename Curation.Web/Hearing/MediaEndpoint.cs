using Curation.Core.Catalog;
using Curation.Core.Desk.Hearing;
using Microsoft.Net.Http.Headers;

namespace Curation.Web.Hearing;

/// <summary>Serves the sound of a track to people who are signed in and have a role, whole or in ranges.</summary>
internal static class MediaEndpoint
{
    public static void MapMedia(this IEndpointRouteBuilder app) =>
        app.MapGet("/media/{track:int}", Play).RequireAuthorization().RequireRateLimiting(MediaLimit.Policy).ExcludeFromDescription();

    private static async Task<IResult> Play(int track, OpenSound open, HttpContext http, CancellationToken cancel)
    {
        if (await open.Run(new TrackId(track), cancel) is not { } sound) return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-cache";
        var tag = new EntityTagHeaderValue($"\"{sound.Tag}\"");
        return sound.Path is { } path
            ? Results.File(path, sound.ContentType, entityTag: tag, lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(path)), enableRangeProcessing: true)
            : Results.File(sound.Bytes!, sound.ContentType, entityTag: tag, enableRangeProcessing: true);
    }
}
