using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Curation.Core.Desk.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Curation.Web.Account;

/// <summary>A program's key as the settings hold it: never the key, only its SHA-256 in hexadecimal.</summary>
public sealed class ApiKey
{
    public string Name { get; init; } = "";
    public string Sha256 { get; init; } = "";
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Name, scopes and the start of the hash, for the log.</summary>
    internal string Words => $"{Name} ({string.Join(", ", Scopes)}), {Sha256[..Math.Min(8, Sha256.Length)]}";
}

/// <summary>What a key may be allowed.</summary>
public static class ApiScopes
{
    public const string ReadPlaylists = "playlists.read";
    public const string ReadLists = "lists.read";
    public const string ReadAssessments = "assessments.read";
    public const string WritePlays = "plays.write";
    public const string WriteReports = "reports.write";
    public const string WriteListeners = "listeners.write";

    public static IReadOnlyList<string> All { get; } = [ReadPlaylists, ReadLists, ReadAssessments, WritePlays, WriteReports, WriteListeners];
}

/// <summary>Lets a program in by the key in its X-Api-Key header.</summary>
internal sealed class ApiKeyCheck(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IOptionsMonitor<List<ApiKey>> keys, NoteSignIn note)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "ApiKey";
    public const string Header = "X-Api-Key";
    public const string ScopeClaim = "scope";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var given = Request.Headers[Header].ToString();
        if (given.Length == 0) return AuthenticateResult.NoResult();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(given));
        var key = keys.CurrentValue.Find(candidate => Matches(candidate, hash));
        if (key is null)
        {
            await note.WrongKey(Context.RequestAborted);
            return AuthenticateResult.Fail("This key is not known.");
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, key.Name), .. key.Scopes.Select(scope => new Claim(ScopeClaim, scope))], Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Refuse(StatusCodes.Status401Unauthorized, "Send a key in the X-Api-Key header, or sign in.");

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Refuse(StatusCodes.Status403Forbidden, "This key does not have the scope that the request needs.");

    private Task Refuse(int status, string detail) =>
        Response.HasStarted ? Task.CompletedTask : Results.Problem(detail, statusCode: status).ExecuteAsync(Context);

    private static bool Matches(ApiKey key, byte[] hash)
    {
        var wanted = new byte[hash.Length];
        return Convert.FromHexString(key.Sha256, wanted, out _, out var written) == System.Buffers.OperationStatus.Done
            && written == hash.Length
            && CryptographicOperations.FixedTimeEquals(wanted, hash);
    }
}
