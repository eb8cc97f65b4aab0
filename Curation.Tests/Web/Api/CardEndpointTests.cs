using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Publishing.Formats;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Web.Api;

public sealed class CardEndpointTests(PublishedServer server) : IClassFixture<PublishedServer>
{
    [Fact]
    public async Task Anybody_may_read_how_recommendations_are_made()
    {
        using var nobody = server.Anonymous();
        using var page = await nobody.GetAsync("/about/recommendations");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("Main parameters", text, StringComparison.Ordinal);
        Assert.Contains("Night Drive", text, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web.js", text, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain(page.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => cookie.StartsWith("curation=", StringComparison.Ordinal));

        var ranking = await nobody.GetFromJsonAsync<JsonElement>("/api/v1/cards/ranking");
        Assert.NotEqual(0, ranking.GetProperty("parameters").GetArrayLength());
        var recipes = await nobody.GetFromJsonAsync<JsonElement>("/api/v1/cards/recipes");
        Assert.Equal("night-drive", Assert.Single(recipes.GetProperty("recipes").EnumerateArray().ToList()).GetProperty("slug").GetString());
        Assert.Equal("Night Drive", (await nobody.GetFromJsonAsync<JsonElement>("/api/v1/cards/recipes/night-drive")).GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/api/v1/cards/recipes/no-such-list")).StatusCode);
    }

    [Fact]
    public async Task A_listener_who_turns_profiling_off_gets_the_shared_list_with_the_next_request()
    {
        using var app = server.App();
        using var listeners = server.App(PublishedServer.ListenersKey);
        var shared = await Tracks(app, "/api/v1/playlists/night-drive");
        var own = await Tracks(app, "/api/v1/listeners/listener-9/playlists/night-drive");
        Assert.NotEqual(shared, own);

        using var off = await listeners.PutAsJsonAsync("/api/v1/listeners/listener-9/profiling", new { on = false });
        Assert.Equal(HttpStatusCode.OK, off.StatusCode);
        Assert.Equal(shared, await Tracks(app, "/api/v1/listeners/listener-9/playlists/night-drive"));
        Assert.False((await app.GetFromJsonAsync<JsonElement>("/api/v1/listeners/listener-9/profiling")).GetProperty("on").GetBoolean());

        using var on = await listeners.PutAsJsonAsync("/api/v1/listeners/listener-9/profiling", new { on = true });
        Assert.Equal(own, await Tracks(app, "/api/v1/listeners/listener-9/playlists/night-drive"));
    }

    [Fact]
    public async Task The_switch_needs_its_own_scope_a_listener_and_a_value()
    {
        using var app = server.App();
        using var listeners = server.App(PublishedServer.ListenersKey);
        using var nobody = server.Anonymous();
        using var admin = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Admin));
        const string Path = "/api/v1/listeners/listener-9/profiling";
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PutAsJsonAsync(Path, new { on = false })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.PutAsJsonAsync(Path, new { on = false })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PutAsJsonAsync(Path, new { on = false })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await listeners.GetAsync("/api/v1/listeners/listener-9/playlists/night-drive")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await listeners.PutAsJsonAsync("/api/v1/listeners/nobody/profiling", new { on = false })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await listeners.PutAsJsonAsync(Path, new { })).StatusCode);
    }

    private static async Task<List<int>> Tracks(HttpClient app, string path)
    {
        var playlist = (await app.GetFromJsonAsync<JsonElement>(path)).GetProperty("playlist");
        return [.. playlist.GetProperty("track").EnumerateArray().Select(track => track.GetProperty("extension").GetProperty(Jspf.Extension)[0].GetProperty("track").GetInt32())];
    }
}
