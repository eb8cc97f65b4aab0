using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Imports;
using Curation.Core.Desk.Plays;
using Curation.Core.Desk.Previews;
using Curation.Core.Listening;
using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Web.Api;

/// <summary>Plays that a listener's app delivers.</summary>
public sealed class PlayEndpointTests(PublishedServer server) : IClassFixture<PublishedServer>
{
    private static readonly DateTimeOffset Noon = new(2026, 4, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Plays_are_taken_once_and_the_same_batch_is_answered_as_before()
    {
        var batch = new { plays = new[] { Play("twice", await Track(0)), Play("twice", await Track(1), minutes: 4) } };
        using var first = await Send(batch, "once");
        using var again = await Send(batch, "once");
        using var anew = await Send(batch, "twice");

        Assert.Equal((2, 0), await Counts(first));
        Assert.Equal((2, 0), await Counts(again));
        Assert.Equal("true", Assert.Single(again.Headers.GetValues("Idempotency-Replayed")));
        Assert.Equal((0, 2), await Counts(anew));
        Assert.False(anew.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(2, await In(db => db.Plays.CountAsync(play => db.Listeners.Any(row => row.Id == play.Listener && row.Key == "twice"))));
    }

    [Fact]
    public async Task New_plays_count_in_the_listeners_next_preview_without_training()
    {
        var before = await Preview("listener-11");
        var pool = await In(db => db.PoolTracks.Where(row => row.Playlist == server.Playlist).Select(row => row.Track).OrderBy(track => track).Take(6).ToListAsync());
        using var answer = await Send(new { plays = pool.SelectMany((track, i) => Enumerable.Range(0, 5).Select(time => Play("listener-11", track.Value, (i * 10) + time))) }, "fresh");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var after = await Preview("listener-11");
        Assert.NotEqual(before.List!.HashText, after.List!.HashText);
        Assert.NotEqual(before.About, after.About);
        Assert.Equal((await Preview("listener-12")).List!.HashText, (await Preview("listener-12")).List!.HashText);
    }

    [Fact]
    public async Task A_new_listener_and_a_track_no_model_knows_do_no_harm()
    {
        var unknown = await In(async db =>
        {
            var artist = await db.Artists.FirstAsync();
            var track = new Core.Catalog.Track("name:new", "Released Today", artist.Name, [artist.Id]);
            track.State(isrc: "GBAYE0000001");
            db.Tracks.Add(track);
            await db.SaveChangesAsync();
            return track.Id;
        });
        using var answer = await Send(new { plays = new object[] { new { listener = "newcomer", at = Noon, isrc = "gbaye0000001" } } }, "new track");
        Assert.Equal((1, 0), await Counts(answer));
        Assert.Equal(unknown, await In(db => db.Plays.Where(play => db.Listeners.Any(row => row.Id == play.Listener && row.Key == "newcomer")).Select(play => play.Track).SingleAsync()));
        Assert.NotEmpty((await Preview("newcomer")).List!.Slots.ToArray());
    }

    [Fact]
    public async Task A_play_that_cannot_be_taken_is_named_and_the_others_are_taken()
    {
        using var answer = await Send(
            new
            {
                plays = new object[]
                {
                    Play("mixed", await Track(0)), Play("mixed", 99_999), Play("", await Track(0)), new { listener = "mixed", at = Noon }, new { listener = "mixed", at = Noon.AddYears(20), track = await Track(0) },
                    new { listener = "mixed", at = Noon, track = await Track(1), msPlayed = -1 },
                },
            },
            "mixed");
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(1, body.GetProperty("kept").GetInt32());
        Assert.Equal([1, 2, 3, 4, 5], body.GetProperty("notTaken").EnumerateArray().Select(row => row.GetProperty("index").GetInt32()));
    }

    [Fact]
    public async Task A_key_that_was_used_for_other_plays_is_refused()
    {
        using var first = await Send(new { plays = new[] { Play("key", await Track(0)) } }, "reused");
        using var other = await Send(new { plays = new[] { Play("key", await Track(1)) } }, "reused");
        await IsProblem(other, HttpStatusCode.UnprocessableEntity, "idempotency key");
        Assert.Equal(1, await In(db => db.Plays.CountAsync(play => db.Listeners.Any(row => row.Id == play.Listener && row.Key == "key"))));
    }

    [Theory]
    [InlineData("{", "JSON")]
    [InlineData("[]", "JSON")]
    [InlineData("{\"plays\": null}", "JSON")]
    [InlineData("{\"plays\": [null]}", "JSON")]
    [InlineData("{\"plays\": [{\"listener\": 7}]}", "JSON")]
    public async Task What_is_no_batch_of_plays_is_refused(string body, string word)
    {
        using var app = server.App(PublishedServer.PlayerKey);
        app.DefaultRequestHeaders.Add("Idempotency-Key", "broken");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await app.PostAsync("/api/v1/plays", content);
        await IsProblem(answer, HttpStatusCode.BadRequest, word);
    }

    [Fact]
    public async Task Too_many_plays_or_too_many_bytes_are_refused_whole()
    {
        using var many = await Send(new { plays = Enumerable.Range(0, TakePlays.Most + 1).Select(i => Play("many", 1, i)) }, "many");
        await IsProblem(many, HttpStatusCode.UnprocessableEntity, "at most 1000");
        using var large = await Send(new { plays = new[] { Play(new string('x', 1 << 20), 1) } }, "large");
        await IsProblem(large, HttpStatusCode.RequestEntityTooLarge, "bytes");
        Assert.Equal(0, await In(db => db.Listeners.CountAsync(row => row.Key == "many")));
    }

    [Fact]
    public async Task Without_an_idempotency_key_nothing_is_taken()
    {
        using var answer = await Send(new { plays = Array.Empty<object>() }, null);
        await IsProblem(answer, HttpStatusCode.BadRequest, "Idempotency-Key");
    }

    [Fact]
    public async Task Only_a_key_with_the_scope_delivers_plays()
    {
        using var reader = server.App();
        reader.DefaultRequestHeaders.Add("Idempotency-Key", "reader");
        using var refused = await reader.PostAsJsonAsync("/api/v1/plays", new { plays = Array.Empty<object>() });
        await IsProblem(refused, HttpStatusCode.Forbidden, "scope");
        using var nobody = server.Anonymous();
        using var unknown = await nobody.PostAsJsonAsync("/api/v1/plays", new { plays = Array.Empty<object>() });
        await IsProblem(unknown, HttpStatusCode.Unauthorized, "X-Api-Key");
    }

    [Fact]
    public async Task What_a_program_delivers_on_a_day_is_one_import_that_can_be_taken_back()
    {
        using var first = await Send(new { plays = new[] { Play("undone", await Track(0)) } }, "undo 1");
        using var second = await Send(new { plays = new[] { Play("undone", await Track(1)) } }, "undo 2");
        var import = Assert.Single(await server.Get<ListImports>().Newest(20), row => row.Format == "api" && !row.TakenBack);
        await server.Get<TakeBackImport>().Run(server.Who(Roles.Admin), import.Batch);
        Assert.Equal(0, await In(db => db.Plays.CountAsync(play => play.Batch == new BatchId(import.Batch))));
        using var third = await Send(new { plays = new[] { Play("undone", await Track(1)) } }, "undo 3");
        Assert.Equal((1, 0), await Counts(third));
    }

    private static object Play(string listener, int track, int minutes = 0) => new { listener, at = Noon.AddMinutes(minutes), track };

    private async Task<HttpResponseMessage> Send(object batch, string? key)
    {
        using var app = server.App(PublishedServer.PlayerKey);
        if (key is not null) app.DefaultRequestHeaders.Add("Idempotency-Key", key);
        return await app.PostAsJsonAsync("/api/v1/plays", batch);
    }

    private static async Task<(int Kept, int AlreadyThere)> Counts(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (body.GetProperty("kept").GetInt32(), body.GetProperty("alreadyThere").GetInt32());
    }

    private static async Task IsProblem(HttpResponseMessage answer, HttpStatusCode status, string detail)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(detail, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<PreviewedList> Preview(string listener) =>
        (await server.Get<PreviewSideBySide>().Run(server.Playlist, [new PreviewChoice.Listener(listener)]))!.Lists[0];

    private Task<int> Track(int place) => In(db => db.Tracks.OrderBy(track => track.Id).Select(track => track.Id.Value).Skip(place).FirstAsync());

    private async Task<T> In<T>(Func<CurationDb, Task<T>> look)
    {
        await using var db = await server.Get<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        return await look(db);
    }
}
