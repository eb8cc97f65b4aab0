using System.Globalization;
using Curation.Core.Auditing.Trail;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Backup;
using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Curation.Tests.Desk.Audit;

public sealed class TamperedFileTests
{
    private const int Entries = 130;

    [Fact]
    public async Task Whatever_is_done_to_the_log_in_the_store_file_is_found_up_to_the_last_head()
    {
        await using var desk = await HeadTests.Headed(Entries);
        Pools.Close(desk.Data);
        var clean = Path.Combine(desk.Data.Path, "clean.db");
        StoreFile.Copy(desk.Data.Store, clean, CancellationToken.None);
        var folder = Directory.CreateDirectory(Path.Combine(desk.Data.Path, "copy"));
        var data = new DataDirectory(folder.FullName);
        var verify = new VerifyAuditLog(desk.Get<Store>(), data, desk.Get<AuditKey>(), desk.Get<HeadsFile>());
        var random = new Random(13);
        foreach (var sql in Ways(random))
        {
            File.Copy(clean, data.Store, overwrite: true);
            Assert.Null((await verify.Run()).Fault);
            Tamper(data.Store, sql);
            var verdict = await verify.Run();
            Assert.True(verdict.Fault is not null, $"Not found: {sql}");
            Assert.InRange(verdict.Found!.Entry, 1, Entries + 1);
        }

        File.Copy(clean, data.Store, overwrite: true);
        Rehash(data.Store, 60);
        Assert.Equal(100, (await verify.Run()).Found?.Entry);
    }

    private static IEnumerable<string> Ways(Random random)
    {
        for (var round = 0; round < 3; round++)
        {
            var (id, other) = (random.Next(1, 60), random.Next(60, Entries - 5));
            foreach (var column in (string[])["At", "\"By\"", "Action", "Subject", "Detail", "PreviousHash", "Hash"])
                yield return Say($"UPDATE AuditLog SET {column} = (SELECT {column} FROM AuditLog WHERE Id = {other}) || CASE '{column}' WHEN 'At' THEN '' ELSE 'x' END WHERE Id = {id}; UPDATE AuditLog SET At = At + 1 WHERE Id = {id} AND '{column}' = 'At'");
            yield return Say($"UPDATE AuditLog SET Detail = CAST(Detail AS BLOB) WHERE Id = {id}");
            yield return Say($"UPDATE AuditLog SET Detail = Detail || char(0) || 'more' WHERE Id = {id}");
            yield return Say($"DELETE FROM AuditLog WHERE Id = {id}");
            yield return Say($"DELETE FROM AuditLog WHERE Id = {id}; UPDATE AuditLog SET Id = -Id WHERE Id > {id}; UPDATE AuditLog SET Id = -Id - 1 WHERE Id < 0");
            yield return Say($"DELETE FROM AuditLog WHERE Id BETWEEN {id} AND {other}");
            yield return Say($"DELETE FROM AuditLog WHERE Id >= {other}");
            yield return Say($"UPDATE AuditLog SET Id = -1 WHERE Id = {id}; UPDATE AuditLog SET Id = {id} WHERE Id = {other}; UPDATE AuditLog SET Id = {other} WHERE Id = -1");
            yield return Say($"INSERT INTO AuditLog SELECT * FROM (SELECT * FROM AuditLog WHERE Id = {id}) WHERE 0; UPDATE AuditLog SET Id = Id + 1000 WHERE Id > {other}; UPDATE AuditLog SET Id = Id - 999 WHERE Id > 1000");
        }

        yield return "DELETE FROM AuditLog";
    }

    private static string Say(FormattableString sql) => sql.ToString(CultureInfo.InvariantCulture);

    private static SqliteConnection Open(string file)
    {
        var store = new SqliteConnection($"Data Source={file};Pooling=False");
        store.Open();
        Run(store, "DROP TRIGGER AuditLog_no_update; DROP TRIGGER AuditLog_no_delete; DROP TRIGGER AuditLog_follows;");
        return store;
    }

    private static void Tamper(string file, string sql)
    {
        using var store = Open(file);
        Run(store, sql);
    }

    /// <summary>Edits an entry and hashes it and everything after it anew, so that the chain holds.</summary>
    private static void Rehash(string file, long from)
    {
        using var store = Open(file);
        Run(store, Say($"UPDATE AuditLog SET Detail = 'nothing happened' WHERE Id = {from}"));
        var forged = new List<AuditEntry>();
        using (var read = store.CreateCommand())
        {
            read.CommandText = "SELECT Id, At, \"By\", Action, Subject, Detail, Hash FROM AuditLog ORDER BY Id";
            using var rows = read.ExecuteReader();
            var previous = AuditEntry.Genesis;
            while (rows.Read())
            {
                var entry = new AuditEntry(rows.GetInt64(0), previous, DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)), new Curation.Core.Playlists.PersonId(rows.GetString(2)), rows.GetString(3), rows.GetString(4), rows.GetString(5));
                previous = entry.Hash;
                if (entry.Id >= from) forged.Add(entry);
            }
        }

        using var write = store.CreateCommand();
        write.CommandText = "UPDATE AuditLog SET PreviousHash = @previous, Hash = @hash WHERE Id = @id";
        foreach (var name in (string[])["@previous", "@hash", "@id"]) write.Parameters.Add(new SqliteParameter(name, null));
        foreach (var entry in forged)
        {
            (write.Parameters[0].Value, write.Parameters[1].Value, write.Parameters[2].Value) = (entry.PreviousHash, entry.Hash, entry.Id);
            write.ExecuteNonQuery();
        }
    }

#pragma warning disable CA2100 // Only the sentences of this class come here.
    private static void Run(SqliteConnection store, string sql)
    {
        using var command = store.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}
