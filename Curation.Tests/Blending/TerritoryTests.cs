using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Blending;

public sealed class TerritoryTests
{
    private static readonly TrackRights OnlyGermany = new(RightsState.Cleared, "DE", null, null);

    [Fact]
    public void A_list_holds_no_track_that_may_not_be_heard_where_its_listener_is()
    {
        var kitchen = Kitchen.OfDistinctArtists(4) with { Pins = new Dictionary<int, int> { [2] = 1 }, Blend = new Blend { Size = 4, DiscoveryShare = 0 } };
        var plain = kitchen.Ingredients();
        var composer = new Composer(plain with { Catalogue = Limited(plain.Catalogue, 2) });
        var german = composer.Compose(kitchen.Listener(1, 1) with { Territory = "DE" });
        var french = composer.Compose(kitchen.Listener(2, 1) with { Territory = "FR" });
        var unknown = composer.Compose(kitchen.Listener(3, 1));
        var shared = composer.Compose(Recipient.Everyone);
        Assert.Equal(new TrackId(2), german.Slots[0].Track);
        foreach (var list in (ComposedList[])[french, unknown, shared])
        {
            Assert.Equal(3, list.Slots.Length);
            Assert.DoesNotContain(list.Slots.ToArray(), slot => slot.Track == new TrackId(2));
            Assert.Contains(new LeftOut(new TrackId(2), Exclusion.NotInTerritory, 1), list.LeftOut);
        }
    }

    [Fact]
    public void What_a_policy_keeps_from_a_territory_is_on_no_list_there_not_even_as_a_discovery()
    {
        var kitchen = Kitchen.OfDistinctArtists(4, discovery: 2) with { Blend = new Blend { Size = 6, DiscoveryShare = 0.4 } };
        var composer = new Composer(kitchen.Ingredients() with { KeptFrom = (track, territory) => territory == "FR" && track.Id.Value is (1 or 1001) });
        var french = composer.Compose(kitchen.Listener(1, 3) with { Territory = "FR" });
        var german = composer.Compose(kitchen.Listener(1, 3) with { Territory = "DE" });
        Assert.DoesNotContain(french.Slots.ToArray(), slot => slot.Track.Value is 1 or 1001);
        Assert.Contains(german.Slots.ToArray(), slot => slot.Track.Value == 1);
        Assert.Contains(german.Slots.ToArray(), slot => slot.Track.Value == 1001);
    }

    [Fact]
    public void The_same_composer_gives_each_territory_its_own_list_in_any_order()
    {
        var kitchen = Kitchen.OfDistinctArtists(6) with { Blend = new Blend { Size = 6, DiscoveryShare = 0 } };
        var plain = kitchen.Ingredients();
        var composer = new Composer(plain with { Catalogue = Limited(plain.Catalogue, 1, 4) });
        var listeners = new[] { "DE", "FR", null, "DE", "FR" }.Select((territory, i) => kitchen.Listener(i + 1, 2) with { Territory = territory }).ToArray();
        var lists = new int[listeners.Length];
        Parallel.For(0, 400, i => lists[i % lists.Length] = composer.Compose(listeners[i % lists.Length]).Slots.Length);
        Assert.Equal([6, 4, 4, 6, 4], lists);
    }

    private static Catalogue Limited(Catalogue from, params int[] tracks) =>
        new(from.Tracks.Select(track => tracks.Contains(track.Id.Value) ? track with { Rights = OnlyGermany } : track), from.GenreNames, from.ArtistNames);
}
