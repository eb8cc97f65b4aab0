using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Tests.Auditing.Figures;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Blending;

public sealed class CalibratedOrderTests
{
    private static int[] Numbers(ComposedList list) => [.. list.Slots.ToArray().Select(slot => slot.Track.Value)];

    private static Blend Recipe(int size, double? calibration) => new() { Size = size, DiscoveryShare = 0, EditorialWeight = 0.5, ArtistSeparation = 1, Calibration = calibration };

    private static Gen<(Kitchen Kitchen, int[] History)> Kitchens() =>
        from pool in Gen.Choose(2, 25)
        from genres in Gen.ArrayOf(Gen.Choose(1, 5).ArrayOf(2), pool)
        from history in Gen.ArrayOf(Gen.Choose(1, pool), 4)
        from size in Gen.Choose(1, 25)
        from weight in Gen.Choose(1, 9)
        select (Kitchen.OfDistinctArtists(pool) with
        {
            Blend = Recipe(size, weight / 10.0),
            Genres = genres.Index().ToDictionary(pair => pair.Index + 1, pair => pair.Item.Distinct().ToArray()),
        }, history.Distinct().ToArray());

    [Fact]
    public void The_order_is_that_of_the_plain_greedy_rule() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Kitchens().ToArbitrary(), given =>
    {
        var (kitchen, history) = given;
        var listener = kitchen.Listener(3, history);
        var pool = kitchen.Pool.Length;
        var scored = (kitchen with { Blend = Recipe(pool, null) }).Composer().Compose(listener).Slots.ToArray().ToDictionary(slot => slot.Track.Value, slot => Math.Round(slot.Score * 1e6) / 1e6);
        double[][] mixes = [.. Enumerable.Range(1, pool).Select(number => Mix(kitchen, [number]))];
        var expected = Definitions.Rerank([.. Enumerable.Range(1, pool).Select(number => scored[number])], mixes, Mix(kitchen, history), kitchen.Blend.Calibration!.Value, kitchen.Blend.Size);
        Assert.Equal(expected.Select(row => row + 1), Numbers(kitchen.Composer().Compose(listener)));
    }));

    private static double[] Mix(Kitchen kitchen, int[] numbers)
    {
        var mix = new double[6];
        foreach (var number in numbers)
            foreach (var genre in kitchen.Genres[number]) mix[genre] += 1.0 / kitchen.Genres[number].Length / numbers.Length;
        return mix;
    }

    [Fact]
    public void With_the_whole_weight_a_list_has_the_mix_of_the_history()
    {
        var kitchen = Kitchen.OfDistinctArtists(40) with { Blend = Recipe(10, 1), Genres = Enumerable.Range(1, 40).ToDictionary(number => number, number => (int[])[number % 4]) };
        var list = Numbers(kitchen.Composer().Compose(kitchen.Listener(3, 1, 5, 9, 2, 6) with { PlayCounts = new[] { 2, 3, 2, 2, 1 } }));
        Assert.Equal([(1, 7), (2, 3)], list.GroupBy(number => number % 4).Select(genre => (genre.Key, genre.Count())).Order());
    }

    [Fact]
    public void Nobody_without_a_history_is_calibrated()
    {
        var kitchen = Kitchen.OfDistinctArtists(12) with { Blend = Recipe(6, 0.8), Genres = Enumerable.Range(1, 12).ToDictionary(number => number, number => (int[])[number % 3]) };
        Assert.Equal([1, 2, 3, 4, 5, 6], Numbers(kitchen.Composer().Compose(Recipient.Everyone)));
        var unprofiled = Recipient.Unprofiled(new ListenerId(4)) with { Played = new[] { new TrackId(3) } };
        Assert.Equal([1, 2, 3, 4, 5, 6], Numbers(kitchen.Composer().Compose(unprofiled)));
    }
}
