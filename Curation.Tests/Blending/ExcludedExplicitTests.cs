using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Blending;

public sealed class ExcludedExplicitTests
{
    [Fact]
    public void Who_excludes_explicit_tracks_gets_none_from_pool_pins_or_discoveries_and_others_in_their_places()
    {
        var kitchen = Kitchen.OfDistinctArtists(10, discovery: 4) with
        {
            Pins = new Dictionary<int, int> { [2] = 1, [3] = 4 },
            Explicit = new HashSet<int> { 2, 5, 1001 },
            Blend = new Blend { Size = 6, DiscoveryShare = 0.5 },
        };
        var composer = kitchen.Composer();
        var with = composer.Compose(kitchen.Listener(1, 7));
        Assert.Contains(with.Slots.ToArray(), slot => kitchen.Explicit.Contains(slot.Track.Value));

        var without = composer.Compose(kitchen.Listener(1, 7) with { ExcludesExplicit = true });
        Assert.Equal(6, without.Slots.Length);
        Assert.Null(without.Shortfall);
        Assert.DoesNotContain(without.Slots.ToArray(), slot => kitchen.Explicit.Contains(slot.Track.Value));
        Assert.Equal(new TrackId(3), without.Slots[3].Track);
        Assert.Equal([new(new TrackId(2), Exclusion.ExplicitForListener, 1), new(new TrackId(5), Exclusion.ExplicitForListener, null)], without.LeftOut);
        Assert.Equal(with.HashText, composer.Compose(kitchen.Listener(1, 7)).HashText);
    }

    [Fact]
    public void Where_nothing_else_is_left_the_list_is_shorter_and_says_so()
    {
        var kitchen = Kitchen.OfDistinctArtists(4) with { Explicit = new HashSet<int> { 1, 2, 3 }, Blend = new Blend { Size = 4, DiscoveryShare = 0 } };
        var list = kitchen.Composer().Compose(kitchen.Listener(1, 4) with { ExcludesExplicit = true });
        Assert.Equal(4, Assert.Single(list.Slots.ToArray()).Track.Value);
        Assert.Equal((4, 1), (list.Shortfall!.Wanted, list.Shortfall.Got));
        var nothing = (kitchen with { Explicit = new HashSet<int> { 1, 2, 3, 4 } }).Composer().Compose(Recipient.Unprofiled(new ListenerId(2)) with { ExcludesExplicit = true });
        Assert.Equal(0, nothing.Slots.Length);
    }

    [Fact]
    public void With_profiling_off_it_is_the_shared_order_without_its_explicit_tracks()
    {
        var kitchen = Kitchen.OfDistinctArtists(8) with { Explicit = new HashSet<int> { 1, 4 }, Blend = new Blend { Size = 6, DiscoveryShare = 0, ArtistSeparation = 1 } };
        var composer = kitchen.Composer();
        Assert.Equal([1, 2, 3, 4, 5, 6], Numbers(composer.Compose(Recipient.Everyone)));
        Assert.Equal([2, 3, 5, 6, 7, 8], Numbers(composer.Compose(Recipient.Unprofiled(new ListenerId(3)) with { ExcludesExplicit = true })));
    }

    private static int[] Numbers(ComposedList list) => [.. list.Slots.ToArray().Select(slot => slot.Track.Value)];
}
