using System.IO.Compression;
using System.Text;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Backup;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Models;
using Curation.Tests.Fixtures;
using Curation.Web.Commands;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Backup;

public sealed class BackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("curation-backup-").FullName;

    private string Archive => Path.Combine(folder, "backup.zip");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_backed_up_comes_back_and_what_was_there_is_kept()
    {
        await using var desk = await TestDesk.Open();
        var ada = await desk.Person("Ada", Roles.Editor);
        await desk.Get<CreatePlaylist>().Run(ada, "Before");
        await File.WriteAllTextAsync(Path.Combine(desk.Data.Models, "one.model"), "the first model");
        await desk.Get<MakeBackup>().Run(Archive);
        await desk.Get<CreatePlaylist>().Run(ada, "After");
        File.Delete(Path.Combine(desk.Data.Models, "one.model"));
        Pools.Close(desk.Data);

        var restored = await desk.Get<RestoreBackup>().Run(Archive);

        Assert.Equal(["Before"], (await desk.Get<ListPlaylists>().All()).Select(row => row.Title));
        Assert.Equal("the first model", await File.ReadAllTextAsync(Path.Combine(desk.Data.Models, "one.model")));
        Assert.Equal(["curation.db", "models/one.model"], restored.Manifest.Parts.Select(part => part.Name));
        await using var kept = new SqliteConnection($"Data Source={Path.Combine(restored.KeptIn!, "curation.db")};Pooling=False");
        await kept.OpenAsync();
        var count = kept.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM Playlists";
        Assert.Equal(2L, await count.ExecuteScalarAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(desk.Data.Path, ".restoring"));
    }

    [Fact]
    public async Task A_backup_is_made_while_the_store_is_in_use()
    {
        await using var desk = await TestDesk.Open();
        var ada = await desk.Person("Ada", Roles.Editor);
        using var taken = desk.Data.Take();
        await using var db = await desk.Factory.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Playlists.Add(new Playlist("unfinished", ada.Person, desk.Clock.GetUtcNow()));
        await db.SaveChangesAsync();

        await desk.Get<MakeBackup>().Run(Archive);
        await transaction.RollbackAsync();

        Assert.True(File.Exists(Archive));
        Assert.Equal([Archive], Directory.EnumerateFiles(folder));
    }

    [Theory]
    [InlineData(.3)]
    [InlineData(.6)]
    [InlineData(.9)]
    public async Task A_backup_with_one_byte_changed_is_refused_and_nothing_changes(double place)
    {
        await using var desk = await Backed();
        var bytes = await File.ReadAllBytesAsync(Archive);
        await File.WriteAllBytesAsync(Archive, Changed(bytes, place));
        await MustRefuse(desk);
    }

    /// <summary>The archive with one packed byte of the store changed, at a place or behind it: the first whose change is one of content. A reference to another run of the same zeros, for instance, unpacks to the same store.</summary>
    private static byte[] Changed(byte[] archive, double place)
    {
        var (start, length, content) = Store(archive);
        for (var at = start + (int)(length * place); ; at++)
        {
            byte[] changed = [.. archive];
            changed[at] ^= 0x10;
            if (!content.SequenceEqual(Store(changed).Content)) return changed;
        }
    }

    /// <summary>Where the packed bytes of the first entry are, behind its local header, and what they unpack to; nothing where they do not.</summary>
    private static (int Start, int Length, byte[] Content) Store(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        var store = archive.Entries[0];
        using var content = new MemoryStream();
        try
        {
            using var packed = store.Open();
            packed.CopyTo(content);
        }
        catch (InvalidDataException)
        {
            content.SetLength(0);
        }

        return (30 + store.FullName.Length, (int)store.CompressedLength, content.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(.5)]
    [InlineData(.99)]
    public async Task A_backup_that_was_cut_short_is_refused_and_nothing_changes(double share)
    {
        await using var desk = await Backed();
        var bytes = await File.ReadAllBytesAsync(Archive);
        await File.WriteAllBytesAsync(Archive, bytes[..(int)(bytes.Length * share)]);
        await MustRefuse(desk);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused_and_nothing_changes()
    {
        await using var desk = await Backed();
        await File.WriteAllTextAsync(Archive, "a shopping list");
        await MustRefuse(desk);
        File.Delete(Archive);
        await using (var archive = await ZipFile.OpenAsync(Archive, ZipArchiveMode.Create))
        await using (var entry = await archive.CreateEntry("notes.txt").OpenAsync()) await entry.WriteAsync("hello"u8.ToArray());
        await MustRefuse(desk);
    }

    [Theory]
    [InlineData("models/../../outside.model")]
    [InlineData("../outside.model")]
    [InlineData("/tmp/outside.model")]
    [InlineData("keys/key.xml")]
    public async Task A_backup_that_would_write_elsewhere_is_refused(string name)
    {
        await using var desk = await Backed();
        await using (var archive = await ZipFile.OpenAsync(Archive, ZipArchiveMode.Update))
        {
            var entry = archive.GetEntry("manifest.json")!;
            string text;
            using (var reader = new StreamReader(await entry.OpenAsync())) text = await reader.ReadToEndAsync();
            entry.Delete();
            var evil = Encoding.UTF8.GetBytes(text.Replace("models/one.model", name, StringComparison.Ordinal));
            await using (var manifest = await archive.CreateEntry("manifest.json").OpenAsync()) await manifest.WriteAsync(evil);
            await using var part = await archive.CreateEntry(name).OpenAsync();
            await part.WriteAsync("the first model"u8.ToArray());
        }

        await MustRefuse(desk);
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(desk.Data.Path)!, "outside.model")));
    }

    [Fact]
    public async Task Restoring_beside_a_running_workbench_is_refused()
    {
        await using var desk = await Backed();
        using var running = desk.Data.Take();
        await Assert.ThrowsAsync<DataDirectoryInUseException>(() => desk.Get<RestoreBackup>().Run(Archive));
    }

    [Fact]
    public async Task A_store_that_is_broken_can_be_restored_over()
    {
        await using var desk = await Backed();
        Pools.Close(desk.Data);
        await File.WriteAllTextAsync(desk.Data.Store, "this was a database once");
        await File.WriteAllTextAsync(desk.Data.Store + "-wal", "and this its log");

        await desk.Get<RestoreBackup>().Run(Archive);

        Assert.Equal(["Before"], (await desk.Get<ListPlaylists>().All()).Select(row => row.Title));
    }

    [Fact]
    public async Task A_file_that_is_already_there_is_not_overwritten()
    {
        await using var desk = await Backed();
        var before = await File.ReadAllBytesAsync(Archive);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<MakeBackup>().Run(Archive));
        Assert.Equal(before, await File.ReadAllBytesAsync(Archive));
    }

    [Fact]
    public async Task Verification_finds_what_was_tampered_with()
    {
        await using var desk = await Backed();
        Assert.All(await Verified(desk), part => Assert.Empty(part.Faults));

        await using (var db = await desk.Factory.CreateDbContextAsync())
        {
            db.Models.Add(new ModelRecord(new string('a', 64), "gone.model", "{}", desk.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER AuditLog_no_update; UPDATE AuditLog SET Detail = 'nothing' WHERE Id = 1");
        }

        var wrong = (await Verified(desk)).Where(part => part.Faults.Count > 0).Select(part => part.What);
        Assert.Equal(["audit log", "models"], wrong);
    }

    [Fact]
    public async Task The_verify_command_says_what_it_found_and_exits_by_it()
    {
        await using var desk = await Backed();
        var (good, bad) = (new StringWriter(), new StringWriter());
        Assert.Equal(0, await VerifyCommand.Run(desk.Get<IServiceProvider>(), good, TextWriter.Null, CancellationToken.None));
        Assert.EndsWith("Everything verifies." + Environment.NewLine, good.ToString(), StringComparison.Ordinal);
        await using (var db = await desk.Factory.CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER AuditLog_no_update; UPDATE AuditLog SET Detail = 'nothing' WHERE Id = 1");

        Assert.Equal(1, await VerifyCommand.Run(desk.Get<IServiceProvider>(), bad, TextWriter.Null, CancellationToken.None));
        Assert.Contains("FAULT  audit log", bad.ToString(), StringComparison.Ordinal);
        Assert.Contains("Entry 1 was changed after it was written.", bad.ToString(), StringComparison.Ordinal);
    }

    private static async Task<List<Verified>> Verified(TestDesk desk)
    {
        var parts = new List<Verified>();
        await foreach (var part in desk.Get<VerifyEverything>().Run()) parts.Add(part);
        return parts;
    }

    private async Task<TestDesk> Backed()
    {
        var desk = await TestDesk.Open();
        var ada = await desk.Person("Ada", Roles.Editor);
        await desk.Get<CreatePlaylist>().Run(ada, "Before");
        await File.WriteAllTextAsync(Path.Combine(desk.Data.Models, "one.model"), "the first model");
        await desk.Get<MakeBackup>().Run(Archive);
        return desk;
    }

    private async Task MustRefuse(TestDesk desk)
    {
        Pools.Close(desk.Data);
        var before = await File.ReadAllBytesAsync(desk.Data.Store);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<RestoreBackup>().Run(Archive));
        Assert.Equal(before, await File.ReadAllBytesAsync(desk.Data.Store));
        Assert.DoesNotContain(Directory.EnumerateDirectories(desk.Data.Path), path => path.Contains("restor", StringComparison.Ordinal));
    }
}
