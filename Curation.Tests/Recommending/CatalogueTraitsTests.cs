using Curation.Core.Catalog;
using Curation.Core.Recommending;
using Xunit;

namespace Curation.Tests.Recommending;

public sealed class CatalogueTraitsTests
{
    [Fact]
    public void Traits_are_read_from_what_the_catalogue_states()
    {
        var traits = Of(
            Facts(1, [7], [3, 4], new DateOnly(1987, 5, 1), new(120, 0.9, null, null)),
            Facts(2, [8, 8], [], null, new(80, 0.9, null, null)));
        var first = Named(traits, 1);
        Assert.Equal(1, first[default]);
        Assert.Equal(1, first[new(TraitKind.Artist, "7")]);
        Assert.Equal(MathF.Sqrt(0.5f), first[new(TraitKind.Genre, "3")], 1e-6f);
        Assert.Equal(0.5f, first[new(TraitKind.Era, "1980")]);
        Assert.Equal(0.5f, first[new(TraitKind.Sound, "tempo")], 1e-6f);
        Assert.Equal(6, first.Count);
        Assert.Equal([default, new(TraitKind.Artist, "8"), new(TraitKind.Sound, "tempo")], Named(traits, 2).Keys);
    }

    [Fact]
    public void Tags_count_by_the_logarithm_of_how_often_they_were_given()
    {
        var traits = CatalogueTraits.Of(
            new([Facts(1, [7], [], null, default)], new Dictionary<GenreId, string>(), new Dictionary<ArtistId, string>()),
            [new(new(1), "calm", 1), new(new(1), "night", 3), new(new(2), "elsewhere", 1)]);
        var named = Named(traits, 1);
        Assert.Equal(2, named[new(TraitKind.Tag, "night")] / named[new(TraitKind.Tag, "calm")], 1e-5f);
        Assert.Equal(1, (named[new(TraitKind.Tag, "night")] * named[new(TraitKind.Tag, "night")]) + (named[new(TraitKind.Tag, "calm")] * named[new(TraitKind.Tag, "calm")]), 1e-5f);
        Assert.Equal(1, traits.Tracks.Count);
    }

    [Fact]
    public void A_sound_that_is_the_same_everywhere_says_nothing()
    {
        var traits = Of(Facts(1, [7], [], null, new(120, double.NaN, 0.5, null)), Facts(2, [7], [], null, new(120, 0.3, null, null)));
        Assert.DoesNotContain(traits.All, trait => trait.Kind == TraitKind.Sound);
    }

    private static Dictionary<Trait, float> Named(TrackTraits traits, int track)
    {
        var row = traits.Tracks.RowOf(new(track));
        return traits.Rows.ColumnsOf(row).ToArray().Zip(traits.Rows.ValuesOf(row).ToArray()).ToDictionary(pair => traits.All[pair.First], pair => pair.Second);
    }

    private static TrackTraits Of(params TrackFacts[] tracks) =>
        CatalogueTraits.Of(new(tracks, new Dictionary<GenreId, string>(), new Dictionary<ArtistId, string>()), []);

    private static TrackFacts Facts(int id, int[] artists, int[] genres, DateOnly? day, AudioFeatures features) =>
        new(new(id), "title", "artist", [.. artists.Select(artist => new ArtistId(artist))], [.. genres.Select(genre => new GenreId(genre))], day, null, false, null, null, features);
}
