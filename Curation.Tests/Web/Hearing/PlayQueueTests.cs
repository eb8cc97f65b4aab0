using Curation.Core.Catalog;
using Curation.Web.Hearing;
using Xunit;

namespace Curation.Tests.Web.Hearing;

public sealed class PlayQueueTests
{
    [Fact]
    public void Next_and_previous_follow_the_list_and_end_with_it()
    {
        var queue = Queue(2, 1, 2, 3);
        Assert.Equal(T(3), queue.Next);
        Assert.Equal(T(1), queue.Previous);
        Assert.Null(queue.To(T(3)).Next);
        Assert.Null(queue.To(T(1)).Previous);
    }

    [Fact]
    public void After_a_move_it_goes_on_from_where_the_track_stands_now() => Assert.Equal(T(1), Queue(2, 1, 2, 3).With(Ids(3, 2, 1)).Next);

    [Fact]
    public void Where_the_playing_track_was_removed_the_one_behind_it_is_next()
    {
        var queue = Queue(2, 1, 2, 3, 4).With(Ids(1, 3, 4));
        Assert.Equal(T(3), queue.Next);
        Assert.Equal(T(1), queue.Previous);
        Assert.Equal(T(4), queue.With(Ids(1, 4)).Next);
        Assert.Equal(T(2), queue.Current);
    }

    [Fact]
    public void A_track_that_comes_back_is_found_again() => Assert.Equal(T(3), Queue(2, 1, 2, 3).With(Ids(1, 3)).With(Ids(1, 2, 3)).Next);

    [Fact]
    public void A_list_that_lost_everything_behind_the_track_has_no_next()
    {
        var queue = Queue(2, 1, 2, 3).With(Ids(1));
        Assert.Null(queue.Next);
        Assert.Equal(T(1), queue.Previous);
    }

    [Fact]
    public void A_track_outside_the_list_is_played_alone()
    {
        var queue = PlayQueue.Of("pool", "the pool", Ids(1, 2), T(9));
        Assert.Equal(T(9), queue.Current);
        Assert.Null(queue.Next);
        Assert.Null(queue.Previous);
    }

    private static TrackId T(int id) => new(id);

    private static TrackId[] Ids(params int[] ids) => [.. ids.Select(id => new TrackId(id))];

    private static PlayQueue Queue(int current, params int[] ids) => PlayQueue.Of("pool", "the pool", Ids(ids), T(current));
}
