using System.Globalization;
using System.Text;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Imports;
using Curation.Core.Desk.Jobs;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Imports;

public sealed class ImportInterruptionTests : IAsyncLifetime
{
    private const int Rows = 30_000;
    private ImportScratch scratch = null!;

    public async ValueTask InitializeAsync() => scratch = await ImportScratch.Open();

    public ValueTask DisposeAsync() => scratch.DisposeAsync();

    [Fact]
    public async Task A_stop_between_steps_loses_and_doubles_nothing()
    {
        var job = await scratch.Queue(WriteRows());
        Assert.Equal(JobState.Running, await StopAfter(job, share: 0.6));
        var kept = await scratch.Look(db => db.Plays.CountAsync());
        Assert.InRange(kept, 1, Rows - 1);
        Assert.Equal(JobState.Done, await scratch.Desk.Get<JobRunner>().RunOne(job, CancellationToken.None));
        var summary = await scratch.Summary(job);
        Assert.Equal((Rows, (long)Rows - 3, 3L), (summary.Read, summary.Kept, summary.Quarantined));
        Assert.Equal(Rows - 3, await scratch.Look(db => db.Plays.CountAsync()));
        Assert.Equal(4, (await File.ReadAllLinesAsync(summary.Quarantine!)).Length);
        Assert.Equal(1, await scratch.Look(db => db.Imports.CountAsync()));
    }

    [Fact]
    public async Task A_quarantine_that_was_empty_at_the_stop_is_whole_in_the_end()
    {
        var job = await scratch.Queue(WriteRows(29_990));
        Assert.Equal(JobState.Running, await StopAfter(job, share: 0.6));
        Assert.Equal(JobState.Done, await scratch.Desk.Get<JobRunner>().RunOne(job, CancellationToken.None));
        var lines = await File.ReadAllLinesAsync((await scratch.Summary(job)).Quarantine!);
        Assert.Equal(2, lines.Length);
        Assert.Equal("file,line,reason,row", lines[0]);
    }

    [Fact]
    public async Task A_resumed_import_without_bad_rows_leaves_no_quarantine()
    {
        var job = await scratch.Queue(WriteRows([]));
        Assert.Equal(JobState.Running, await StopAfter(job, share: 0.6));
        Assert.Equal(JobState.Done, await scratch.Desk.Get<JobRunner>().RunOne(job, CancellationToken.None));
        var summary = await scratch.Summary(job);
        Assert.Equal((Rows, (long)Rows, null), (summary.Read, summary.Kept, summary.Quarantine));
        Assert.Empty(Directory.GetFiles(scratch.Desk.Data.Quarantine));
    }

    [Fact]
    public async Task Bad_rows_at_the_end_are_set_aside_once_though_the_stop_came_after_them()
    {
        var job = await scratch.Queue(scratch.Files.Write("short.csv", "listener,time,title,artist\nada,1709649000,One,Low Tide\nada,never,Two,Low Tide\n"));
        using var stop = new CancellationTokenSource();
        var state = await scratch.Desk.Get<JobRunner>().RunOne(job, stop.Token, (_, _) =>
        {
            using var db = scratch.Desk.Factory.CreateDbContext();
            if (db.Plays.Any()) stop.Cancel();
        });
        Assert.Equal(JobState.Running, state);
        Assert.Equal(JobState.Done, await scratch.Desk.Get<JobRunner>().RunOne(job, CancellationToken.None));
        Assert.Equal(2, (await File.ReadAllLinesAsync((await scratch.Summary(job)).Quarantine!)).Length);
    }

    [Fact]
    public async Task A_cancelled_import_keeps_whole_steps_and_can_go_on()
    {
        var job = await scratch.Queue(WriteRows());
        var runner = scratch.Desk.Get<JobRunner>();
        var asked = false;
        var state = await runner.RunOne(job, CancellationToken.None, (share, _) =>
        {
            if (share < 0.6 || asked) return;
            asked = true;
            scratch.Desk.Get<CancelJob>().Run(Actor.Console, job).GetAwaiter().GetResult();
        });
        Assert.Equal(JobState.Cancelled, state);
        var line = Assert.Single(await scratch.Desk.Get<ListImports>().Newest(10));
        Assert.Equal(line.Kept, await scratch.Look(db => db.Plays.LongCountAsync()));
        Assert.Null(line.EndedAt);
        await scratch.Desk.Get<CancelJob>().Resume(Actor.Console, job);
        Assert.Equal(JobState.Done, await runner.RunOne(job, CancellationToken.None));
        Assert.Equal(Rows - 3, await scratch.Look(db => db.Plays.CountAsync()));
    }

    [Fact]
    public async Task A_disk_that_is_full_fails_the_job_keeps_what_was_written_and_lets_it_go_on()
    {
        var job = await scratch.Queue(WriteRows());
        var runner = scratch.Desk.Get<JobRunner>();
        await LimitStore("PRAGMA max_page_count=500");
        Assert.Equal(JobState.Failed, await runner.RunOne(job, CancellationToken.None));
        var failed = await scratch.Desk.Get<ListJobs>().Find(job);
        Assert.Contains("full", failed!.Error, StringComparison.Ordinal);
        Assert.Contains("is kept; resume", failed.Error, StringComparison.Ordinal);
        await LimitStore("PRAGMA max_page_count=1000000");
        await scratch.Desk.Get<CancelJob>().Resume(Actor.Console, job);
        Assert.Equal(JobState.Done, await runner.RunOne(job, CancellationToken.None));
        Assert.Equal(Rows - 3, (await scratch.Summary(job)).Kept);
        Assert.Equal(Rows - 3, await scratch.Look(db => db.Plays.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_changed_meanwhile_is_not_gone_on_with()
    {
        var path = WriteRows();
        var job = await scratch.Queue(path);
        await StopAfter(job, share: 0.6);
        await File.AppendAllTextAsync(path, "ada,1709649000,Late,Low Tide\n");
        Assert.Equal(JobState.Failed, await scratch.Desk.Get<JobRunner>().RunOne(job, CancellationToken.None));
        Assert.Contains("has changed since its import began", (await scratch.Desk.Get<ListJobs>().Find(job))!.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_fails_with_the_place_and_what_was_kept()
    {
        var packed = Curation.Tests.Importing.ReadingScratch.Gzip(await File.ReadAllBytesAsync(WriteRows()));
        var job = await scratch.Queue(scratch.Files.Write("cut.csv.gz", packed[..(packed.Length * 9 / 10)]));
        Assert.Equal(JobState.Failed, await scratch.Desk.Get<JobRunner>().RunOne(job, CancellationToken.None));
        var error = (await scratch.Desk.Get<ListJobs>().Find(job))!.Error;
        Assert.Contains("damaged or cut off after", error, StringComparison.Ordinal);
        Assert.EndsWith("rows from before that place are kept.", error, StringComparison.Ordinal);
        Assert.InRange(await scratch.Look(db => db.Plays.CountAsync()), 1, Rows);
    }

    [Fact]
    public async Task An_upload_goes_away_once_it_is_imported()
    {
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes("listener,time,title,artist\nada,1709649000,One,Low Tide\n"));
        var path = await scratch.Desk.Get<ReceiveUpload>().Run(Actor.Console, stream);
        Assert.True(File.Exists(path));
        var job = await scratch.Queue(path, uploaded: true);
        Assert.Equal(JobState.Done, await scratch.Desk.Get<JobRunner>().RunOne(job, CancellationToken.None));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Only_uploads_that_a_job_may_still_read_outlast_a_start()
    {
        var receive = scratch.Desk.Get<ReceiveUpload>();
        var bytes = Encoding.UTF8.GetBytes("listener,time,title,artist\nada,1709649000,One,Low Tide\n");
        await receive.Run(Actor.Console, new MemoryStream(bytes));
        var wanted = await receive.Run(Actor.Console, new MemoryStream(bytes));
        await scratch.Desk.Get<CancelJob>().Run(Actor.Console, await scratch.Queue(wanted, uploaded: true));
        Assert.Equal(1, await scratch.Desk.Get<SweepUploads>().Run());
        Assert.Equal([wanted], Directory.GetFiles(scratch.Desk.Data.Uploads));
    }

    // As a kill does, the stop comes while rows are being read; the step that was not committed is as if it had never been.
    private async Task<JobState> StopAfter(int job, double share)
    {
        using var stop = new CancellationTokenSource();
        return await scratch.Desk.Get<JobRunner>().RunOne(job, stop.Token, (reached, _) => { if (reached >= share) stop.Cancel(); });
    }

    // The limit stays with the connection, which the pool hands to the job.
    private async Task LimitStore(string pragma)
    {
        await using var db = await scratch.Desk.Factory.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(pragma);
    }

    private string WriteRows() => WriteRows(5, 12_000, 29_999);

    private string WriteRows(params int[] bad)
    {
        var text = new StringBuilder("listener,time,title,artist\n", Rows * 40);
        for (var i = 0; i < Rows; i++)
        {
            var time = bad.Contains(i) ? "never" : (1_600_000_000 + (i * 10)).ToString(CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"listener-{i % 97},{time},Title {i % 1013},Artist {i % 53}\n");
        }

        return scratch.Files.Write("rows.csv", text.ToString());
    }
}
