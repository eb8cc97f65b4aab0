using Curation.Core.Desk.Listeners;
using Curation.Web.Account;

namespace Curation.Web.Api;

/// <summary>What a listener decides through their app.</summary>
internal static class ListenerEndpoints
{
    public static void MapListeners(this RouteGroupBuilder api)
    {
        api.MapGet("/listeners/{id}/profiling", async (string id, SetProfiling profiling, CancellationToken cancel) => await profiling.IsOff(id, cancel) is { } off ? Results.Ok(new Profiling(!off)) : Missing())
            .RequireAuthorization(ApiScopes.ReadLists).WithName("ReadProfiling").WithSummary("Whether the listener's history takes part in their lists.").Documented<Profiling>();
        api.MapPut("/listeners/{id}/profiling", Set).RequireAuthorization(ApiScopes.WriteListeners).DisableAntiforgery()
            .WithName("SetProfiling").WithSummary("Turns profiling on or off. While it is off the listener gets the shared list, from the next request on.").Documented<Profiling>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/listeners/{id}/explicit", async (string id, SetExplicit tracks, CancellationToken cancel) => await tracks.IsExcluded(id, cancel) is { } excluded ? Results.Ok(new ExplicitTracks(excluded)) : Missing())
            .RequireAuthorization(ApiScopes.ReadLists).WithName("ReadExplicit").WithSummary("Whether the listener excludes explicit tracks.").Documented<ExplicitTracks>();
        api.MapPut("/listeners/{id}/explicit", Exclude).RequireAuthorization(ApiScopes.WriteListeners).DisableAntiforgery()
            .WithName("SetExplicit").WithSummary("Excludes explicit tracks or lets them through. While they are excluded the listener gets none, from the next request on.").Documented<ExplicitTracks>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> Set(string id, Profiling wanted, HttpContext http, SetProfiling profiling, CancellationToken cancel)
    {
        if (wanted.On is not { } on) return Unclear("{\"on\": false}");
        return await profiling.ByApp(http.User.Identity!.Name!, id, off: !on, cancel) ? Results.Ok(new Profiling(on)) : Missing();
    }

    private static async Task<IResult> Exclude(string id, ExplicitTracks wanted, HttpContext http, SetExplicit tracks, CancellationToken cancel)
    {
        if (wanted.Excluded is not { } excluded) return Unclear("{\"excluded\": true}");
        return await tracks.ByApp(http.User.Identity!.Name!, id, excluded, cancel) ? Results.Ok(new ExplicitTracks(excluded)) : Missing();
    }

    private static IResult Unclear(string form) => Results.Problem($"Send JSON of the form {form}.", statusCode: StatusCodes.Status400BadRequest, title: "Nothing was changed");

    private static IResult Missing() => Results.Problem("No listener has this key.", statusCode: StatusCodes.Status404NotFound, title: "No such listener");

    private static RouteHandlerBuilder Documented<T>(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<T>()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Whether the listener's history takes part.</summary>
    internal sealed record Profiling(bool? On);

    /// <summary>Whether the listener gets no explicit tracks.</summary>
    internal sealed record ExplicitTracks(bool? Excluded);
}
