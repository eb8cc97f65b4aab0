using Curation.Core.Catalog;
using Curation.Core.Listening;
using Xunit;

namespace Curation.Tests.Listening;

public sealed class AudienceSampleTests
{
    private static readonly TrackId Pool = new(1);
    private static readonly TrackId Near = new(2);
    private static readonly TrackId Far = new(3);

    /// <summary>Fifty listeners: ten hear the pool, eight of those and two others the near track, forty others the far one.</summary>
    private static AudienceSample Fifty() => new(50,
    [
        .. Enumerable.Range(0, 10).Select(listener => (listener, Pool)),
        .. Enumerable.Range(0, 8).Concat([20, 21]).Select(listener => (listener, Near)),
        .. Enumerable.Range(10, 40).Select(listener => (listener, Far)),
    ]);

    [Fact]
    public void The_overlap_is_the_share_of_a_tracks_listeners_who_are_among_the_fifth_that_hears_the_pool_most()
    {
        var overlap = Fifty().Beside([Pool]);
        Assert.Equal(new AudienceOverlap(0.8, 10), overlap(Near));
        Assert.Equal(new AudienceOverlap(0, 40), overlap(Far));
    }

    [Fact]
    public void Nothing_is_stated_of_a_track_that_too_few_have_heard_or_beside_a_pool_that_nobody_has()
    {
        var sample = new AudienceSample(50, Enumerable.Range(0, 4).Select(listener => (listener, Near)).Append((5, Pool)));
        Assert.Null(sample.Beside([Pool])(Near));
        Assert.Null(Fifty().Beside([new TrackId(99)])(Near));
        Assert.Null(AudienceSample.Empty.Beside([Pool])(Near));
    }

    [Fact]
    public void A_listener_who_heard_a_track_twice_counts_once()
    {
        var sample = new AudienceSample(50, Enumerable.Range(0, 10).SelectMany(listener => new[] { (listener, Pool), (listener, Near), (listener, Near) }));
        Assert.Equal(new AudienceOverlap(1, 10), sample.Beside([Pool])(Near));
    }

    [Fact]
    public void Plays_are_counted_by_day_and_other_days_are_passed_over()
    {
        var last = new DateOnly(2026, 5, 10);
        var since = new RecentPlays(last, 3, [(Pool, last), (Pool, last.AddDays(-1)), (Near, last.AddDays(-1))]);
        Assert.Equal([2], since.Between(last.AddDays(-1), last.AddDays(-1), [Pool, Near]));
        Assert.Equal([0, 2, 1], since.Between(last.AddDays(-9), last.AddDays(9), [Pool, Near]));
        Assert.Empty(since.Between(last.AddDays(1), last, [Pool]));
        var recent = new RecentPlays(last, 3, [(Pool, last), (Pool, last), (Near, last.AddDays(-2)), (Near, last.AddDays(-3)), (Far, last.AddDays(1))]);
        Assert.Equal([1, 0, 2], recent.Of([Pool, Near, Far, Pool]));
    }
}
