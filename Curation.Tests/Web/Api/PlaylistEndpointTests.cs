using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Previews;
using Curation.Core.Publishing.Formats;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Web.Api;

public sealed class PlaylistEndpointTests(PublishedServer server) : IClassFixture<PublishedServer>
{
    [Fact]
    public async Task An_app_gets_the_list_that_the_preview_shows()
    {
        using var app = server.App();
        var preview = await server.Get<PreviewListener>().Run(server.Playlist, new PreviewChoice.Listener("listener-7"));
        using var answer = await app.GetAsync("/api/v1/listeners/listener-7/playlists/night-drive");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/jspf+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"W/\"{preview!.List!.HashText}\"", answer.Headers.ETag!.ToString());
        var playlist = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("playlist");
        Assert.Equal(preview.List.HashText, playlist.GetProperty("extension").GetProperty(Jspf.Extension)[0].GetProperty("listHash").GetString());
        Assert.Equal(
            preview.List.Slots.ToArray().Select(slot => slot.Track.Value),
            playlist.GetProperty("track").EnumerateArray().Select(track => track.GetProperty("extension").GetProperty(Jspf.Extension)[0].GetProperty("track").GetInt32()));
    }

    [Fact]
    public async Task A_list_that_the_app_already_has_is_not_sent_again()
    {
        using var app = server.App();
        using var first = await app.GetAsync("/api/v1/playlists/night-drive");
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/api/v1/playlists/night-drive");
        ask.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await app.SendAsync(ask);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_index_names_what_is_live()
    {
        using var app = server.App(PublishedServer.NarrowKey);
        var index = await app.GetFromJsonAsync<JsonElement>("/api/v1/playlists");
        var row = Assert.Single(index.GetProperty("playlists").EnumerateArray().ToList());
        Assert.Equal(("night-drive", 41), (row.GetProperty("slug").GetString(), row.GetProperty("lists").GetInt32()));
    }

    [Theory]
    [InlineData("/api/v1/listeners/nobody/playlists/night-drive")]
    [InlineData("/api/v1/listeners/listener-7/playlists/no-such-list")]
    [InlineData("/api/v1/playlists/no-such-list")]
    [InlineData("/api/v1/listeners/0/playlists/night-drive")]
    public async Task What_is_not_released_is_not_there(string path)
    {
        using var app = server.App();
        using var answer = await app.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Not released", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_program_needs_a_key_with_the_scope()
    {
        using var nobody = server.Anonymous();
        using var narrow = server.App(PublishedServer.NarrowKey);
        using var unknown = server.App("guessed");
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/v1/playlists")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await unknown.GetAsync("/api/v1/playlists")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await narrow.GetAsync("/api/v1/listeners/listener-7/playlists/night-drive")).StatusCode);
    }

    [Fact]
    public async Task A_person_downloads_a_list_in_every_format_and_nobody_else_does()
    {
        using var editor = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Editor));
        using var nobody = server.Anonymous();
        var list = await server.Get<ReadListenerList>().Of(server.Playlist, 1, "listener-3");
        foreach (var format in ListFormats.All)
        {
            var path = $"/playlists/{server.Playlist}/editions/1/export/{format.Name}?listener=listener-3";
            using var answer = await editor.GetAsync(path);
            Assert.Equal(Encoding.UTF8.GetString(format.ToBytes(list!)), await answer.Content.ReadAsStringAsync());
            Assert.EndsWith("." + format.Name, answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/playlists/{server.Playlist}/editions/9/export/csv")).StatusCode);
    }
}
