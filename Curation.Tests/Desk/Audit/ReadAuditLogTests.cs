using System.Text;
using System.Text.Json;
using Curation.Core.Auditing.Trail;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Audit;

public sealed class ReadAuditLogTests
{
    private static readonly string[] People = ["ada", "ben", "cy"];
    private static readonly string[] Actions = ["playlist.approve", "playlist.edit", "person.sign-in", "waiver.grant"];
    private static readonly string[] Words = ["Night", "Drive", "naïve", "Straße", "42", "release"];

    [Fact]
    public async Task Every_filter_finds_what_reading_every_entry_finds()
    {
        await using var desk = await TestDesk.Open();
        var random = new Random(5);
        await Fill(desk, 2_300, random);
        List<AuditEntry> all;
        await using (var db = await desk.Factory.CreateDbContextAsync()) all = await db.AuditLog.AsNoTracking().OrderByDescending(entry => entry.Id).ToListAsync();
        var log = desk.Get<ReadAuditLog>();
        for (var trial = 0; trial < 150; trial++)
        {
            var filter = new AuditFilter(
                Maybe(random, () => $"playlist:{random.Next(9)}"),
                Maybe(random, () => People[random.Next(3)]),
                Maybe(random, () => Actions[random.Next(4)]),
                Maybe(random, () => Words[random.Next(6)] + (random.Next(2) == 0 ? " " + Words[random.Next(6)] : "")),
                random.Next(3) == 0 ? all[random.Next(all.Count)].At : null,
                random.Next(3) == 0 ? all[random.Next(all.Count)].At : null);
            long? before = random.Next(2) == 0 ? random.Next(1, 2_400) : null;
            var expected = all.Where(entry => Fits(entry, filter) && (before is null || entry.Id < before)).Select(entry => entry.Id).Take(20).ToList();
            Assert.Equal(expected, (await log.Newest(20, filter, before)).ConvertAll(row => row.Entry.Id));
            if (before is { } id)
                Assert.Equal(all.Where(entry => Fits(entry, filter) && entry.Id > id).Select(entry => entry.Id).Reverse().Take(20).Reverse(), (await log.After(20, filter, id)).ConvertAll(row => row.Entry.Id));
        }
    }

    [Theory]
    [InlineData("night", 1)]
    [InlineData("NIGHT drive", 1)]
    [InlineData("nig", 1)]
    [InlineData("ni", 0)]
    [InlineData("nig drive", 0)]
    [InlineData("playlist:1", 1)]
    [InlineData("\"night\" OR * NEAR(", 0)]
    [InlineData("\" *", 2)]
    [InlineData("a'; DROP TABLE AuditLog; --", 0)]
    public async Task Words_are_found_wherever_they_stand_and_signs_mean_nothing(string text, int found)
    {
        await using var desk = await TestDesk.Open();
        var ada = await desk.Person("Ada", Roles.Editor);
        foreach (var title in (string[])["Night Drive", "Other"]) await desk.Get<CreatePlaylist>().Run(ada, title);
        Assert.Equal(found, (await desk.Get<ReadAuditLog>().Newest(9, new AuditFilter(Text: text))).Count);
    }

    [Fact]
    public async Task Decisions_are_read_with_their_reasons_by_person()
    {
        await using var desk = await TestDesk.Open();
        var (ada, ben) = (await desk.Person("Ada", Roles.Reviewer), await desk.Person("Ben", Roles.Reviewer));
        var playlist = await desk.Get<CreatePlaylist>().Run(Actor.Console, "Early Shift");
        await Log(desk, ada, "playlist.send-back", $"playlist:{playlist}", "too narrow for a morning");
        await Log(desk, ben, "waiver.grant", "finding:7", "one week, until the label answers");
        await Log(desk, ada, "playlist.edit", "playlist:1", "no decision");
        var decisions = desk.Get<ReadDecisions>();
        Assert.Equal(["waiver.grant", "playlist.send-back"], (await decisions.Newest(9)).Select(row => row.Entry.Action));
        Assert.Equal([null, "Early Shift"], (await decisions.Newest(9)).Select(row => row.About));
        Assert.Equal("too narrow for a morning", Assert.Single(await decisions.Newest(9, ada.Person.Value)).Entry.Detail);
        Assert.Equal("Ben", Assert.Single(await decisions.Newest(9, text: "label")).ByName);
        Assert.Empty(await decisions.Newest(9, ada.Person.Value, "label"));
        Assert.Equal(["Ada", "Ben", "the system"], (await decisions.People()).Select(person => person.Name));
    }

    [Fact]
    public async Task An_export_can_be_checked_hash_by_hash_and_holds_no_formula_for_a_spreadsheet()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Ada", Roles.Admin);
        await Log(desk, admin, "test.formula", "playlist:1", "=HYPERLINK(\"http://example.org\")");
        await Log(desk, admin, "test.plain", "playlist:1", "plain, with a comma");

        using var lines = new MemoryStream();
        await desk.Get<ExportAuditLog>().Run(admin, new AuditFilter(), csv: false, lines);
        var previous = AuditEntry.Genesis;
        var read = Encoding.UTF8.GetString(lines.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        foreach (var row in read)
        {
            var entry = new AuditEntry(row.GetProperty("id").GetInt64(), previous, row.GetProperty("at").GetDateTimeOffset(), new PersonId(row.GetProperty("by").GetString()!), row.GetProperty("action").GetString()!, row.GetProperty("subject").GetString()!, row.GetProperty("detail").GetString()!);
            Assert.Equal(entry.Hash, row.GetProperty("hash").GetString());
            previous = entry.Hash;
        }

        Assert.Equal(["test.formula", "test.plain", "log.export"], read.Select(row => row.GetProperty("action").GetString()));
        using var csv = new MemoryStream();
        await desk.Get<ExportAuditLog>().Run(admin, new AuditFilter(Subject: "playlist:1"), csv: true, csv);
        var text = Encoding.UTF8.GetString(csv.ToArray());
        Assert.Contains("\"'=HYPERLINK(\"\"http://example.org\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains("\"plain, with a comma\"", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Only_admins_take_the_log_out_and_that_is_on_record()
    {
        await using var desk = await TestDesk.Open();
        var reviewer = await desk.Person("Ben", Roles.Reviewer);
        using var into = new MemoryStream();
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<ExportAuditLog>().Run(reviewer, new AuditFilter(), csv: true, into));
        Assert.Equal(0, into.Length);
        var admin = await desk.Person("Ada", Roles.Admin);
        await desk.Get<ExportAuditLog>().Run(admin, new AuditFilter(Text: "night"), csv: true, into);
        Assert.Equal("CSV: night", Assert.Single(await desk.Get<ReadAuditLog>().Newest(9, new AuditFilter(Action: "log.export"))).Entry.Detail);
    }

    private static Task Log(TestDesk desk, Actor actor, string action, string subject, string detail) => desk.Get<Store>().Write(actor, Roles.All, write => write.Log(action, subject, detail));

    private static string? Maybe(Random random, Func<string> value) => random.Next(2) == 0 ? value() : null;

    private static bool Fits(AuditEntry entry, AuditFilter filter) =>
        (filter.Subject is null || entry.Subject == filter.Subject)
        && (filter.Person is null || entry.By.Value == filter.Person)
        && (filter.Action is null || entry.Action == filter.Action)
        && (filter.From is null || entry.At >= filter.From)
        && (filter.To is null || entry.At < filter.To)
        && (filter.Text is null || filter.Text.Split(' ').All(word => $"{entry.Action} {entry.Subject} {entry.Detail}".Split(' ', '.', ':', '-').Contains(word, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Times go back now and then, as clocks do.</summary>
    private static Task Fill(TestDesk desk, int entries, Random random) => desk.Get<Store>().Write(Actor.Console, [], async write =>
    {
        var at = write.Now;
        for (var i = 0; i < entries; i++)
        {
            at = at.AddSeconds(random.Next(40) == 0 ? -300 : random.Next(0, 60));
            await write.Db.Log(new PersonId(People[random.Next(3)]), Actions[random.Next(4)], $"playlist:{random.Next(9)}", string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => Words[random.Next(6)])), at, write.Cancel);
        }
    });
}
