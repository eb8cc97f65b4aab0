using System.Diagnostics;
using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Recommending;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Curation.Core.Storage.Models;
using Curation.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>What simulating and measuring everybody costs: 50,000 listeners with 5 million plays, lists of 50 from a pool of 200. Run with <c>-class "*SimulationBenchmark" -explicit only -showLiveOutput</c>; prints, asserts no time.</summary>
public sealed class SimulationBenchmark(ITestOutputHelper output)
{
    private const int Tracks = 20_000;
    private const int Listeners = 50_000;
    private const int PlaysEach = 100;
    private const int PoolSize = 200;

    [Fact(Explicit = true)]
    public async Task Seconds_a_simulation()
    {
        await using var desk = await TestDesk.Open();
        var tracks = await desk.Tracks(Tracks, artists: 4_000);
        Fill(desk.Data.Store, tracks);
        await Train(desk);
        var editor = await desk.Person("Ada", Roles.Editor);
        var playlist = await desk.Get<CreatePlaylist>().Run(editor, "Big");
        var view = await desk.Get<OpenPlaylist>().Newest(playlist);
        var edited = await desk.Get<EditDraft>().Run(editor, playlist, view!.Version, new DraftEdit.AddTracks(tracks.Where((_, i) => i % (Tracks / PoolSize) == 0).ToList()));
        await desk.Get<EditDraft>().Run(editor, playlist, edited.Now.Version, new DraftEdit.SetBlend(new Blend { Size = 50, DiscoveryShare = 0.1, EditorialWeight = 0.4 }));
        view = await desk.Get<OpenPlaylist>().Newest(playlist);
        var revision = (await desk.Get<OpenPlaylist>().At(playlist, view!.Revision))!;
        var snapshot = await desk.Get<CurrentModel>().Get();
        var (simulate, measure) = (desk.Get<SimulateAudience>(), desk.Get<MeasureSimulation>());

        for (var run = 1; run <= 3; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var busy = Process.GetCurrentProcess().TotalProcessorTime;
            var simulation = await simulate.Everybody(snapshot, revision, null, CancellationToken.None);
            Say($"{run}: {simulation.Lists.Count} lists, {simulation.Lists.Tracks.Length} places in {Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s, {(Process.GetCurrentProcess().TotalProcessorTime - busy).TotalSeconds:F2} s of processors");
            start = Stopwatch.GetTimestamp();
            busy = Process.GetCurrentProcess().TotalProcessorTime;
            var figures = await measure.Of(simulation, CancellationToken.None);
            Say($"{run}: {figures.Length} figures in {Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s, {(Process.GetCurrentProcess().TotalProcessorTime - busy).TotalSeconds:F2} s of processors; peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        }

        for (var run = 1; run <= 5; run++)
        {
            var (start, busy) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            var sample = (await desk.Get<SampleDraft>().Run(playlist))!;
            Say($"sample {run}: {sample.Figures.Length} figures on {sample.Listeners} listeners in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms, {(Process.GetCurrentProcess().TotalProcessorTime - busy).TotalMilliseconds:F0} ms of processors");
        }

        for (var run = 1; run <= 5; run++)
        {
            var (start, busy) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            var sample = await desk.Get<SampleDraft>().AsItStands(playlist, revision.Draft);
            Say($"as it stands {run}: {sample.Figures.Length} figures on {sample.Listeners} listeners in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms, {(Process.GetCurrentProcess().TotalProcessorTime - busy).TotalMilliseconds:F0} ms of processors");
        }
    }

    private static void Fill(string file, IReadOnlyList<TrackId> tracks)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        Run(connection, "INSERT INTO Imports (FileName, Sha256, Format, By, StartedAt, Read, Kept, AlreadyThere, Quarantined) VALUES ('b', '', 'b', 'console', 0, 0, 0, 0, 0)");
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {Listeners - 1})
            INSERT INTO Listeners (Key, AgeBand, Region, ProfilingOff) SELECT 'l' || i, CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN '18-24' WHEN 2 THEN '25-34' WHEN 3 THEN '35-49' ELSE '50+' END, CASE i % 7 WHEN 0 THEN 'DE' WHEN 1 THEN 'FR' WHEN 2 THEN 'BR' ELSE NULL END, i % 97 = 0 FROM n
            """));
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {PlaysEach - 1})
            INSERT INTO Plays (Listener, At, Track, Skipped, Saved, Batch)
            SELECT l.Id, 1700000000000 + n.i * 8640000, {tracks[0].Value} + ((l.Id % 40) * 37 + (n.i % 60) * (n.i % 60) * 13 + l.Id * (n.i % 60)) % {Tracks}, 0, 0, (SELECT MAX(Id) FROM Imports) FROM Listeners l, n
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
