using Curation.Core.Listening;
using Curation.Core.Recommending;
using Xunit;

namespace Curation.Tests.Recommending;

public sealed class PopularityTests : RecommenderContract
{
    protected override IRecommender Trained(ListeningMatrix matrix, TrackIndex tracks, int threads = 1) => Popularity.Of(matrix, tracks);

    [Fact]
    public void Popularity_counts_listeners_and_runs_from_0_to_1()
    {
        var popularity = Counted([0, 1, 5]);
        Assert.Equal(0, popularity.Score(0));
        Assert.Equal(Math.Log(1.2) / Math.Log(2), popularity.Score(1), 1e-6);
        Assert.Equal(1, popularity.Score(2));
    }

    [Fact]
    public void One_listener_cannot_lift_a_track()
    {
        var builder = new ListeningMatrixBuilder();
        builder.Add(0, 0, 1_000_000);
        builder.Add(1, 1, 1);
        builder.Add(2, 1, 1);
        var popularity = Popularity.Of(builder.Build(3, 0, 2), Checkerboard.IndexOf(2));
        Assert.Equal([1, 0], popularity.Taste([]).Top(2).Select(scored => scored.Row));
        Assert.Equal(1_000_000, popularity.Plays(0));
    }

    [Fact]
    public void A_skip_counts_neither_as_a_listener_nor_as_plays()
    {
        var builder = new ListeningMatrixBuilder();
        builder.Add(0, 0, -4);
        builder.Add(1, 0, 2);
        var popularity = Popularity.Of(builder.Build(2, 0, 1), Checkerboard.IndexOf(1));
        Assert.Equal((1, 2.0), (popularity.Listeners(0), popularity.Plays(0)));
    }

    [Fact]
    public void Head_holds_80_percent_of_plays_and_tail_5()
    {
        var tiers = Counted([50, 30, 10, 5, 3, 2, 0]).Tiers();
        Assert.Equal(
            [PopularityTier.Head, PopularityTier.Head, PopularityTier.Middle, PopularityTier.Middle, PopularityTier.Tail, PopularityTier.Tail, PopularityTier.Tail],
            Enumerable.Range(0, 7).Select(row => tiers[row]));
    }

    [Fact]
    public void The_cuts_are_configurable_and_may_not_overlap()
    {
        var tiers = Counted([50, 30, 20]).Tiers(new() { Head = 0.5, Tail = 0.5 });
        Assert.Equal([PopularityTier.Head, PopularityTier.Tail, PopularityTier.Tail], Enumerable.Range(0, 3).Select(row => tiers[row]));
        Assert.Throws<System.ComponentModel.DataAnnotations.ValidationException>(() => Counted([1]).Tiers(new() { Head = 0.6, Tail = 0.5 }));
    }

    /// <summary>As many listeners with one play as the counts say.</summary>
    private static Popularity Counted(int[] counts)
    {
        var builder = new ListeningMatrixBuilder();
        for (var track = 0; track < counts.Length; track++)
            for (var listener = 0; listener < counts[track]; listener++) builder.Add(listener, track, 1);
        return Popularity.Of(builder.Build(counts.Max(), 0, counts.Length), Checkerboard.IndexOf(counts.Length));
    }
}
