using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Models;
using Curation.Core.Publishing.Formats;
using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Web.Api;

public sealed class ListenerEndpointTests(PublishedServer server) : IClassFixture<PublishedServer>
{
    private const string Path = "/api/v1/listeners/listener-11/explicit";
    private const string List = "/api/v1/listeners/listener-11/playlists/night-drive";

    [Fact]
    public async Task A_listener_who_excludes_explicit_tracks_gets_none_with_the_next_request_though_their_app_kept_the_tag()
    {
        using var app = server.App();
        using var listeners = server.App(PublishedServer.ListenersKey);
        var track = (await server.Get<ReadListenerList>().Live("night-drive", "listener-11"))!.Tracks[0].Slot.Track;
        await Mark(track);
        using var before = await app.GetAsync(List);
        Assert.Contains(track, await Tracks(before));
        Assert.False((await app.GetFromJsonAsync<JsonElement>(Path)).GetProperty("excluded").GetBoolean());

        using var set = await listeners.PutAsJsonAsync(Path, new { excluded = true });
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.True((await app.GetFromJsonAsync<JsonElement>(Path)).GetProperty("excluded").GetBoolean());
        using var ask = new HttpRequestMessage(HttpMethod.Get, List) { Headers = { IfNoneMatch = { before.Headers.ETag! } } };
        using var after = await app.SendAsync(ask);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.DoesNotContain(track, await Tracks(after));
        Assert.Contains("\"because\": \"explicit\"", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var shared = await app.GetAsync("/api/v1/playlists/night-drive");
        Assert.Equal(HttpStatusCode.OK, shared.StatusCode);

        using var back = await listeners.PutAsJsonAsync(Path, new { excluded = false });
        using var again = await app.GetAsync(List);
        Assert.Equal(before.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task The_switch_needs_its_own_scope_a_listener_and_a_value()
    {
        using var app = server.App();
        using var listeners = server.App(PublishedServer.ListenersKey);
        using var nobody = server.Anonymous();
        using var admin = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Admin));
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PutAsJsonAsync(Path, new { excluded = true })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.PutAsJsonAsync(Path, new { excluded = true })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PutAsJsonAsync(Path, new { excluded = true })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await listeners.PutAsJsonAsync("/api/v1/listeners/nobody/explicit", new { excluded = true })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync("/api/v1/listeners/nobody/explicit")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await listeners.PutAsJsonAsync(Path, new { })).StatusCode);
    }

    private async Task Mark(TrackId track)
    {
        await using (var db = await server.Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync())
        {
            (await db.Tracks.SingleAsync(row => row.Id == track)).State(isExplicit: true);
            await db.SaveChangesAsync();
        }

        await server.Get<CurrentModel>().Refresh();
    }

    private static async Task<List<TrackId>> Tracks(HttpResponseMessage answer)
    {
        var playlist = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("playlist");
        return [.. playlist.GetProperty("track").EnumerateArray().Select(track => new TrackId(track.GetProperty("extension").GetProperty(Jspf.Extension)[0].GetProperty("track").GetInt32()))];
    }
}
