using System.Security.Cryptography;
using System.Text.Json;
using Curation.Core.Desk.Plays;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Curation.Web.Api;

/// <summary>Takes what listeners played from their apps.</summary>
internal static class PlayEndpoints
{
    private const string KeyHeader = "Idempotency-Key";
    private const int MostBytes = 1 << 20;

    public static void MapPlays(this RouteGroupBuilder api)
    {
        api.MapPost("/plays", Take).RequireAuthorization(ApiScopes.WritePlays).DisableAntiforgery().WithName("TakePlays")
            .WithSummary($"Takes up to {TakePlays.Most} plays once under an Idempotency-Key; they count from the listener's next list on.")
            .Accepts<PlayBatch>("application/json").Produces<PlaysAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Take([FromHeader(Name = KeyHeader)] string? key, HttpContext http, TakePlays take, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(key) || key.Length > TakePlays.LongestKey) return Problem(StatusCodes.Status400BadRequest, $"Send an {KeyHeader} header of 1 to {TakePlays.LongestKey} characters, a new one for each batch.");
        if (await Read(http.Request, cancel) is not { } body) return Problem(StatusCodes.Status413PayloadTooLarge, $"A batch has at most {MostBytes} bytes. Send the plays in parts.");
        if (Parse(body, json.Value.SerializerOptions) is not { } plays) return Problem(StatusCodes.Status400BadRequest, "Send JSON of the form {\"plays\": [{\"listener\": \"...\", \"at\": \"2026-05-04T09:00:00Z\", \"track\": 1}]}.");
        try
        {
            var (answer, again) = await take.Run(http.User.Identity!.Name!, key, Convert.ToHexStringLower(SHA256.HashData(body)), plays, cancel);
            if (again) http.Response.Headers["Idempotency-Replayed"] = "true";
            return Results.Ok(answer);
        }
        catch (RefusedException refusal)
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, refusal.Message);
        }
    }

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status, title: "The plays were not taken");

    /// <summary>The body, or null where it is too long; never more of it is read.</summary>
    private static async Task<byte[]?> Read(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > MostBytes) return null;
        using var held = new MemoryStream();
        var buffer = new byte[16 << 10];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancel)) > 0)
        {
            if (held.Length + read > MostBytes) return null;
            held.Write(buffer, 0, read);
        }

        return held.ToArray();
    }

    private static IReadOnlyList<GivenPlay>? Parse(byte[] body, JsonSerializerOptions options)
    {
        try
        {
            var plays = JsonSerializer.Deserialize<PlayBatch>(body, options)?.Plays;
            return plays is null || plays.Contains(null!) ? null : plays;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What a program sends.</summary>
    internal sealed record PlayBatch(IReadOnlyList<GivenPlay>? Plays);
}
