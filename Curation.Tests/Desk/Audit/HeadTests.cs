using Curation.Core.Auditing.Trail;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Backup;
using Curation.Core.Desk.Playlists;
using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Audit;

public sealed class HeadTests
{
    [Fact]
    public async Task Heads_are_written_at_every_hundredth_entry_and_a_minute_after_any_other()
    {
        await using var desk = await TestDesk.Open();
        var heads = desk.Get<WriteHeads>();
        Assert.Equal(0, await heads.Run());
        Assert.False(desk.Get<HeadsFile>().Exists);

        await Log(desk, 5);
        Assert.Equal(1, await heads.Run());
        Assert.Equal([6L], Entries(desk));
        Assert.Equal("log.heads-begun", (await desk.Get<ReadAuditLog>().Newest(1)).Single().Entry.Action);

        await Log(desk, 10);
        Assert.Equal(0, await heads.Run());
        desk.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, await heads.Run());
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await heads.Run());
        Assert.Equal(0, await heads.Run());

        await Log(desk, 300);
        Assert.Equal(3, await heads.Run());
        Assert.Equal([6L, 16L, 100L, 200L, 300L], Entries(desk));
        Assert.Equal(1, await heads.Run(now: true));

        var verdict = await desk.Get<VerifyAuditLog>().Run();
        Assert.Null(verdict.Fault);
        Assert.Equal((316L, 6), (verdict.Entries, verdict.Heads));
        Assert.Empty(verdict.Notes);
    }

    [Fact]
    public async Task The_key_is_for_its_owner_alone_and_heads_can_be_kept_elsewhere()
    {
        var elsewhere = Directory.CreateTempSubdirectory("curation-heads-").FullName;
        var options = new AuditOptions { Key = Path.Combine(elsewhere, "keys", "mine.pem"), Heads = Path.Combine(elsewhere, "heads.jsonl") };
        await using (var desk = await TestDesk.Open(services => services.AddSingleton(options)))
        {
            await Log(desk, 1);
            await desk.Get<WriteHeads>().Run();
            Assert.True(File.Exists(options.Key));
            Assert.True(File.Exists(options.Heads));
            Assert.DoesNotContain(Directory.EnumerateFiles(desk.Data.Path), file => file.EndsWith(".pem", StringComparison.Ordinal) || file.EndsWith(".jsonl", StringComparison.Ordinal));
            Assert.False(desk.Get<AuditKey>().IsOpenToOthers);
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(options.Key));
                File.SetUnixFileMode(options.Key, File.GetUnixFileMode(options.Key) | UnixFileMode.GroupRead);
                Assert.True(desk.Get<AuditKey>().IsOpenToOthers);
            }
        }

        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public async Task A_log_that_was_rewritten_whole_and_consistently_disagrees_with_its_heads()
    {
        await using var desk = await Headed(250);
        var store = desk.Get<Store>();
        await store.WriteUnlogged(Actor.Console, [], async write =>
        {
            await write.Db.Database.ExecuteSqlRawAsync("DROP TRIGGER AuditLog_no_update; DROP TRIGGER AuditLog_no_delete; DROP TRIGGER AuditLog_follows;");
            var entries = await write.Db.AuditLog.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync();
            await write.Db.Database.ExecuteSqlRawAsync("DELETE FROM AuditLog WHERE Id >= 120");
            var previous = entries[118].Hash;
            foreach (var entry in entries.Skip(119))
            {
                var forged = new AuditEntry(entry.Id, previous, entry.At, entry.By, entry.Action, entry.Subject, entry.Id == 120 ? "nothing happened" : entry.Detail);
                write.Db.AuditLog.Add(forged);
                previous = forged.Hash;
            }

            return true;
        });

        var verdict = await desk.Get<VerifyAuditLog>().Run();
        Assert.Equal(200, verdict.Found?.Entry);
        Assert.StartsWith("Entry 200 is not the one that head 3 signed on 2026-05-04 09:00 UTC: the log was written anew somewhere from entry 101 on.", verdict.Fault, StringComparison.Ordinal);
        Assert.Contains("is not the one that head", (await desk.Get<VerifyAuditLog>().LastHead())?.Words, StringComparison.Ordinal);

        // It goes on being signed, and the contradiction stays on record.
        await Log(desk, 100);
        Assert.NotEqual(0, await desk.Get<WriteHeads>().Run(now: true));
        Assert.Equal(200, (await desk.Get<VerifyAuditLog>().Run()).Found?.Entry);
    }

    [Fact]
    public async Task A_log_that_was_cut_off_is_found_at_the_next_start()
    {
        await using var desk = await Headed(150);
        await Forge(desk, "DROP TRIGGER AuditLog_no_delete; DELETE FROM AuditLog WHERE Id > 140");
        Assert.Equal($"Head 3 has seen entry 151, which the log does not have.", (await desk.Get<VerifyAuditLog>().LastHead())?.Words);
        var verdict = await desk.Get<VerifyAuditLog>().Run();
        Assert.Equal((140L, 141L), (verdict.Entries, verdict.Found?.Entry));
        Assert.EndsWith("has seen entries up to 151: the end was cut off.", verdict.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heads_that_are_gone_are_missed_because_the_log_says_that_they_were_begun()
    {
        await using var desk = await Headed(20);
        var file = desk.Get<HeadsFile>();
        var copy = file.Path + ".copy";
        File.Move(file.Path, copy);
        Assert.StartsWith("The heads are missing or empty, although entry 2 says that they were begun", (await desk.Get<VerifyAuditLog>().Run()).Fault, StringComparison.Ordinal);
        Assert.NotNull(await desk.Get<VerifyAuditLog>().LastHead());

        await Log(desk, 3);
        Assert.Equal(1, await desk.Get<WriteHeads>().Run());
        Assert.Null((await desk.Get<VerifyAuditLog>().Run()).Fault);
        Assert.Null((await desk.Get<VerifyAuditLog>().Run(copy)).Fault);
    }

    [Fact]
    public async Task A_line_that_was_not_finished_does_not_count_and_is_written_anew()
    {
        await using var desk = await Headed(20);
        var file = desk.Get<HeadsFile>();
        var before = await File.ReadAllTextAsync(file.Path);
        await File.AppendAllTextAsync(file.Path, "{\"number\":99,\"ki");
        Assert.Null((await desk.Get<VerifyAuditLog>().Run()).Fault);
        await Log(desk, 3);
        Assert.Equal(1, await desk.Get<WriteHeads>().Run(now: true));
        Assert.StartsWith(before, await File.ReadAllTextAsync(file.Path), StringComparison.Ordinal);
        Assert.Null((await desk.Get<VerifyAuditLog>().Run()).Fault);
    }

    [Fact]
    public async Task A_new_key_is_a_fault_until_the_settings_name_the_one_before()
    {
        await using var desk = await Headed(20);
        var earlier = desk.Get<AuditKey>().Fingerprint()!;
        File.Delete(desk.Get<AuditKey>().Path);
        await Log(desk, 3);
        await desk.Get<WriteHeads>().Run(now: true);
        Assert.StartsWith("Head 1 is signed by a key that is not this workbench's", (await desk.Get<VerifyAuditLog>().Run()).Fault, StringComparison.Ordinal);
        var options = new AuditOptions { EarlierKeys = [HeadChain.InGroups(earlier), earlier] };
        var verify = new VerifyAuditLog(desk.Get<Store>(), desk.Data, new AuditKey(options, desk.Data), new HeadsFile(options, desk.Data));
        Assert.Null((await verify.Run()).Fault);
    }

    [Fact]
    public async Task A_restore_is_told_from_a_log_that_was_cut()
    {
        var folder = Directory.CreateTempSubdirectory("curation-backup-").FullName;
        await using (var desk = await Headed(150))
        {
            await desk.Get<MakeBackup>().Run(Path.Combine(folder, "backup.zip"));
            await Log(desk, 200);
            await desk.Get<WriteHeads>().Run(now: true);
            var before = Entries(desk);
            var restored = await desk.Get<RestoreBackup>().Run(Path.Combine(folder, "backup.zip"));
            Assert.Contains("audit-heads.jsonl", restored.Manifest.Parts.Select(part => part.Name));

            // The heads that were here stay, the restore is one more, and the log says so too.
            Assert.Equal([.. before, 152L], Entries(desk));
            Assert.Equal("store.restore", (await desk.Get<ReadAuditLog>().Newest(1)).Single().Entry.Action);
            var verdict = await desk.Get<VerifyAuditLog>().Run();
            Assert.Null(verdict.Fault);
            Assert.Contains("back to entry 152", Assert.Single(verdict.Notes), StringComparison.Ordinal);
            Assert.Null(await desk.Get<VerifyAuditLog>().LastHead());
            await Log(desk, 100);
            await desk.Get<WriteHeads>().Run(now: true);
            Assert.Null((await desk.Get<VerifyAuditLog>().Run()).Fault);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_brings_its_heads_to_a_new_place()
    {
        var folder = Directory.CreateTempSubdirectory("curation-backup-").FullName;
        await using (var desk = await Headed(150))
        {
            await desk.Get<MakeBackup>().Run(Path.Combine(folder, "backup.zip"));
            var options = new AuditOptions { EarlierKeys = [desk.Get<AuditKey>().Fingerprint()!] };
            await using var other = await TestDesk.Open(services => services.AddSingleton(options));
            Pools.Close(other.Data);
            await other.Get<RestoreBackup>().Run(Path.Combine(folder, "backup.zip"));
            Assert.Equal([.. Entries(desk), 152L], Entries(other));
            Assert.Null((await other.Get<VerifyAuditLog>().Run()).Fault);
            Assert.False(File.Exists(Path.Combine(other.Data.Path, "audit-key.pem.old")));
            Assert.NotEqual(desk.Get<AuditKey>().Fingerprint(), other.Get<AuditKey>().Fingerprint());
        }

        Directory.Delete(folder, recursive: true);
    }

    internal static async Task<TestDesk> Headed(int entries)
    {
        var desk = await TestDesk.Open();
        await Log(desk, 1);
        await desk.Get<WriteHeads>().Run();
        await Log(desk, entries - 1);
        await desk.Get<WriteHeads>().Run(now: true);
        return desk;
    }

    internal static Task Log(TestDesk desk, int entries) => desk.Get<Store>().Write(Actor.Console, [], async write =>
    {
        for (var i = 0; i < entries; i++) await write.Log("test.log", $"test:{i}", $"entry {i} of {entries}");
    });

    internal static async Task Forge(TestDesk desk, string sql)
    {
        await using var db = await desk.Factory.CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private static List<long> Entries(TestDesk desk) => [.. HeadsFile.Lines(desk.Get<HeadsFile>().Path).Select(line => AuditHead.Parse(line)!.Entry)];
}
