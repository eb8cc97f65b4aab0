using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Web.Api;

public sealed class ApiKeyTests(ApiKeyTests.KeyedServer server) : IClassFixture<ApiKeyTests.KeyedServer>
{
    private const string Key = "a key that reads shared lists";

    [Fact]
    public async Task A_key_whose_hash_is_in_the_settings_lets_a_program_in() =>
        Assert.Equal(HttpStatusCode.OK, (await Ask("/api/v1/playlists", Key)).StatusCode);

    [Theory, InlineData(null), InlineData("guessed"), InlineData("A KEY THAT READS SHARED LISTS"), InlineData("not a hash")]
    public async Task Without_a_known_key_the_answer_is_a_problem_that_says_what_to_send(string? key)
    {
        using var answer = await Ask("/api/v1/playlists", key);
        await IsProblem(answer, HttpStatusCode.Unauthorized, "X-Api-Key");
    }

    [Fact]
    public async Task The_hash_in_the_settings_is_no_key()
    {
        using var answer = await Ask("/api/v1/playlists", Hash(Key));
        await IsProblem(answer, HttpStatusCode.Unauthorized, "X-Api-Key");
    }

    [Fact]
    public async Task A_key_without_the_scope_is_refused_with_a_problem_that_says_so()
    {
        using var answer = await Ask("/api/v1/listeners/1/playlists/night-drive", Key);
        await IsProblem(answer, HttpStatusCode.Forbidden, "scope");
    }

    [Fact]
    public async Task A_key_opens_no_page()
    {
        using var answer = await Ask("/playlists", Key);
        Assert.Equal("/account/sign-in", answer.Headers.Location!.AbsolutePath);
    }

    private static async Task IsProblem(HttpResponseMessage answer, HttpStatusCode status, string detail)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private async Task<HttpResponseMessage> Ask(string path, string? key)
    {
        using var client = server.Anonymous();
        if (key is not null) client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return await client.GetAsync(path);
    }

    public sealed class KeyedServer : WorkbenchServer
    {
        protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
        {
            ["Curation:ApiKeys:0:Name"] = "mistyped",
            ["Curation:ApiKeys:0:Sha256"] = "not a hash",
            ["Curation:ApiKeys:0:Scopes:0"] = "playlists.read",
            ["Curation:ApiKeys:1:Name"] = "shop window",
            ["Curation:ApiKeys:1:Sha256"] = Hash(Key),
            ["Curation:ApiKeys:1:Scopes:0"] = "playlists.read",
        };
    }
}
