using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.People;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Web;

public sealed class SignInLogTests(WorkbenchServer server) : IClassFixture<WorkbenchServer>
{
    [Fact]
    public async Task Whoever_comes_goes_or_is_refused_stands_in_the_log_and_what_strangers_type_does_not()
    {
        var person = await server.Invite(Roles.Editor, "door@test.curation");
        using var client = server.Anonymous();
        for (var i = 0; i < 6; i++) await WorkbenchServer.PostSignIn(client, "door@test.curation", "a wrong password");
        await WorkbenchServer.PostSignIn(client, "hunter2-my-password@test.curation", "whatever it is");
        using var program = server.Anonymous();
        program.DefaultRequestHeaders.Add("X-Api-Key", "guessed");
        for (var i = 0; i < 3; i++) await program.GetAsync("/api/v1/playlists");

        var log = await server.Get<ReadAuditLog>().Newest(200);
        var own = log.Where(row => row.Entry.Subject == $"person:{person.Person}").Select(row => row.Entry.Action).Reverse();
        Assert.Equal(["person.invite", "person.wrong-password", "person.wrong-password", "person.wrong-password", "person.wrong-password", "person.lock-out"], own);
        Assert.Equal("unknown e-mail or locked account, once", Assert.Single(log, row => row.Entry.Action == "person.sign-in-refused").Entry.Detail);
        Assert.Single(log, row => row.Entry.Action == "api.key-refused");
        Assert.DoesNotContain(log, row => row.Entry.Detail.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_and_its_exports_are_for_admins_and_decisions_for_reviewers_too()
    {
        using var admin = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Admin));
        using var reviewer = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Reviewer));
        using var editor = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Editor));
        foreach (var path in (string[])["/admin/log", "/admin/log/export.csv", "/admin/log/export.jsonl"])
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await admin.GetAsync(path)).StatusCode);
            Assert.Equal("/account/not-allowed", (await reviewer.GetAsync(path)).Headers.Location?.AbsolutePath);
        }

        Assert.Equal(System.Net.HttpStatusCode.OK, (await reviewer.GetAsync("/reviews/decisions")).StatusCode);
        Assert.Equal("/account/not-allowed", (await editor.GetAsync("/reviews/decisions")).Headers.Location?.AbsolutePath);
        var lines = await admin.GetStringAsync("/admin/log/export.jsonl?action=person.invite");
        Assert.All(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains("\"action\":\"person.invite\"", line, StringComparison.Ordinal));
        Assert.Contains(await server.Get<ReadAuditLog>().Newest(9, new AuditFilter(Action: "log.export")), row => row.Entry.By == server.Who(Roles.Admin).Person && row.Entry.Detail == "JSON lines: person.invite");
    }
}

public sealed class NoteSignInTests
{
    [Fact]
    public async Task Strangers_fill_one_line_a_minute_at_most()
    {
        await using var desk = await TestDesk.Open();
        var note = desk.Get<NoteSignIn>();
        for (var i = 0; i < 500; i++) await note.Stranger();
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await note.Stranger();
        Assert.Equal(["unknown e-mail or locked account, 500 times", "unknown e-mail or locked account, once"], (await desk.Get<ReadAuditLog>().Newest(9)).Select(row => row.Entry.Detail));
    }

    [Fact]
    public async Task Keys_of_programs_are_noted_when_they_change()
    {
        await using var desk = await TestDesk.Open();
        var note = desk.Get<NoteApiKeys>();
        foreach (var keys in (string[][])[[], ["b (x)", "a (y)"], ["a (y)", "b (x)"], ["a (y)"], [], []]) await note.Run(keys);
        Assert.Equal(["none", "a (y)", "a (y); b (x)"], (await desk.Get<ReadAuditLog>().Newest(9)).Select(row => row.Entry.Detail));
    }
}
