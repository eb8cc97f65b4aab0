using System.Net;
using System.Net.WebSockets;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.People;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Curation.Web.Account;
using Xunit;

namespace Curation.Tests.Web;

public sealed class DoorTests(WorkbenchServer server) : IClassFixture<WorkbenchServer>
{
    [Theory, InlineData("/"), InlineData("/playlists"), InlineData("/admin/people"), InlineData("/no/such/page")]
    public async Task Without_a_session_every_page_is_the_sign_in_page(string path)
    {
        using var client = server.Anonymous();
        var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/sign-in", answer.Headers.Location!.AbsolutePath);
    }

    [Theory, InlineData("/health/live"), InlineData("/health/ready")]
    public async Task Health_is_open_to_all(string path)
    {
        using var client = server.Anonymous();
        Assert.Equal("Healthy", await client.GetStringAsync(path));
    }

    [Fact]
    public async Task The_hub_is_closed_to_a_raw_client()
    {
        using var client = server.Anonymous();
        var answer = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_open_a_socket()
    {
        using var client = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Editor));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_circuit_over_long_polling_is_refused()
    {
        using var client = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Editor));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/_blazor?id=any")).StatusCode);
    }

    [Fact]
    public async Task The_ninth_socket_of_a_person_is_refused_and_a_place_comes_free_when_one_closes()
    {
        await server.Invite(Roles.Editor, "nine@test.curation");
        var cookie = await Cookie("nine@test.curation");
        var open = new List<ClientWebSocket>();
        for (var i = 0; i < 8; i++) open.Add(await Socket(cookie));
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => Socket(cookie));
        Assert.Contains("429", refused.Message, StringComparison.Ordinal);
        open[0].Dispose();
        open[0] = await SocketOnceFree(cookie);
        Assert.Equal(WebSocketState.Open, open[0].State);
        foreach (var socket in open) socket.Dispose();
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        var person = await server.Invite(Roles.Editor, "locked@test.curation");
        using var client = server.Anonymous();
        for (var i = 0; i < 5; i++) await WorkbenchServer.PostSignIn(client, "locked@test.curation", "not the password");
        var answer = await WorkbenchServer.PostSignIn(client, "locked@test.curation", WorkbenchServer.Password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("locked for now", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(await server.Get<ListPeople>().All(), row => row.Id == person.Person && row.LockedUntil is not null);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = server.Anonymous();
        var answer = await client.PostAsync("/account/sign-in", new FormUrlEncodedContent([new("_handler", "sign-in")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Set_up_is_closed_once_there_is_an_admin()
    {
        using var client = server.Anonymous();
        Assert.Contains("Set up already", await client.GetStringAsync("/account/set-up"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => server.Get<MakeFirstAdmin>().Run("late@test.curation", "Late", "a long enough one"));
    }

    [Fact]
    public async Task Another_site_cannot_be_the_place_to_go_after_signing_in()
    {
        using var client = server.Anonymous();
        var page = await client.GetAsync("/account/sign-in?back=https://elsewhere.example");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("/", LocalPath.Of("//elsewhere.example"));
        Assert.Equal("/", LocalPath.Of("/\\elsewhere.example"));
        Assert.Equal("/playlists/4", LocalPath.Of("/playlists/4"));
    }

    [Fact]
    public async Task Every_answer_forbids_frames_and_foreign_scripts()
    {
        using var client = server.Anonymous();
        var answer = await client.GetAsync("/account/sign-in");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_session_cookie_is_strict_and_out_of_reach_of_scripts()
    {
        using var client = server.Anonymous();
        var answer = await WorkbenchServer.PostSignIn(client, WorkbenchServer.EmailOf(Roles.Editor), WorkbenchServer.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("curation=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_sign_in_is_on_record()
    {
        var person = await server.Invite(Roles.Editor, "noted@test.curation");
        using var client = await server.SignedIn("noted@test.curation");
        var log = await server.Get<ReadAuditLog>().Newest(50);
        Assert.Contains(log, row => row.Entry.Action == "person.sign-in" && row.Entry.Subject == $"person:{person.Person}");
    }

    private async Task<string> Cookie(string email)
    {
        using var client = server.Anonymous();
        var answer = await WorkbenchServer.PostSignIn(client, email, WorkbenchServer.Password);
        return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(value => value.Split(';')[0]));
    }

    // The server hears of a closed socket a little later than the client that closed it.
    private async Task<ClientWebSocket> SocketOnceFree(string cookie)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var attempt = 0; attempt < 200; attempt++)
        {
            try
            {
                return await Socket(cookie);
            }
            catch (WebSocketException refused) when (refused.Message.Contains("429", StringComparison.Ordinal))
            {
                await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
        }

        return await Socket(cookie);
    }

    private async Task<ClientWebSocket> Socket(string cookie)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", cookie);
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, TestContext.Current.CancellationToken);
        return socket;
    }
}
