using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Blending;

public sealed class ListOrderTests
{
    private static readonly Flow Rising = new() { Curve = new TargetCurve { Shape = CurveShape.Rise, From = 0, To = 1 } };

    private static Ingredients Ingredients(Flow? flow, int discovery = 4)
    {
        var kitchen = new Kitchen
        {
            Pool = [.. Enumerable.Range(0, 40).Select(i => new[] { i % 12 })],
            Discovery = [.. Enumerable.Range(0, discovery).Select(i => new[] { 100 + i })],
            Pins = new Dictionary<int, int> { [7] = 3, [20] = 12 },
            Blend = new Blend { Size = 24, DiscoveryShare = discovery == 0 ? 0 : 0.15, ArtistSeparation = 4 },
        };
        var made = kitchen.Ingredients();
        var sounding = made.Catalogue.Tracks.Select(track => track with { Features = new AudioFeatures(100, track.Id.Value * 37 % 101 / 100.0, null, null) });
        return made with { Draft = made.Draft with { Flow = flow }, Catalogue = new Catalogue(sounding, new Dictionary<GenreId, string>(), new Dictionary<ArtistId, string>()) };
    }

    private static double GapOf(Ingredients from, ComposedList list) =>
        list.Slots.ToArray().Select((slot, place) => Math.Abs(from.Catalogue.Find(slot.Track)!.Features.Energy!.Value - (place / (list.Slots.Length - 1.0)))).Average();

    [Fact]
    public void A_list_holds_the_same_tracks_and_follows_the_target_that_the_draft_asks_for()
    {
        var (plain, asked) = (Ingredients(null), Ingredients(Rising));
        var before = new Composer(plain).Compose(Recipient.Everyone);
        var after = new Composer(asked).Compose(Recipient.Everyone);
        Assert.Equal(before.Slots.ToArray().Select(slot => slot.Track).Order(), after.Slots.ToArray().Select(slot => slot.Track).Order());
        Assert.True(GapOf(asked, after) < 0.5 * GapOf(plain, before), $"{GapOf(asked, after)} against {GapOf(plain, before)}");
        Assert.NotEqual(before.HashText, after.HashText);
    }

    [Fact]
    public void Pins_and_discoveries_keep_their_positions_and_the_separation_holds()
    {
        var before = new Composer(Ingredients(null)).Compose(Recipient.Everyone).Slots.ToArray();
        var after = new Composer(Ingredients(Rising)).Compose(Recipient.Everyone).Slots.ToArray();
        foreach (var (place, slot) in before.Index().Where(row => row.Item.Provenance is Provenance.Pinned or Provenance.Discovery)) Assert.Equal(slot, after[place]);
        Assert.Equal((new TrackId(7), new TrackId(20)), (after[2].Track, after[11].Track));
        Assert.All(after, slot => Assert.False(slot.Marks.HasFlag(SlotMarks.SeparationGaveWay)));
    }

    [Fact]
    public void The_same_ingredients_give_the_same_bytes_from_many_threads()
    {
        var composer = new Composer(Ingredients(Rising));
        var once = composer.Compose(Recipient.Everyone).HashText;
        var again = Enumerable.Range(0, 16).AsParallel().Select(_ => composer.Compose(Recipient.Everyone).HashText).ToList();
        Assert.All(again, hash => Assert.Equal(once, hash));
        Assert.Equal(once, new Composer(Ingredients(Rising)).Compose(Recipient.Everyone).HashText);
    }
}
