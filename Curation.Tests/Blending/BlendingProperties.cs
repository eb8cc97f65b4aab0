using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Blending;

public sealed class BlendingProperties
{
    private static Gen<Kitchen> Kitchens(bool oneArtistEach = false) =>
        from pool in Gen.Choose(0, 40)
        from discovery in Gen.Choose(0, 25)
        from artists in Gen.Choose(1, 20)
        from credits in Gen.ArrayOf(Gen.Choose(1, artists).ArrayOf(oneArtistEach ? 1 : 2), pool)
        from found in Gen.ArrayOf(Gen.Choose(1, artists + 10).ArrayOf(1), discovery)
        from size in Gen.Choose(1, 50)
        from weight in Gen.Choose(0, 10)
        from share in Gen.Choose(0, 10)
        from separation in Gen.Choose(1, 8)
        from hard in Gen.Elements(true, false)
        from pins in Gen.ArrayOf(Gen.Choose(1, Math.Max(1, pool)), 3)
        from pinned in Gen.ArrayOf(Gen.Choose(1, size), 3)
        from refused in Gen.ArrayOf(Gen.Choose(1, 60), 4)
        from vulgar in Gen.ArrayOf(Gen.OneOf(Gen.Choose(1, 60), Gen.Choose(1001, 1025)), 8)
        from allow in Gen.Elements(true, false)
        select new Kitchen
        {
            Pool = credits.Select(credit => credit.Distinct().ToArray()).ToArray(),
            Discovery = found,
            Pins = pool == 0 ? new Dictionary<int, int>() : pins.Zip(pinned).DistinctBy(pair => pair.First).DistinctBy(pair => pair.Second).ToDictionary(pair => pair.First, pair => pair.Second),
            Refused = refused.ToHashSet(),
            Explicit = vulgar.ToHashSet(),
            Blend = new Blend { Size = size, EditorialWeight = weight / 10.0, DiscoveryShare = share / 10.0, ArtistSeparation = separation, SeparationIsHard = hard, AllowExplicit = allow, Seed = size },
        };

    private static void Holds(Action<Kitchen> check, Gen<Kitchen>? kitchens = null) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll((kitchens ?? Kitchens()).ToArbitrary(), check));

    private static IEnumerable<Recipient> Recipients(Kitchen kitchen) =>
    [
        Recipient.Everyone, kitchen.Listener(5, 1, 2, 1001, 1002), kitchen.Listener(6, 3) with { Refused = new[] { new TrackId(4), new TrackId(1003) } },
        kitchen.Listener(7, 2, 1004) with { ExcludesExplicit = true }, Recipient.Unprofiled(new(8)) with { ExcludesExplicit = true },
    ];

    /// <summary>The lists of a kitchen; none where its pins break a hard rule, which is refused.</summary>
    private static IEnumerable<(Composer Composer, Recipient For, ComposedList List)> Lists(Kitchen kitchen)
    {
        Composer composer;
        try
        {
            composer = kitchen.Composer();
        }
        catch (RefusedException) when (kitchen.Blend.SeparationIsHard && kitchen.Pins.Count > 1)
        {
            return [];
        }

        return Recipients(kitchen).Select(recipient => (composer, recipient, composer.Compose(recipient)));
    }

    [Fact]
    public void No_track_stands_twice_and_no_excluded_track_stands_at_all() => Holds(kitchen =>
    {
        foreach (var (_, recipient, list) in Lists(kitchen))
        {
            var numbers = list.Slots.ToArray().Select(slot => slot.Track.Value).ToList();
            Assert.Equal(numbers.Count, numbers.Distinct().Count());
            Assert.DoesNotContain(numbers, kitchen.Refused.Contains);
            Assert.DoesNotContain(numbers, number => !kitchen.Blend.AllowExplicit && kitchen.Explicit.Contains(number));
            Assert.DoesNotContain(numbers, number => recipient.ExcludesExplicit && kitchen.Explicit.Contains(number));
            Assert.DoesNotContain(numbers, number => recipient.Refused.ToArray().Contains(new TrackId(number)));
            Assert.DoesNotContain(list.Slots.ToArray(), slot => slot.Track.Value > 1000 && recipient.Played.ToArray().Contains(slot.Track));
        }
    });

    [Fact]
    public void Every_allowed_pin_stands_where_it_was_pinned_or_says_that_it_moved() => Holds(kitchen =>
    {
        foreach (var (_, recipient, list) in Lists(kitchen))
        {
            var out_ = list.LeftOut.Select(left => left.Track.Value).ToHashSet();
            foreach (var (number, position) in kitchen.Pins.Where(pin => !out_.Contains(pin.Key) && pin.Value <= list.Slots.Length))
                Assert.Equal((number, Provenance.Pinned), (list.Slots[position - 1].Track.Value, list.Slots[position - 1].Provenance));
            foreach (var slot in list.Slots.ToArray().Where(slot => slot.Marks.HasFlag(SlotMarks.PinMovedUp)))
                Assert.True(kitchen.Pins[slot.Track.Value] > list.Slots.Length);
        }
    });

    [Fact]
    public void A_hard_separation_always_holds_and_a_soft_one_is_marked_exactly_where_it_does_not() => Holds(kitchen =>
    {
        foreach (var (_, _, list) in Lists(kitchen))
        {
            var slots = list.Slots.ToArray();
            for (var i = 0; i < slots.Length; i++)
            {
                var close = Enumerable.Range(Math.Max(0, i - kitchen.Blend.ArtistSeparation + 1), Math.Min(i, kitchen.Blend.ArtistSeparation - 1))
                    .Any(j => kitchen.ArtistsOf(slots[j].Track).Intersect(kitchen.ArtistsOf(slots[i].Track)).Any());
                Assert.Equal(close, slots[i].Marks.HasFlag(SlotMarks.SeparationGaveWay));
                Assert.False(close && kitchen.Blend.SeparationIsHard);
            }
        }
    });

    [Fact]
    public void Separation_holds_wherever_an_exhaustive_search_finds_an_order() => Holds(
        kitchen =>
        {
            var list = kitchen.Composer().Compose(kitchen.Listener(1, 2));
            var feasible = CanFill([.. kitchen.Pool.Select(artists => artists[0])], kitchen.Blend.Size, kitchen.Blend.ArtistSeparation);
            Assert.Equal(!feasible, list.Slots.ToArray().Any(slot => slot.Marks != SlotMarks.None));
        },
        from size in Gen.Choose(1, 7)
        from extra in Gen.Choose(0, 3)
        from artists in Gen.ArrayOf(Gen.Choose(1, 4), size + extra)
        from separation in Gen.Choose(1, 4)
        select new Kitchen
        {
            Pool = artists.Select(artist => new[] { artist }).ToArray(),
            Blend = new Blend { Size = size, DiscoveryShare = 0, ArtistSeparation = separation },
        });

    [Fact]
    public void Reasons_add_up_to_the_score_and_the_score_lies_between_0_and_1() => Holds(kitchen =>
    {
        foreach (var (composer, recipient, list) in Lists(kitchen))
        {
            foreach (var (slot, reasons, _) in composer.Explain(list, recipient, most: 1))
            {
                Assert.InRange(slot.Score, 0, 1);
                Assert.Equal(slot.Score, reasons.Sum(reason => reason.Value), 1e-6);
                Assert.True(reasons.Count(reason => reason.Kind == ReasonKind.BecauseOf) <= 1);
            }
        }
    });

    [Fact]
    public void Every_track_of_the_history_adds_its_part_times_one_scale() => Holds(kitchen =>
    {
        foreach (var (composer, recipient, list) in Lists(kitchen).Where(made => made.For.Taste is not null))
        {
            var rows = list.Slots.ToArray().Select(slot => kitchen.Model.Tracks.RowOf(slot.Track)).ToArray();
            var explained = composer.Explain(list, recipient, most: 100);
            foreach (var (slot, reasons, _) in explained)
            {
                var weight = slot.Track.Value > 1000 ? 1 : 1 - kitchen.Blend.EditorialWeight;
                var parts = recipient.Taste!.Explain(kitchen.Model.Tracks.RowOf(slot.Track)).Parts;
                var named = reasons.Where(reason => reason.Kind == ReasonKind.BecauseOf).ToList();
                Assert.Equal(parts.Count, named.Count);
                if (parts.Count == 0 || named[0].Value == 0) continue;
                var scale = named[0].Value / parts[0].Score;
                Assert.All(named.Zip(parts), pair => Assert.Equal(pair.Second.Score * scale, pair.First.Value, 1e-6));
                Assert.True(weight == 0 || scale > 0);
            }
        }
    });

    [Fact]
    public void The_order_of_what_has_no_order_changes_nothing() => Holds(kitchen =>
    {
        var ingredients = kitchen.Ingredients();
        var shuffled = ingredients with
        {
            Discovery = ingredients.Discovery.Reverse().ToList(),
            Refused = ingredients.Refused.Reverse().ToHashSet(),
            Catalogue = new Catalogue(ingredients.Catalogue.Tracks.Reverse(), ingredients.Catalogue.GenreNames, ingredients.Catalogue.ArtistNames),
        };
        foreach (var (_, recipient, list) in Lists(kitchen))
        {
            var other = recipient with { Played = recipient.Played.ToArray().Reverse().ToArray(), Refused = recipient.Refused.ToArray().Reverse().ToArray() };
            var again = new Composer(shuffled).Compose(other);
            Assert.Equal(list.Slots.ToArray(), again.Slots.ToArray());
            Assert.Equal(list.HashText, again.HashText);
        }
    });

    [Fact]
    public void Composing_again_among_other_lists_gives_the_same_bytes() => Holds(kitchen =>
    {
        var lists = Lists(kitchen).ToList();
        foreach (var (composer, recipient, list) in Enumerable.Reverse(lists))
        {
            Assert.Equal(list.Slots.ToArray(), composer.Compose(recipient).Slots.ToArray());
            Assert.Equal(list.HashText, composer.Compose(recipient).HashText);
        }
    });

    private static bool CanFill(List<int> artists, int size, int separation, params int[] placed)
    {
        if (placed.Length == size) return true;
        foreach (var artist in artists.Distinct().Except(placed.TakeLast(separation - 1)))
        {
            var rest = artists.ToList();
            rest.Remove(artist);
            if (CanFill(rest, size, separation, [.. placed, artist])) return true;
        }

        return false;
    }
}
