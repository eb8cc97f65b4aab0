using Curation.Core.Desk.Listeners;
using Curation.Web.Account;

namespace Curation.Web.Api;

/// <summary>What a listener decides through their app.</summary>
internal static class ListenerEndpoints
{
    public static void MapListeners(this RouteGroupBuilder api)
    {
        api.MapGet("/listeners/{id}/profiling", async (string id, SetProfiling profiling, CancellationToken cancel) => await profiling.IsOff(id, cancel) is { } off ? Results.Ok(new Profiling(!off)) : Missing())
            .RequireAuthorization(ApiScopes.ReadLists).WithName("ReadProfiling").WithSummary("Whether the listener's history takes part in their lists.").Documented();
        api.MapPut("/listeners/{id}/profiling", Set).RequireAuthorization(ApiScopes.WriteListeners).DisableAntiforgery()
            .WithName("SetProfiling").WithSummary("Turns profiling on or off. While it is off the listener gets the shared list, from the next request on.").Documented().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> Set(string id, Profiling wanted, HttpContext http, SetProfiling profiling, CancellationToken cancel)
    {
        if (wanted.On is not { } on) return Results.Problem("Send JSON of the form {\"on\": false}.", statusCode: StatusCodes.Status400BadRequest, title: "Nothing was changed");
        return await profiling.ByApp(http.User.Identity!.Name!, id, off: !on, cancel) ? Results.Ok(new Profiling(on)) : Missing();
    }

    private static IResult Missing() => Results.Problem("No listener has this key.", statusCode: StatusCodes.Status404NotFound, title: "No such listener");

    private static RouteHandlerBuilder Documented(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<Profiling>()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Whether the listener's history takes part.</summary>
    internal sealed record Profiling(bool? On);
}
