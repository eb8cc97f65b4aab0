using System.Net;
using System.Net.Http.Headers;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Curation.Web.Hearing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Web.Hearing;

public sealed class MediaEndpointTests(WorkbenchServer server) : IClassFixture<WorkbenchServer>
{
    [Fact]
    public async Task Without_a_session_there_is_no_sound()
    {
        using var client = server.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync($"/media/{await Track()}")).StatusCode);
    }

    [Fact]
    public async Task A_track_without_a_file_is_a_tone_in_wav()
    {
        using var client = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Reviewer));
        var answer = await client.GetAsync($"/media/{await Track()}");
        Assert.Equal("audio/wav", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Equal("RIFF"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync())[..4]);
    }

    [Fact]
    public async Task A_range_gives_that_part_and_an_unchanged_tag_gives_nothing()
    {
        using var client = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Editor));
        var path = $"/media/{await Track()}";
        var whole = await client.GetAsync(path);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        using var part = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(1_000, 1_999) } };
        var answer = await client.SendAsync(part);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(bytes[1_000..2_000], await answer.Content.ReadAsByteArrayAsync());
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { whole.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_track_that_does_not_exist_is_not_found()
    {
        using var client = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Editor));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/media/987654")).StatusCode);
    }

    [Fact]
    public async Task Who_asks_for_too_much_at_once_is_told_to_wait()
    {
        await server.Invite(Roles.Editor, "eager@test.curation");
        using var client = await server.SignedIn("eager@test.curation");
        var path = $"/media/{await Track()}";
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < MediaLimit.Burst * 3 && !statuses.Contains(HttpStatusCode.TooManyRequests); i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(0, 0) } };
            using var answer = await client.SendAsync(request);
            statuses.Add(answer.StatusCode);
        }

        Assert.True(statuses.Contains(HttpStatusCode.TooManyRequests), string.Join(", ", statuses.CountBy(status => status)));
        Assert.True(statuses.Count >= MediaLimit.Burst);
    }

    [Fact]
    public async Task Hearing_a_track_here_is_nobodys_play()
    {
        using var client = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Editor));
        (await client.GetAsync($"/media/{await Track()}")).EnsureSuccessStatusCode();
        await using var db = await server.Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        Assert.Equal(0, await db.Plays.CountAsync());
        Assert.Equal(0, await db.Tallies.CountAsync());
    }

    private async Task<TrackId> Track()
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        await using var db = await server.Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        var artist = new Artist($"Band {mark}");
        db.Artists.Add(artist);
        await db.SaveChangesAsync();
        var track = new Track(TrackKey.OfNames($"Song {mark}", artist.Name), $"Song {mark}", artist.Name, [artist.Id]);
        track.Measure(new AudioFeatures(124, .7, null, new MusicalKey(8, major: false)));
        db.Tracks.Add(track);
        await db.SaveChangesAsync();
        await server.Get<CurrentModel>().Refresh();
        return track.Id;
    }
}
