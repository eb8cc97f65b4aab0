using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Storage;

public sealed class StoreTests
{
    [Fact]
    public async Task A_store_from_a_newer_version_is_refused_and_left_as_it_was()
    {
        await using var desk = await TestDesk.Open();
        await using (var db = await desk.Factory.CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0.0')");

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => StoreUpgrade.ToCurrent(desk.Factory));

        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("29990101000000_FromTheFuture", refusal.Message, StringComparison.Ordinal);
        await using var after = await desk.Factory.CreateDbContextAsync();
        Assert.Contains("29990101000000_FromTheFuture", await after.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task Upgrading_twice_changes_nothing()
    {
        await using var desk = await TestDesk.Open();
        await StoreUpgrade.ToCurrent(desk.Factory);
        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("trusted_schema", "0")]
    [InlineData("foreign_keys", "1")]
    [InlineData("cell_size_check", "1")]
    public async Task Every_connection_writes_ahead_and_waits_for_the_disk(string setting, string value)
    {
        await using var desk = await TestDesk.Open();
        await using var db = await desk.Factory.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {setting}";
        Assert.Equal(value, Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_data_directory_has_one_writer_at_a_time()
    {
        var data = new DataDirectory(Directory.CreateTempSubdirectory("curation-test-").FullName);
        using (data.Take())
        {
            var refusal = Assert.Throws<DataDirectoryInUseException>(data.Take);
            Assert.Contains("already using the data directory", refusal.Message, StringComparison.Ordinal);
        }

        data.Take().Dispose();
        Directory.Delete(data.Path, recursive: true);
    }

    [Fact]
    public async Task A_write_that_throws_leaves_nothing_behind()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("Ada", Roles.Editor);

        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<Store>().Write(editor, [Roles.Editor], async write =>
        {
            write.Db.Playlists.Add(new Playlist("half", editor.Person, write.Now));
            await write.Db.SaveChangesAsync(write.Cancel);
            await write.Log("test", "playlist:half");
            throw new RefusedException("no");
        }));

        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Empty(await db.Playlists.ToListAsync());
        Assert.Empty(await db.AuditLog.ToListAsync());
    }

    [Fact]
    public async Task A_store_that_is_full_says_so_and_keeps_what_was_committed()
    {
        await using var desk = await TestDesk.Open();
        var first = await desk.Tracks(3);
        await using (var db = await desk.Factory.CreateDbContextAsync())
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1");
            await Assert.ThrowsAnyAsync<Exception>(async () =>
            {
                await db.Database.ExecuteSqlRawAsync("CREATE TABLE Big AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i, hex(randomblob(50)) AS junk FROM n");
            });
            await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1073741823");
        }

        await using var after = await desk.Factory.CreateDbContextAsync();
        Assert.Equal(first.Count, await after.Tracks.CountAsync());
    }
}
