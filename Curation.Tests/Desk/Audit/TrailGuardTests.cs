using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Audit;

public sealed class TrailGuardTests
{
    private const string Columns = "Id, At, \"By\", Action, Subject, Detail, PreviousHash, Hash";
    private const string Like = "At, \"By\", Action, Subject, 'forged'";

    [Theory]
    [InlineData("UPDATE AuditLog SET Detail = 'forged' WHERE Id = 2")]
    [InlineData("UPDATE OR REPLACE AuditLog SET Id = 1 WHERE Id = 2")]
    [InlineData("DELETE FROM AuditLog WHERE Id = 3")]
    [InlineData("DELETE FROM AuditLog")]
    [InlineData($"INSERT INTO AuditLog ({Columns}) SELECT 5, {Like}, Hash, Hash FROM AuditLog WHERE Id = 3")]
    [InlineData($"INSERT INTO AuditLog ({Columns}) SELECT 4, {Like}, PreviousHash, Hash FROM AuditLog WHERE Id = 3")]
    [InlineData($"INSERT INTO AuditLog ({Columns}) SELECT 4, {Like}, Hash, 'no hash' FROM AuditLog WHERE Id = 3")]
    [InlineData($"INSERT INTO AuditLog ({Columns}) SELECT NULL, {Like}, Hash, Hash FROM AuditLog WHERE Id = 3")]
    [InlineData($"INSERT INTO AuditLog ({Columns}) SELECT 0, {Like}, Hash, Hash FROM AuditLog WHERE Id = 3")]
    [InlineData($"INSERT OR REPLACE INTO AuditLog ({Columns}) SELECT Id, {Like}, PreviousHash, Hash FROM AuditLog WHERE Id = 3")]
    [InlineData($"REPLACE INTO AuditLog ({Columns}) SELECT Id, {Like}, PreviousHash, Hash FROM AuditLog WHERE Id = 1")]
    [InlineData($"INSERT OR IGNORE INTO AuditLog ({Columns}) SELECT 9, {Like}, PreviousHash, Hash FROM AuditLog WHERE Id = 3")]
    [InlineData($"INSERT INTO AuditLog ({Columns}) SELECT Id, {Like}, PreviousHash, Hash FROM AuditLog WHERE Id = 3 ON CONFLICT (Id) DO UPDATE SET Detail = 'forged'")]
    public async Task The_store_refuses_what_does_not_follow_from_the_last_entry(string sql)
    {
        await using var desk = await Written();
        await using var db = await desk.Factory.CreateDbContextAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Equal(3, await db.AuditLog.CountAsync());
        Assert.DoesNotContain("forged", await db.AuditLog.Select(entry => entry.Detail).ToListAsync());
        Assert.Null((await desk.Get<VerifyAuditLog>().Run()).Fault);
    }

    /// <summary>Rebuilding a table, which migrations of SQLite do, drops its triggers without a word.</summary>
    [Fact]
    public async Task The_guards_stand_after_every_migration()
    {
        await using var desk = await TestDesk.Open();
        await using var db = await desk.Factory.CreateDbContextAsync();
        var triggers = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'AuditLog' ORDER BY name").ToListAsync();
        Assert.Equal(["AuditLog_follows", "AuditLog_indexed", "AuditLog_no_delete", "AuditLog_no_update"], triggers);
    }

    [Fact]
    public async Task A_command_that_changes_the_store_and_does_not_log_it_keeps_nothing()
    {
        await using var desk = await Written();
        var store = desk.Get<Store>();
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write(Actor.Console, [], write => write.Db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(row => row.Title, "in silence"))));
        Assert.Contains("without an entry in the audit log", fault.Message, StringComparison.Ordinal);
        Assert.Equal(3, await store.Read(db => db.Playlists.CountAsync(row => row.Title != "in silence")));
        await store.Write(Actor.Console, [], write => write.Db.Playlists.Where(row => row.Title == "of nobody").ExecuteUpdateAsync(set => set.SetProperty(row => row.Title, "in silence")));
    }

    /// <summary>What leaves the log out does so by name, and only what is listed here may: search words can be made anew, and taking back an import logs its beginning and its end.</summary>
    [Fact]
    public void Nothing_writes_past_the_log_but_what_is_named_here()
    {
        Assert.Equal(["Acting/Store.cs", "Imports/TakeBackImport.cs", "Search/TextIndex.cs"], Naming("WriteUnlogged("));

        // Steps of jobs commit with a bookmark; a job is logged when it is queued and when it ends.
        Assert.Equal(["Acting/Store.cs", "Jobs/JobRun.cs", "Jobs/JobRunner.cs"], Naming("BeginTransactionAsync("));
    }

    private static List<string> Naming(string call)
    {
        var desk = Path.Combine(Sources.Root, "Curation.Core", "Desk");
        return [.. Directory.EnumerateFiles(desk, "*.cs", SearchOption.AllDirectories).Where(file => File.ReadAllText(file).Contains(call, StringComparison.Ordinal)).Select(file => Path.GetRelativePath(desk, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    private static async Task<TestDesk> Written()
    {
        var desk = await TestDesk.Open();
        var ada = await desk.Person("Ada", Roles.Editor);
        foreach (var title in (string[])["One", "Two", "Three"]) await desk.Get<CreatePlaylist>().Run(ada, title);
        return desk;
    }
}
