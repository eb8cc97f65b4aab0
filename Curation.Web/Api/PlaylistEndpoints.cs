using Curation.Core.Desk.Editions;
using Curation.Core.Publishing.Formats;
using Curation.Web.Account;
using Microsoft.Net.Http.Headers;

namespace Curation.Web.Api;

/// <summary>What programs get of published playlists. A list that is not released to a listener is not there for them: whether the listener, the playlist or the list is missing, the answer is the same 404, and an app falls back to the shared list.</summary>
internal static class PlaylistEndpoints
{
    private static readonly Jspf Format = new();

    public static void MapPlaylists(this RouteGroupBuilder api)
    {
        api.MapGet("/playlists", Live).RequireAuthorization(ApiScopes.ReadPlaylists).WithName("ListPlaylists").WithSummary("Playlists that listeners get now.")
            .Produces<PlaylistIndex>().ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("/playlists/{slug}", Shared).RequireAuthorization(ApiScopes.ReadPlaylists).WithName("ReadPlaylist").WithSummary("The shared list of a playlist as JSPF.").Documented();
        api.MapGet("/listeners/{id}/playlists/{slug}", OfListener).RequireAuthorization(ApiScopes.ReadLists).WithName("ReadListenerPlaylist")
            .WithSummary("The list that a listener gets, as JSPF; {id} is the listener's pseudonymous key.").Documented();
    }

    private static async Task<IResult> Live(ListLivePlaylists playlists, CancellationToken cancel) => Results.Ok(new PlaylistIndex(await playlists.Run(cancel)));

    private static Task<IResult> Shared(string slug, HttpContext http, ReadListenerList lists, CancellationToken cancel) =>
        Answer(slug, null, http, lists, $"No edition of \"{slug}\" is live.", cancel);

    private static Task<IResult> OfListener(string id, string slug, HttpContext http, ReadListenerList lists, CancellationToken cancel) =>
        Answer(slug, id, http, lists, $"No list of \"{slug}\" is released to this listener. The shared list may be at /api/v1/playlists/{Uri.EscapeDataString(slug)}.", cancel);

    private static async Task<IResult> Answer(string slug, string? listener, HttpContext http, ReadListenerList lists, string missing, CancellationToken cancel)
    {
        try
        {
            if (await lists.Live(slug, listener, cancel) is not { } list) return Results.Problem(missing, statusCode: StatusCodes.Status404NotFound, title: "Not released");
            var tag = TagOf(list.GivenHash);
            http.Response.Headers.CacheControl = "private, no-cache";
            http.Response.GetTypedHeaders().ETag = tag;
            var known = http.Request.GetTypedHeaders().IfNoneMatch;
            return known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false)) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(Format.ToBytes(list), Format.ContentType);
        }
        catch (InvalidDataException fault)
        {
            return Results.Problem(fault.Message, statusCode: StatusCodes.Status500InternalServerError, title: "The stored list does not verify");
        }
    }

    /// <summary>The hash of what is given; weak, because a corrected title changes the bytes but not what was published.</summary>
    private static EntityTagHeaderValue TagOf(string hash) => new($"\"{hash}\"", isWeak: true);

    private static RouteHandlerBuilder Documented(this RouteHandlerBuilder endpoint) => endpoint
        .Produces(StatusCodes.Status200OK, contentType: "application/jspf+json")
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>What listeners get now.</summary>
    internal sealed record PlaylistIndex(IReadOnlyList<LivePlaylist> Playlists);
}
