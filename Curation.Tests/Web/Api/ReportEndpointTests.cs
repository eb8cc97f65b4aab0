using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Editions;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Web.Api;

public sealed partial class ReportEndpointTests(PublishedServer server) : IClassFixture<PublishedServer>
{
    [Fact]
    public async Task A_program_delivers_a_report_once_under_a_key_and_reads_its_outcome()
    {
        using var app = server.App(PublishedServer.ReportKey);
        var body = """{"ground":"hate","playlist":"night-drive","text":"not for anybody","contact":"me@example.org"}""";
        var first = await Send(app, body, "r-1");
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        var reference = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString()!;
        var again = await Send(app, body, "r-1");
        Assert.Equal((HttpStatusCode.Accepted, "true"), (again.StatusCode, again.Headers.GetValues("Idempotency-Replayed").Single()));
        Assert.Equal(reference, (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(app, body.Replace("anybody", "me", StringComparison.Ordinal), "r-1")).StatusCode);
        var row = (await server.Get<ListCases>().Waiting()).Single(found => found.Case.Playlist == server.Playlist);
        await server.Get<DecideCase>().Run(server.Who(Roles.Reviewer), row.Case.Id, new ContentVerdict(ContentMeasure.Advisory, "with a mark"));

        var outcome = await app.GetFromJsonAsync<JsonElement>($"/api/v1/reports/{reference}");
        Assert.Equal(("decided", "with a mark"), (outcome.GetProperty("state").GetString(), outcome.GetProperty("decisions")[0].GetProperty("reason").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync("/api/v1/reports/AAAA-AAAA-AAAA-AAAA")).StatusCode);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("[1]", HttpStatusCode.BadRequest)]
    [InlineData("""{"ground":"nonsense","where":"x","text":"y"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"ground":1,"where":"x","text":"y"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"where":"x","text":"y"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"ground":"other","where":"x"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"ground":"other","text":"y"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"ground":"other","where":"no such thing","text":"y"}""", HttpStatusCode.Accepted)]
    public async Task A_bad_report_is_refused_and_one_about_nothing_known_is_not(string body, HttpStatusCode status)
    {
        using var app = server.App(PublishedServer.ReportKey);
        Assert.Equal(status, (await Send(app, body, $"bad {body.Length} {status}")).StatusCode);
    }

    [Fact]
    public async Task Too_much_no_key_no_scope_and_no_session_are_refused()
    {
        using var app = server.App(PublishedServer.ReportKey);
        using var narrow = server.App(PublishedServer.NarrowKey);
        using var nobody = server.Anonymous();
        using var editor = await server.SignedIn(PublishedServer.EmailOf(Roles.Editor));
        var body = """{"ground":"other","where":"x","text":"y"}""";
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Send(app, new string(' ', 40_000), "big")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync("/api/v1/reports", new StringContent(body, Encoding.UTF8, "application/json"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(narrow, body, "n")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(nobody, body, "n")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(editor, body, "n")).StatusCode);
    }

    [Fact]
    public async Task The_form_takes_a_report_of_anybody_with_its_token_and_not_what_fills_the_hidden_field()
    {
        using var client = server.Anonymous();
        var page = await client.GetStringAsync("/report");
        var form = new Dictionary<string, string>
        {
            ["_handler"] = "report",
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
            ["Given.Ground"] = "Rights",
            ["Given.Where"] = "a list nobody has",
            ["Given.Words"] = "It is mine",
        };
        var sent = await client.PostAsync("/report", new FormUrlEncodedContent(form));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var outcome = await client.GetStringAsync(sent.Headers.Location);
        Assert.Contains("Your report is here", outcome, StringComparison.Ordinal);
        Assert.Contains("waits for somebody to decide", outcome, StringComparison.Ordinal);

        var before = (await server.Get<ListCases>().Waiting()).Count;
        var trapped = await client.PostAsync("/report", new FormUrlEncodedContent(new Dictionary<string, string>(form) { ["Given.Website"] = "https://spam.example.org" }));
        Assert.Contains("Nothing was sent", await trapped.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var huge = await client.PostAsync("/report", new FormUrlEncodedContent(new Dictionary<string, string>(form) { ["Given.Words"] = new string('x', 100_000) }));
        Assert.NotEqual(HttpStatusCode.Redirect, huge.StatusCode);
        Assert.Contains(huge.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge });
        form.Remove("__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/report", new FormUrlEncodedContent(form))).StatusCode);
        Assert.Equal(before, (await server.Get<ListCases>().Waiting()).Count);
        Assert.Contains("No such report", await client.GetStringAsync("/report/AAAA-AAAA-AAAA-AAAA"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_given_changes_its_tag_when_a_decision_changes_it()
    {
        using var app = server.App();
        var before = (await app.GetAsync("/api/v1/playlists/night-drive")).Headers.ETag!;
        var track = (await server.Get<ReadListenerList>().Live("night-drive", null))!.Tracks[0].Slot.Track;
        await server.Get<TakeReport>().Run(new GivenReport(ReportGround.Rights, $"urn:curation:track:{track}", "mine"), null);
        var row = (await server.Get<ListCases>().Waiting()).Single(found => found.Case.Track == track);
        await server.Get<DecideCase>().Run(server.Who(Roles.Reviewer), row.Case.Id, new ContentVerdict(ContentMeasure.Remove, "theirs"));
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/v1/playlists/night-drive");
        asked.Headers.IfNoneMatch.Add(before);
        var after = await app.SendAsync(asked);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        var json = await after.Content.ReadFromJsonAsync<JsonElement>();
        var meta = json.GetProperty("playlist").GetProperty("extension").GetProperty("urn:curation:edition:1")[0];
        Assert.Equal((track.Value, "removed"), (meta.GetProperty("leftOut")[0].GetProperty("track").GetInt32(), meta.GetProperty("leftOut")[0].GetProperty("because").GetString()));
        using var known = new HttpRequestMessage(HttpMethod.Get, "/api/v1/playlists/night-drive");
        known.Headers.IfNoneMatch.Add(after.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await app.SendAsync(known)).StatusCode);
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string body, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();
}

/// <summary>A server of its own, because it uses up what an address may send.</summary>
public sealed partial class ReportFloodTests(Fixtures.WorkbenchServer server) : IClassFixture<Fixtures.WorkbenchServer>
{
    [Fact]
    public async Task A_flood_of_reports_from_one_address_is_stopped_and_reading_goes_on()
    {
        using var client = server.Anonymous();
        var page = await client.GetStringAsync("/report");
        var token = Token().Match(page).Groups[1].Value;
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 14; i++)
        {
            using var answer = await client.PostAsync("/report", new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "report", ["__RequestVerificationToken"] = token, ["Given.Ground"] = "Other", ["Given.Where"] = "x", ["Given.Words"] = $"report {i}" }));
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(10, answers.Count(answer => answer == HttpStatusCode.Redirect));
        Assert.Equal(4, answers.Count(answer => answer == HttpStatusCode.TooManyRequests));
        Assert.Equal(10, (await server.Get<ListCases>().Waiting()).Count);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/report")).StatusCode);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();
}
