using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Content;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Microsoft.AspNetCore.Mvc;

namespace Curation.Web.Api;

/// <summary>Takes reports that listeners make in their apps, and says what became of them.</summary>
internal static class ReportEndpoints
{
    private const string KeyHeader = "Idempotency-Key";
    private const int MostBytes = 32 << 10;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 4, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) } };

    public static void MapReports(this RouteGroupBuilder api)
    {
        api.MapPost("/reports", Take).RequireAuthorization(ApiScopes.WriteReports).DisableAntiforgery().WithName("TakeReport")
            .WithSummary("Takes a listener's report once under an Idempotency-Key; the answer holds the reference by which its outcome can be read, and is the same whether what it names exists or not.")
            .Accepts<ReportBody>("application/json").Produces<ReportAnswer>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/reports/{reference}", Outcome).RequireAuthorization(ApiScopes.WriteReports).WithName("ReadReport").WithSummary("What became of a report: where it stands, each decision and its reason.")
            .Produces<ReportState>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Take([FromHeader(Name = KeyHeader)] string? key, HttpContext http, TakeReport take, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(key) || key.Length > TakeReport.LongestKey) return Problem(StatusCodes.Status400BadRequest, $"Send an {KeyHeader} header of 1 to {TakeReport.LongestKey} characters, a new one for each report.");
        if (await Read(http.Request, cancel) is not { } body) return Problem(StatusCodes.Status413PayloadTooLarge, $"A report has at most {MostBytes} bytes.");
        if (Parse(body) is not { Ground: { } ground } given) return Problem(StatusCodes.Status400BadRequest, "Send JSON of the form {\"ground\": \"hate\", \"where\": \"night-drive\", \"text\": \"...\"}; a ground is hate, violence, harm, rights, privacy, misleading, advertising or other.");
        try
        {
            var report = new GivenReport(ground, given.Where ?? given.Playlist ?? (given.Track is { } track ? FormattableString.Invariant($"urn:curation:track:{track}") : ""), given.Text ?? "", given.Contact ?? "") { Playlist = given.Playlist, Track = given.Track };
            var (reference, again) = await take.Run(http.User.Identity!.Name!, key, Convert.ToHexStringLower(SHA256.HashData(body)), report, cancel);
            if (again) http.Response.Headers["Idempotency-Replayed"] = "true";
            return Results.Accepted($"/api/v1/reports/{reference}", new ReportAnswer(reference, $"/report/{reference}"));
        }
        catch (RefusedException refusal)
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, refusal.Message);
        }
    }

    private static async Task<IResult> Outcome(string reference, ReadReport reports, CancellationToken cancel) => await reports.Run(reference, cancel) is { } outcome
        ? Results.Json(new ReportState(outcome.State, outcome.At, [.. outcome.Decisions.Select(line => new ReportDecision(line.Measure, line.Reason, line.At, line.AfterAppeal))]), Json)
        : Results.Problem("There is no report with this reference.", statusCode: StatusCodes.Status404NotFound, title: "No such report");

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status, title: "The report was not taken");

    /// <summary>The body, or null where it is too long; never more of it is read.</summary>
    private static async Task<byte[]?> Read(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > MostBytes) return null;
        var held = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(held, held.Length, throwOnEndOfStream: false, cancel);
        return length > MostBytes ? null : held[..length];
    }

    private static ReportBody? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<ReportBody>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What a program sends: why, what is wrong, and where, by name, by the playlist's slug or by the track's number.</summary>
    internal sealed record ReportBody(ReportGround? Ground, string? Where, string? Playlist, int? Track, string? Text, string? Contact);

    /// <summary>What it gets: the reference, and where a person can read the outcome.</summary>
    internal sealed record ReportAnswer(string Reference, string Outcome);

    /// <summary>What became of a report.</summary>
    internal sealed record ReportState(CaseState State, DateTimeOffset At, IReadOnlyList<ReportDecision> Decisions);

    /// <summary>A decision and its reason.</summary>
    internal sealed record ReportDecision(ContentMeasure Measure, string Reason, DateTimeOffset At, bool AfterAppeal);
}
