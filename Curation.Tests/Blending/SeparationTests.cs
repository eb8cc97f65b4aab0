using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Blending;

public sealed class SeparationTests
{
    /// <summary>A pool of tracks by these artists, all of which the list takes.</summary>
    private static Kitchen All(int separation, bool hard, params int[] artists) => new()
    {
        Pool = artists.Select(artist => new[] { artist }).ToArray(),
        Blend = new Blend { Size = artists.Length, DiscoveryShare = 0, ArtistSeparation = separation, SeparationIsHard = hard },
    };

    private static int[] Artists(Kitchen kitchen, ComposedList list) => list.Slots.ToArray().Select(slot => kitchen.ArtistsOf(slot.Track)[0]).ToArray();

    [Fact]
    public void One_artist_three_times_in_seven_stands_at_the_first_the_fourth_and_the_last()
    {
        var kitchen = All(3, hard: true, 2, 3, 4, 5, 1, 1, 1);
        Assert.Equal([1, 2, 3, 1, 4, 5, 1], Artists(kitchen, kitchen.Composer().Compose(Recipient.Everyone)));
    }

    [Fact]
    public void A_hard_rule_cuts_the_list_short_and_names_the_separation_that_would_hold()
    {
        var kitchen = All(4, hard: true, 1, 1, 1, 2, 3, 4);
        var list = kitchen.Composer().Compose(Recipient.Everyone);
        Assert.Equal([1, 2, 3, 4, 1], Artists(kitchen, list));
        Assert.Equal(new Shortfall(6, 5, 2), list.Shortfall);
    }

    [Fact]
    public void A_soft_rule_gives_way_and_the_slot_says_where()
    {
        var kitchen = All(4, hard: false, 1, 1, 1, 2, 3, 4);
        var composer = kitchen.Composer();
        var list = composer.Compose(Recipient.Everyone);
        Assert.Equal(6, list.Slots.Length);
        var explained = composer.Explain(list, Recipient.Everyone);
        var close = explained.Where(slot => slot.Nearest is not null).ToList();
        Assert.NotEmpty(close);
        Assert.All(close, slot => Assert.True(slot.Slot.Marks.HasFlag(SlotMarks.SeparationGaveWay) && slot.Nearest >= 2));
    }

    [Fact]
    public void Any_credited_artist_counts()
    {
        var kitchen = new Kitchen
        {
            Pool = [[1], [2, 1], [3], [4]],
            Blend = new Blend { Size = 3, DiscoveryShare = 0, ArtistSeparation = 3 },
        };
        Assert.Equal([1, 3, 4], kitchen.Composer().Compose(Recipient.Everyone).Slots.ToArray().Select(slot => slot.Track.Value));
    }

    [Fact]
    public void A_track_keeps_its_distance_from_a_pin_ahead()
    {
        var kitchen = new Kitchen
        {
            Pool = [[1], [2], [3], [1]],
            Pins = new Dictionary<int, int> { [4] = 2 },
            Blend = new Blend { Size = 3, DiscoveryShare = 0, ArtistSeparation = 2 },
        };
        Assert.Equal([2, 4, 3], kitchen.Composer().Compose(Recipient.Everyone).Slots.ToArray().Select(slot => slot.Track.Value));
    }

    [Fact]
    public void Two_pins_that_break_a_hard_rule_are_refused_with_what_would_make_it_hold()
    {
        var kitchen = All(4, hard: true, 1, 1, 2, 3, 4) with { Pins = new Dictionary<int, int> { [1] = 2, [2] = 4 } };
        var refused = Assert.Throws<RefusedException>(() => kitchen.Composer());
        Assert.Contains("pins at 2 and 4", refused.Message, StringComparison.Ordinal);
        Assert.Contains("set the separation to 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_pins_that_break_a_soft_rule_stand_and_the_second_says_so()
    {
        var kitchen = All(4, hard: false, 1, 1, 2, 3, 4) with { Pins = new Dictionary<int, int> { [1] = 2, [2] = 4 } };
        var list = kitchen.Composer().Compose(Recipient.Everyone);
        Assert.Equal((new TrackId(1), new TrackId(2)), (list.Slots[1].Track, list.Slots[3].Track));
        Assert.Equal(SlotMarks.SeparationGaveWay, list.Slots[3].Marks);
    }
}
