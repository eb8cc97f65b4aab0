using Curation.Core.Catalog;
using Curation.Core.Desk.Hearing;
using Microsoft.Net.Http.Headers;

namespace Curation.Web.Hearing;

/// <summary>Serves the sound of a track to people who are signed in and have a role, whole or in ranges: its file, or with "as=tone" its tone.</summary>
internal static class MediaEndpoint
{
    public static void MapMedia(this IEndpointRouteBuilder app) =>
        app.MapGet("/media/{track:int}", Play).RequireAuthorization().RequireRateLimiting(MediaLimit.Policy).ExcludeFromDescription();

    private static async Task<IResult> Play(int track, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "as")] string? kind, OpenSound open, HttpContext http, CancellationToken cancel)
    {
        var sound = kind == "tone" ? await open.Tone(new TrackId(track), cancel) : open.Recording(new TrackId(track));
        if (sound is null) return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-cache";
        var tag = new EntityTagHeaderValue($"\"{sound.Tag}\"");
        return sound.File is { } file
            ? Results.File(file.FullName, sound.ContentType, entityTag: tag, lastModified: new DateTimeOffset(file.LastWriteTimeUtc), enableRangeProcessing: true)
            : Results.File(sound.Bytes!, sound.ContentType, entityTag: tag, enableRangeProcessing: true);
    }
}
