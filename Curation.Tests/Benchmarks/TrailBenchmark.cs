using System.Diagnostics;
using System.Globalization;
using Curation.Core.Auditing.Trail;
using Curation.Core.Desk.Audit;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>What an audit log of five million entries costs to write, verify and search. Run with <c>-class "*TrailBenchmark" -explicit only -showLiveOutput</c>; prints, asserts no time. <c>CURATION_ENTRIES</c> sets another size.</summary>
public sealed class TrailBenchmark(ITestOutputHelper output)
{
    private static readonly int Entries = int.Parse(Environment.GetEnvironmentVariable("CURATION_ENTRIES") ?? "5000000", CultureInfo.InvariantCulture);
    private static readonly string[] Words = [.. Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"w{i}"))];
    private static readonly DateTimeOffset Start = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact(Explicit = true)]
    public async Task Seconds_to_verify_and_milliseconds_to_search_five_million_entries()
    {
        await using var desk = await TestDesk.Open();
        await Once("writing a twentieth of the entries, with guards and indexes", () => Task.Run(() => Fill(desk, 1, Entries / 20)));
        await Once("the first head", () => desk.Get<WriteHeads>().Run(now: true));
        await Once("writing the rest, and indexing all of it at once", () => Task.Run(() => FillAtOnce(desk)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    store {new FileInfo(desk.Data.Store).Length / 1e6:N0} MB"));
        await Once("signing heads", () => desk.Get<WriteHeads>().Run(now: true));
        var verify = desk.Get<VerifyAuditLog>();
        for (var i = 0; i < 3; i++)
        {
            var verdict = await Once("verifying", () => verify.Run());
            Assert.Null(verdict.Fault);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {verdict.Entries:N0} entries, {verdict.Heads:N0} heads"));
        }

        await Once("the check at every start", () => verify.LastHead());
        var log = desk.Get<ReadAuditLog>();
        DateTimeOffset Day(int day) => Start.AddDays(day);
        var days = (int)((double)Entries * 30 / 86_400);
        foreach (var (name, filter, before) in new (string, AuditFilter, long?)[]
        {
            ("no filter", new(), null),
            ("no filter, in the middle", new(), Entries / 2),
            ("the busiest person", new(Person: "person-0"), null),
            ("a person with ten entries", new(Person: "rare"), null),
            ("a common action, in the middle", new(Action: "playlist.edit"), Entries / 2),
            ("one subject", new(Subject: "playlist:77"), null),
            ("a day in the middle", new(From: Day(days / 2), To: Day((days / 2) + 1)), null),
            ("a common action on the first day", new(Action: "playlist.edit", From: Day(0), To: Day(1)), null),
            ("a common word", new(Text: "w0"), null),
            ("a rare word", new(Text: "w19999"), null),
            ("the beginning of thousands of words", new(Text: "w19"), null),
            ("a word that is nowhere", new(Text: "nowhere"), null),
            ("two common words and a beginning", new(Text: "w0 w1 w12"), null),
            ("busiest person and common action", new(Person: "person-0", Action: "playlist.edit"), null),
            ("a rare person and a common action, of which there are none", new(Person: "rare", Action: "playlist.edit"), null),
            ("two common filters of which there are none", new(Person: "person-0", Action: "person.sign-in"), null),
            ("person, action, word and a month", new(Person: "person-1", Action: "playlist.edit", Text: "w3", From: Day(days / 3), To: Day((days / 3) + 30)), null),
            ("person, action, subject, word, all time", new(Person: "person-1", Action: "playlist.edit", Subject: "playlist:5", Text: "w0"), null),
        })
            await Often(name, async () => (await log.Newest(50, filter, before)).Count);
        await Often("choices of the filter", async () => (await log.Choices()).Actions.Count);
        await Often("decisions of a person", async () => (await desk.Get<ReadDecisions>().Newest(50, "person-2")).Count);
        await Often("decisions of a person with a word", async () => (await desk.Get<ReadDecisions>().Newest(50, "person-2", "w5")).Count);
    }

    /// <summary>Indexes cost a long time when they grow entry by entry far beyond the cache; built at once they are the same.</summary>
    private static int FillAtOnce(TestDesk desk)
    {
        using var store = Open(desk);
        var indexes = Read(store, "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'AuditLog' AND sql IS NOT NULL");
        var keeper = Read(store, "SELECT sql FROM sqlite_master WHERE name = 'AuditLog_indexed'")[0];
        foreach (var name in Read(store, "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'AuditLog' AND sql IS NOT NULL")) Run(store, $"DROP INDEX \"{name}\"");
        Run(store, "DROP TRIGGER AuditLog_indexed");
        var first = int.Parse(Read(store, "SELECT CAST(MAX(Id) + 1 AS TEXT) FROM AuditLog")[0], CultureInfo.InvariantCulture);
        var done = Fill(desk, first, Entries);
        foreach (var sql in indexes) Run(store, sql);
        Run(store, "DELETE FROM AuditSpans; INSERT INTO AuditSpans SELECT Id >> 10, MIN(At), MAX(At) FROM AuditLog GROUP BY Id >> 10");
        Run(store, $"INSERT INTO AuditWords (rowid, Keys, Words) SELECT Id, 'b' || lower(hex(\"By\")) || ' a' || lower(hex(Action)) || ' s' || lower(hex(Subject)), Action || ' ' || Subject || ' ' || Detail FROM AuditLog WHERE Id >= {first}");
        Run(store, keeper);
        return done;
    }

    private static SqliteConnection Open(TestDesk desk)
    {
        var store = new SqliteConnection($"Data Source={desk.Data.Store};Pooling=False");
        store.Open();
        Run(store, "PRAGMA synchronous=OFF; PRAGMA cache_size=-524288");
        return store;
    }

#pragma warning disable CA2100 // Only the sentences of this class come here.
    private static void Run(SqliteConnection store, string sql)
    {
        using var command = store.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 3_600;
        command.ExecuteNonQuery();
    }

    private static List<string> Read(SqliteConnection store, string sql)
    {
        using var command = store.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read()) found.Add(rows.GetString(0));
        return found;
    }
#pragma warning restore CA2100

    private static int Fill(TestDesk desk, int first, int last)
    {
        var random = new Random(first);
        using var store = Open(desk);
        using var insert = store.CreateCommand();
        insert.CommandText = "INSERT INTO AuditLog (Id, At, \"By\", Action, Subject, Detail, PreviousHash, Hash) VALUES (@0, @1, @2, @3, @4, @5, @6, @7)";
        for (var i = 0; i < 8; i++) insert.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"@{i}"), null));
        string[] actions = ["playlist.edit", "plays.take", "candidates.steer", "playlist.submit", "playlist.approve", "playlist.send-back", "job.queue", "job.done", "person.sign-out", "waiver.grant", "edition.publish", "track.refuse"];
        var previous = first == 1 ? AuditEntry.Genesis : Read(store, "SELECT Hash FROM AuditLog ORDER BY Id DESC LIMIT 1")[0];
        SqliteTransaction? transaction = null;
        for (var id = first; id <= last; id++)
        {
            if (id == first || id % 100_000 == 1)
            {
                transaction?.Commit();
                transaction = store.BeginTransaction();
                insert.Transaction = transaction;
            }

            var (person, action) = (Skewed(random, 60), actions[Skewed(random, actions.Length)]);
            if (person == 5 && id % 3 == 0) action = "person.sign-in";
            var by = id % (Entries / 10) == 7 ? "rare" : string.Create(CultureInfo.InvariantCulture, $"person-{person}");
            if (by == "rare") action = "job.queue";
            var detail = string.Join(' ', Enumerable.Range(0, 8).Select(_ => Words[Skewed(random, Words.Length)]));
            var entry = new AuditEntry(id, previous, Start.AddSeconds(id * 30L), new PersonId(by), action, string.Create(CultureInfo.InvariantCulture, $"playlist:{Skewed(random, 20_000)}"), detail);
            object[] values = [id, entry.At.ToUnixTimeMilliseconds(), entry.By.Value, entry.Action, entry.Subject, entry.Detail, entry.PreviousHash, entry.Hash];
            for (var i = 0; i < 8; i++) insert.Parameters[i].Value = values[i];
            insert.ExecuteNonQuery();
            previous = entry.Hash;
        }

        transaction?.Commit();
        transaction?.Dispose();
        return last;
    }

    private static int Skewed(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 3));

    private async Task<T> Once<T>(string what, Func<Task<T>> run)
    {
        var (began, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var result = await run();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.00} s of processor, working set {Environment.WorkingSet / 1e6:N0} MB"));
        return result;
    }

    private async Task Often(string what, Func<Task<int>> run)
    {
        var times = new List<double>();
        var rows = 0;
        for (var i = 0; i < 15; i++)
        {
            var began = Stopwatch.GetTimestamp();
            rows = await run();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: first {times[0]:0.0} ms, median {times.Order().ElementAt(7):0.0} ms, worst {times.Max():0.0} ms, {rows} rows"));
    }
}
