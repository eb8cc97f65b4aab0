using System.Net;
using System.Net.Http.Headers;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Hearing;
using Curation.Core.Desk.Models;
using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Web.Hearing;

public sealed class MediaFilesTests(MediaServer server) : IClassFixture<MediaServer>
{
    [Theory, InlineData("ogg", "audio/ogg"), InlineData("oga", "audio/ogg"), InlineData("m4a", "audio/mp4"), InlineData("mp3", "audio/mpeg"), InlineData("flac", "audio/flac")]
    public async Task A_file_of_the_folder_is_served_under_its_own_type(string ending, string type)
    {
        var track = await Track($"Ann {ending}", "Song");
        await Write($"Ann {ending} - Song.{ending}", "the recording");
        await server.Get<MediaLibrary>().Scan();
        using var client = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Editor));
        var answer = await client.GetAsync($"/media/{track}");
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("the recording", await answer.Content.ReadAsStringAsync());
        using var part = new HttpRequestMessage(HttpMethod.Get, $"/media/{track}") { Headers = { Range = new RangeHeaderValue(4, 6) } };
        var range = await client.SendAsync(part);
        Assert.Equal(HttpStatusCode.PartialContent, range.StatusCode);
        Assert.Equal("rec", await range.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_a_session_a_file_is_not_served()
    {
        var track = await Track("Cleo", "Song");
        await Write("Cleo - Song.mp3", "the recording");
        await server.Get<MediaLibrary>().Scan();
        using var client = server.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync($"/media/{track}")).StatusCode);
    }

    [Fact]
    public async Task A_file_that_fits_two_tracks_is_served_for_neither()
    {
        var tracks = new[] { await Track("Dora", "Song"), await Track("Dora", "Song", "second pressing") };
        await Write("Dora - Song.mp3", "which one?");
        await server.Get<MediaLibrary>().Scan();
        using var client = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Editor));
        foreach (var track in tracks)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/media/{track}")).StatusCode);
            Assert.Contains("several tracks have this name", (await server.Get<HearTrack>().Run(track))!.Why, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_link_that_leads_out_of_the_folder_is_not_served_even_where_it_came_after_the_scan()
    {
        var track = await Track("Elin", "Song");
        var file = await Write("Elin - Song.mp3", "the recording");
        await server.Get<MediaLibrary>().Scan();
        File.Delete(file);
        File.CreateSymbolicLink(file, new DataDirectory(server.DataPath).Store);
        using var client = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Editor));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/media/{track}")).StatusCode);
    }

    [Theory, InlineData("/media/../appsettings.json"), InlineData("/media/..%2f..%2fappsettings.json"), InlineData("/media/%2e%2e/%2e%2e/etc/passwd"), InlineData("/media/Ann%20-%20Song.mp3")]
    public async Task A_path_instead_of_a_track_finds_nothing(string path)
    {
        using var client = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Editor));
        var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_browser_may_fetch_sound_from_the_hosts_of_the_settings_and_from_nowhere_else()
    {
        using var client = server.Anonymous();
        var policy = (await client.GetAsync("/account/sign-in")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("media-src 'self' https://previews.example.org", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("blob:", policy, StringComparison.Ordinal);
    }

    private async Task<string> Write(string name, string text)
    {
        var path = Path.Combine(server.Media, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private async Task<TrackId> Track(string artist, string title, string pressing = "")
    {
        await using var db = await server.Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        var known = await db.Artists.SingleOrDefaultAsync(row => row.Key == ArtistKey.Of(artist));
        if (known is null)
        {
            known = new Artist(artist);
            db.Artists.Add(known);
            await db.SaveChangesAsync();
        }

        var track = new Track(TrackKey.OfNames(title + pressing, artist), title, artist, [known.Id]);
        db.Tracks.Add(track);
        await db.SaveChangesAsync();
        await server.Get<CurrentModel>().Refresh();
        return track.Id;
    }
}
