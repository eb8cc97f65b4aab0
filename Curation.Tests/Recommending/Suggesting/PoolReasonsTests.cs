using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Suggesting;
using Xunit;

namespace Curation.Tests.Recommending.Suggesting;

/// <summary>Reasons of a candidate for a pool of many tracks.</summary>
public sealed class PoolReasonsTests
{
    private const int Tracks = 60;
    private readonly World world = new();
    private readonly TrackId[] tracks;

    public PoolReasonsTests() => tracks = [.. Enumerable.Range(0, Tracks).Select(i => world.Add($"Track {i}", $"Artist {i / 3}", plays: 5))];

    [Fact]
    public void Of_a_large_pool_no_reason_is_nameless_but_what_no_track_accounts_for()
    {
        var item = world.Suggester(Model()).Suggest(new() { Pool = tracks[..50], Count = 1 }).Items[0];
        Assert.Equal(item.Score, item.Reasons.Sum(reason => reason.Amount), 6);
        Assert.Equal(50, item.Reasons.Sum(reason => reason.Kind == ReasonKind.PoolTrack ? 1 : reason.Count));
        var shown = item.Shown();
        Assert.Equal(shown.Score, shown.Reasons.Sum(reason => reason.Amount));
        Assert.True(shown.Reasons.Where(reason => reason.Reason.Kind == ReasonKind.Others).Sum(reason => Math.Abs(reason.Amount)) < 0.1m * shown.Score);
    }

    [Fact]
    public void Of_a_large_pool_tracks_of_one_artist_speak_as_the_artist()
    {
        var item = world.Suggester(Model()).Suggest(new() { Pool = tracks[..12], Count = 1 }).Items[0];
        var artists = item.Reasons.Where(reason => reason.Kind == ReasonKind.PoolArtist).ToList();
        Assert.Equal(4, artists.Count);
        Assert.All(artists, reason => Assert.Equal(3, reason.Count));
        Assert.DoesNotContain(item.Reasons, reason => reason.Kind == ReasonKind.PoolTrack);
    }

    private TrainedModel Model()
    {
        var random = new Random(3);
        var builder = new ListeningMatrixBuilder();
        for (var listener = 0; listener < 80; listener++)
            for (var i = 0; i < Tracks; i++)
                if (random.Next(3) > 0) builder.Add(listener, i, 1);
        var options = new ModelOptions { Factorisation = new() { Factors = 8, Threads = 1 }, Neighbours = new() { Threads = 1 } };
        return new ModelTrainer(options).Train(builder.Build(80, 0, Tracks), new TrackIndex(tracks));
    }
}
