using Curation.Core.Desk.Models;
using Curation.Core.Desk.Previews;
using Curation.Core.Listening;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Curation.Tests.Desk.Models;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Curation.Tests.Desk.Previews;

/// <summary>A listener's plays weigh the same when a model learns from them and when a list is made for the listener.</summary>
public sealed class WeighedHistoryTests
{
    private static readonly EvidenceWeights Fading = new() { HalfLife = 10, AsOf = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() };

    [Fact]
    public async Task A_history_weighs_what_training_makes_of_it()
    {
        await using var desk = await Heard();
        await using var db = await desk.Factory.CreateDbContextAsync();
        var log = await ListeningReader.Read(db, lists: false);
        var tracks = log.Tracks();
        var matrix = log.Matrix(tracks, weights: Fading);

        var histories = await ListenerHistories.After(db, -1, int.MaxValue, Fading, CancellationToken.None);

        Assert.Equal(30, histories.Count);
        for (var row = 0; row < histories.Count; row++)
        {
            var known = histories[row].Tracks.Zip(histories[row].Weights).Where(pair => EvidenceBuilder.Counts(pair.Second)).ToDictionary(pair => tracks.RowOf(pair.First), pair => pair.Second);
            Assert.Equal(matrix.Row(row).Columns.ToArray(), known.Keys.Order());
            for (var i = 0; i < matrix.Row(row).Count; i++) Assert.Equal(matrix.Row(row).Weights[i], known[matrix.Row(row).Columns[i]], 1e-5f);
        }
    }

    [Fact]
    public async Task A_history_is_the_same_to_the_bit_whoever_is_read_beside_it()
    {
        await using var desk = await Heard();
        await using var db = await desk.Factory.CreateDbContextAsync();
        foreach (var one in await ListenerHistories.After(db, -1, int.MaxValue, Fading, CancellationToken.None))
        {
            var key = await db.Listeners.Where(row => row.Id == one.Id).Select(row => row.Key).SingleAsync();
            Assert.Equal(one.Weights, (await ListenerHistories.ByKey(db, key, Fading, CancellationToken.None))!.Weights);
        }
    }

    [Fact]
    public async Task A_skip_is_no_play_and_still_known_as_heard()
    {
        await using var desk = await Heard();
        await using var db = await desk.Factory.CreateDbContextAsync();
        var history = (await ListenerHistories.ByKey(db, "listener-0", Fading, CancellationToken.None))!;
        Assert.Equal(await db.Plays.CountAsync(play => play.Listener == history.Id && !play.Skipped), history.Plays);
        Assert.Contains(history.Counts, count => count == 0);
    }

    [Fact]
    public async Task The_weights_a_model_was_trained_with_come_back_with_it_and_age_counts_from_its_newest_play()
    {
        await using var desk = await Heard(services => services.AddSingleton(new TrainingOptions { HalfLife = 10, SkipWeight = 2 }));
        await TrainModelTests.Train(desk);
        await using var db = await desk.Factory.CreateDbContextAsync();
        var newest = await db.Plays.MaxAsync(play => play.At);
        Assert.Equal(new EvidenceWeights { HalfLife = 10, Skip = 2, AsOf = newest }, (await desk.Get<CurrentModel>().Get()).Weights);
        await desk.Get<CurrentModel>().Refresh();
        Assert.Equal(newest, (await desk.Get<CurrentModel>().Get()).Weights.AsOf);
    }

    /// <summary>Two camps; each listener also skipped some tracks, one of them never played otherwise.</summary>
    private static async Task<TestDesk> Heard(Action<IServiceCollection>? more = null)
    {
        var desk = await TestDesk.Open(more);
        var camps = await desk.TwoCampsOfListeners();
        await using var db = await desk.Factory.CreateDbContextAsync();
        var batch = (await db.Imports.SingleAsync()).Id;
        foreach (var listener in await db.Listeners.Select(row => row.Id).ToListAsync())
        {
            foreach (var (track, day) in new[] { (camps.Calm[0], 3), (camps.Calm[0], 70), (camps.Loud[1], 12), (camps.Loud[11], 20) })
                db.Plays.Add(new Play(listener, track, new DateTimeOffset(2026, 1, 1, 6, 0, 0, TimeSpan.Zero).AddDays(day), 9_000, skipped: true, false, null, batch));
        }

        await db.SaveChangesAsync();
        return desk;
    }
}
