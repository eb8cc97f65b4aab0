using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Blending;

public sealed class ComposerTests
{
    private static int[] Numbers(ComposedList list) => list.Slots.ToArray().Select(slot => slot.Track.Value).ToArray();

    [Fact]
    public void A_listener_without_plays_gets_the_editors_order()
    {
        var kitchen = Kitchen.OfDistinctArtists(6) with { Numbers = [30, 10, 20, 60, 50, 40], Blend = new Blend { Size = 4, DiscoveryShare = 0, EditorialWeight = 0 } };
        var list = kitchen.Composer().Compose(Recipient.Unprofiled(new ListenerId(9)));
        Assert.Equal([30, 10, 20, 60], Numbers(list));
        Assert.All(list.Slots.ToArray(), slot => Assert.Equal(Provenance.Editor, slot.Provenance));
    }

    [Fact]
    public void The_listener_alone_decides_when_the_editorial_weight_is_nothing()
    {
        var kitchen = Kitchen.OfDistinctArtists(8) with { Blend = new Blend { Size = 5, DiscoveryShare = 0, EditorialWeight = 0 } };
        var recipient = kitchen.Listener(1, 3);
        var scores = new float[8];
        recipient.Taste!.Score(Enumerable.Range(0, 8).ToArray(), scores);
        var best = Enumerable.Range(1, 8).OrderByDescending(number => scores[number - 1]).Take(5);
        Assert.Equal(best, Numbers(kitchen.Composer().Compose(recipient)));
    }

    [Fact]
    public void The_editor_alone_decides_when_the_editorial_weight_is_one()
    {
        var kitchen = Kitchen.OfDistinctArtists(8) with { Blend = new Blend { Size = 5, DiscoveryShare = 0, EditorialWeight = 1 } };
        Assert.Equal([1, 2, 3, 4, 5], Numbers(kitchen.Composer().Compose(kitchen.Listener(1, 7, 8))));
    }

    [Fact]
    public void A_pin_stands_at_its_position_for_everyone()
    {
        var kitchen = Kitchen.OfDistinctArtists(9) with { Pins = new Dictionary<int, int> { [9] = 1, [8] = 3 }, Blend = new Blend { Size = 5, DiscoveryShare = 0 } };
        var composer = kitchen.Composer();
        foreach (var recipient in (Recipient[])[Recipient.Everyone, kitchen.Listener(1, 2), kitchen.Listener(2, 5)])
        {
            var list = composer.Compose(recipient);
            Assert.Equal((new TrackId(9), Provenance.Pinned), (list.Slots[0].Track, list.Slots[0].Provenance));
            Assert.Equal((new TrackId(8), Provenance.Pinned), (list.Slots[2].Track, list.Slots[2].Provenance));
        }
    }

    [Fact]
    public void Exclusion_wins_over_a_pin_and_the_list_says_so()
    {
        var kitchen = Kitchen.OfDistinctArtists(6) with
        {
            Pins = new Dictionary<int, int> { [2] = 1, [3] = 2, [4] = 3 },
            Refused = new HashSet<int> { 2 },
            Explicit = new HashSet<int> { 3, 6 },
            Missing = new HashSet<int> { 4 },
            Blend = new Blend { Size = 6, DiscoveryShare = 0, AllowExplicit = false },
        };
        var list = kitchen.Composer().Compose(kitchen.Listener(1, 1) with { Refused = new[] { new TrackId(5) } });
        Assert.Equal([1], Numbers(list));
        Assert.Equal(
            [
                new LeftOut(new TrackId(2), Exclusion.Refused, 1),
                new LeftOut(new TrackId(3), Exclusion.Explicit, 2),
                new LeftOut(new TrackId(4), Exclusion.NotInCatalogue, 3),
                new LeftOut(new TrackId(6), Exclusion.Explicit, null),
                new LeftOut(new TrackId(5), Exclusion.RefusedByListener, null),
            ],
            list.LeftOut);
    }

    [Theory]
    [InlineData(10, 0.1, 1)]
    [InlineData(10, 0.25, 3)]
    [InlineData(10, 0.05, 1)]
    [InlineData(10, 0.04, 0)]
    [InlineData(50, 0.1, 5)]
    public void The_discovery_share_is_rounded_half_up(int size, double share, int expected)
    {
        var kitchen = Kitchen.OfDistinctArtists(80, discovery: 60) with { Blend = new Blend { Size = size, DiscoveryShare = share } };
        foreach (var recipient in (Recipient[])[Recipient.Everyone, kitchen.Listener(1, 4, 1003)])
            Assert.Equal(expected, kitchen.Composer().Compose(recipient).Slots.ToArray().Count(slot => slot.Provenance == Provenance.Discovery));
    }

    [Fact]
    public void A_discovery_is_never_a_track_the_listener_has_played()
    {
        var kitchen = Kitchen.OfDistinctArtists(20, discovery: 6) with { Blend = new Blend { Size = 10, DiscoveryShare = 0.4 } };
        var list = kitchen.Composer().Compose(kitchen.Listener(1, 1001, 1002, 1003));
        Assert.Equal([1004, 1005, 1006], Numbers(list).Where(number => number > 1000).Order());
    }

    [Fact]
    public void A_pool_smaller_than_the_list_is_filled_with_discoveries_marked_as_fill()
    {
        var kitchen = Kitchen.OfDistinctArtists(3, discovery: 20) with { Blend = new Blend { Size = 10, DiscoveryShare = 0.2 } };
        var slots = kitchen.Composer().Compose(Recipient.Everyone).Slots.ToArray();
        Assert.Equal((3, 2, 5), (slots.Count(slot => slot.Provenance == Provenance.Editor), slots.Count(slot => slot.Provenance == Provenance.Discovery), slots.Count(slot => slot.Provenance == Provenance.Fill)));
    }

    [Fact]
    public void Without_a_discovery_share_a_small_pool_makes_a_short_list()
    {
        var list = (Kitchen.OfDistinctArtists(3, discovery: 20) with { Blend = new Blend { Size = 10, DiscoveryShare = 0 } }).Composer().Compose(Recipient.Everyone);
        Assert.Equal(new Shortfall(10, 3, null), list.Shortfall);
        Assert.Equal([1, 2, 3], Numbers(list));
    }

    [Fact]
    public void A_pin_beyond_the_end_of_a_short_list_moves_up_and_says_so()
    {
        var kitchen = Kitchen.OfDistinctArtists(4) with { Pins = new Dictionary<int, int> { [1] = 40 } };
        var list = kitchen.Composer().Compose(Recipient.Everyone);
        Assert.Equal([2, 3, 4, 1], Numbers(list));
        Assert.Equal((Provenance.Pinned, SlotMarks.PinMovedUp), (list.Slots[3].Provenance, list.Slots[3].Marks));
    }

    [Fact]
    public void Equal_scores_go_to_the_lower_track_id()
    {
        var kitchen = Kitchen.OfDistinctArtists(5) with { Numbers = [5, 4, 3, 2, 1], Blend = new Blend { Size = 5, DiscoveryShare = 0, EditorialWeight = 0 } };
        var flat = new Recipient(new ListenerId(1), new FlatTaste(), default, default);
        Assert.Equal([1, 2, 3, 4, 5], Numbers(kitchen.Composer().Compose(flat)));
    }

    [Fact]
    public void A_track_the_model_does_not_know_gets_the_listeners_mean()
    {
        var kitchen = Kitchen.OfDistinctArtists(4) with { Blend = new Blend { Size = 4, DiscoveryShare = 0, EditorialWeight = 0 } };
        var composer = new Composer(kitchen.Ingredients() with { Model = new TrackIndex([new TrackId(1), new TrackId(2), new TrackId(3)]) });
        var recipient = new Recipient(new ListenerId(1), new RowTaste(), default, default);
        var list = composer.Compose(recipient);
        Assert.Equal([3, 2, 4, 1], Numbers(list));
        var unknown = composer.Explain(list, recipient).Single(slot => slot.Slot.Track.Value == 4);
        Assert.Equal(0.5, unknown.Reasons.Single(reason => reason.Kind == ReasonKind.NotInModel).Value, 6);
    }

    /// <summary>Likes everything the same.</summary>
    private sealed class FlatTaste : Core.Recommending.ITaste
    {
        public void Score(ReadOnlySpan<int> rows, Span<float> scores) => scores.Fill(3);

        public IReadOnlyList<Core.Recommending.Scored> Top(int count, IReadOnlySet<int>? skip = null) => [];

        public Core.Recommending.Explanation Explain(int row) => new(3, [], 3);
    }

    /// <summary>Likes a later row better, in even steps.</summary>
    private sealed class RowTaste : Core.Recommending.ITaste
    {
        public void Score(ReadOnlySpan<int> rows, Span<float> scores)
        {
            for (var i = 0; i < rows.Length; i++) scores[i] = rows[i];
        }

        public IReadOnlyList<Core.Recommending.Scored> Top(int count, IReadOnlySet<int>? skip = null) => [];

        public Core.Recommending.Explanation Explain(int row) => new(row, [], row);
    }
}
