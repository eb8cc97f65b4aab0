using System.Diagnostics;
using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Previews;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Recommending;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Curation.Core.Storage.Jobs;
using Curation.Core.Storage.Models;
using Curation.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>What publishing costs: 50,000 listeners of 20 plays each, lists of 50 from a pool of 200. Run with <c>-class "*PublishBenchmark" -explicit only</c>; prints, asserts no time.</summary>
public sealed class PublishBenchmark(ITestOutputHelper output)
{
    private const int Tracks = 4_000;
    private const int Listeners = 50_000;
    private const int PlaysEach = 20;

    [Fact(Explicit = true)]
    public async Task Seconds_an_edition()
    {
        await using var desk = await TestDesk.Open();
        var tracks = await desk.Tracks(Tracks, artists: 1_000);
        Fill(desk.Data.Store, tracks);
        await Train(desk);
        var editor = await desk.Person("Ada", Roles.Editor);
        var reviewer = await desk.Person("Rue", Roles.Reviewer);
        var playlist = await desk.Get<CreatePlaylist>().Run(editor, "Big");
        var view = await desk.Get<OpenPlaylist>().Newest(playlist);
        var edited = await desk.Get<EditDraft>().Run(editor, playlist, view!.Version, new DraftEdit.AddTracks(tracks.Take(200).ToList()));
        await desk.Services.Approve(reviewer, await desk.Get<SubmitPlaylist>().Run(editor, playlist, edited.Now.Version));
        await desk.Get<CurrentModel>().Refresh();
        await Preview(desk, playlist);

        var job = ((Publication.Queued)await desk.Get<PublishPlaylist>().Run(editor, playlist)).Job;
        var start = Stopwatch.GetTimestamp();
        Assert.Equal(JobState.Done, await desk.Get<JobRunner>().RunOne(job, CancellationToken.None));
        Say($"published {Listeners} lists in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s; peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        start = Stopwatch.GetTimestamp();
        Assert.Empty((await desk.Get<VerifyEditions>().Run()).Faults);
        Say($"verified in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
    }

    private async Task Preview(TestDesk desk, PlaylistId playlist)
    {
        for (var i = 0; i < 5; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Assert.NotNull(await desk.Get<PreviewListener>().Run(playlist, new PreviewChoice.Listener($"l{i * 1000}")));
            Say($"preview {i + 1}: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        }
    }

    private static void Fill(string file, IReadOnlyList<TrackId> tracks)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        Run(connection, "INSERT INTO Imports (FileName, Sha256, Format, By, StartedAt, Read, Kept, AlreadyThere, Quarantined) VALUES ('b', '', 'b', 'console', 0, 0, 0, 0, 0)");
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {Listeners - 1}) INSERT INTO Listeners (Key, ProfilingOff) SELECT 'l' || i, 0 FROM n"));
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {PlaysEach - 1})
            INSERT INTO Plays (Listener, At, Track, Skipped, Saved, Batch)
            SELECT l.Id, 1700000000000 + n.i * 86400000, {tracks[0].Value} + ((l.Id % 40) * 37 + n.i * n.i * 13 + l.Id * n.i) % {Tracks}, 0, 0, (SELECT MAX(Id) FROM Imports) FROM Listeners l, n
            """));
        transaction.Commit();
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this file.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static async Task Train(TestDesk desk)
    {
        await using var db = await desk.Factory.CreateDbContextAsync();
        var log = await ListeningReader.Read(db, lists: false);
        var index = log.Tracks();
        var options = new ModelOptions { Factorisation = new FactorisationOptions { Iterations = 1 } };
        var model = new ModelTrainer(options).Train(log.Matrix(index), index);
        var record = new ModelRecord(model.Hash, desk.Get<ModelFiles>().Save(model), "{}", DateTimeOffset.UnixEpoch);
        record.Activate(true);
        db.Models.Add(record);
        await db.SaveChangesAsync();
    }

    private void Say(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
