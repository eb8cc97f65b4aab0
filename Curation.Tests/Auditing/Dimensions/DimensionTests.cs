using Curation.Core.Auditing.Dimensions;
using Curation.Core.Catalog;
using Curation.Tests.Auditing.Assessing;
using Xunit;

namespace Curation.Tests.Auditing.Dimensions;

public sealed class DimensionTests
{
    [Fact]
    public void A_track_of_two_artists_is_split_between_their_groups_and_crossed_artist_by_artist()
    {
        var rows = Rows(Track(1, [1, 2], []), Track(2, [3], []));
        var gender = Dimension.OfArtists("gender", rows, artist => artist.Value switch { 1 => "female", 2 => "male", _ => null });
        var country = Dimension.OfArtists("country", rows, artist => artist.Value switch { 1 => "SE", 2 => "US", _ => "NG" });
        Assert.Equal([0.5, 0.25, 0.25], gender.Mix([0, 1])!);
        var crossed = Dimension.Crossed(gender, country);
        Assert.Equal("gender × country", crossed.Name);
        Assert.Equal(["unknown", "female × SE", "male × US"], crossed.Groups);
        Assert.Equal([0.5f, 0.5f], crossed.SharesOf(0).ToArray());
        Assert.Equal([0], crossed.GroupsOf(1).ToArray());
    }

    [Fact]
    public void Crossed_with_groups_of_tracks_every_artist_has_part_in_every_genre()
    {
        var rows = Rows(Track(1, [1, 2], [1, 2]));
        var crossed = Dimension.Crossed(Dimension.OfArtists("gender", rows, artist => artist.Value == 1 ? "female" : "male"), Dimension.OfTracks("genre", rows, rows.Catalogue.GenresOf));
        Assert.Equal(["unknown", "female × dub", "female × pop", "male × dub", "male × pop"], crossed.Groups);
        Assert.Equal([0, 0.25, 0.25, 0.25, 0.25], crossed.Mix([0])!);
    }

    [Fact]
    public void What_no_source_states_is_unknown_and_so_is_what_the_catalogue_does_not_hold()
    {
        var rows = Rows(Track(1, [1], []), Track(7, [2], [2]));
        var genre = Dimension.OfTracks("genre", rows, rows.Catalogue.GenresOf);
        Assert.Equal([0.5, 0.5], genre.Mix([0, 1])!);
        Assert.Equal(-1, rows.RowOf(new TrackId(3)));
        Assert.Equal(1, rows.RowOf(new TrackId(7)));
        Assert.Equal(-1, rows.RowOf(new TrackId(-1)));
        Assert.Equal(1.0, genre.Mix([rows.RowOf(new TrackId(3))])![0]);
        Assert.Null(genre.Mix([]));
    }

    [Fact]
    public void Ids_far_apart_find_their_rows_as_well()
    {
        var rows = Rows(Track(5, [1], []), Track(2_000_000_000, [2], []));
        Assert.Equal([0, 1, -1], rows.RowsOf([new TrackId(5), new TrackId(2_000_000_000), new TrackId(6)]));
    }

    [Fact]
    public void A_band_has_no_gender_and_an_artist_is_new_for_two_years_from_the_first_release()
    {
        var rows = Rows(Track(1, [1], []) with { ReleasedOn = new DateOnly(2024, 5, 5) }, Track(2, [2], []) with { ReleasedOn = new DateOnly(2024, 5, 4) }, Track(3, [3], []));
        var named = BuiltInDimensions.Of(rows, _ => "head", new DateOnly(2026, 5, 4), []);
        var standing = named.Single(dimension => dimension.Name == BuiltInDimensions.Standing);
        Assert.Equal(["new", "established", "unknown"], Enumerable.Range(0, 3).Select(row => standing.Groups[standing.GroupsOf(row)[0]]));
        Assert.Equal(["unknown"], named.Single(dimension => dimension.Name == BuiltInDimensions.Gender).Groups);
    }

    [Theory]
    [InlineData("SE", "Northern Europe")]
    [InlineData("gb", "Northern Europe")]
    [InlineData("NG", "Sub-Saharan Africa")]
    [InlineData("MX", "Latin America and the Caribbean")]
    [InlineData("US", "Northern America")]
    [InlineData("CY", "Western Asia")]
    [InlineData("IR", "Southern Asia")]
    [InlineData("AU", "Australia and New Zealand")]
    public void A_country_lies_in_the_region_that_the_United_Nations_give(string country, string region) => Assert.Equal(region, WorldRegions.Of(country));

    [Fact]
    public void The_regions_hold_every_country_once_and_no_other_code()
    {
        Assert.Equal(17, WorldRegions.All.Count);
        var codes = from one in Enumerable.Range('A', 26) from other in Enumerable.Range('A', 26) select $"{(char)one}{(char)other}";
        Assert.Equal(249, codes.Count(code => WorldRegions.Of(code) is not null));
        Assert.Null(WorldRegions.Of("AQ"));
        Assert.Null(WorldRegions.Of("XX"));
        Assert.Null(WorldRegions.Of(null));
    }

    private static CatalogueRows Rows(params TrackFacts[] tracks) =>
        new(new Catalogue(tracks, new Dictionary<GenreId, string> { [new(1)] = "dub", [new(2)] = "pop" }, new Dictionary<ArtistId, string>()));

    private static TrackFacts Track(int id, int[] artists, int[] genres) =>
        new(new TrackId(id), $"Track {id}", "", [.. artists.Select(artist => new ArtistId(artist))], [.. genres.Select(genre => new GenreId(genre))], null, null, false, null, null, default);
}
