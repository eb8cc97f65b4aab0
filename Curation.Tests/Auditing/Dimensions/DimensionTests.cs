using Curation.Core.Auditing.Dimensions;
using Curation.Core.Catalog;
using Curation.Core.Numerics;
using Curation.Tests.Auditing.Assessing;
using FsCheck;
using FsCheck.Fluent;
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
        Assert.Equal(["unknown × unknown", "female × SE", "male × US", "unknown × NG"], crossed.Groups);
        Assert.Equal([0.5f, 0.5f], crossed.SharesOf(0).ToArray());
        Assert.Equal([3], crossed.GroupsOf(1).ToArray());
    }

    [Fact]
    public void A_crossing_keeps_apart_what_is_unknown_on_one_side_on_the_other_and_on_both()
    {
        var rows = Rows(Track(1, [1], []), Track(2, [2], [1]), Track(3, [2], []), Track(4, [1, 3], [1, 2]));
        var crossed = Dimension.Crossed(Dimension.OfArtists("gender", rows, artist => artist.Value == 1 ? "female" : null), Dimension.OfTracks("genre", rows, rows.Catalogue.GenresOf));
        Assert.Equal(["unknown × unknown", "female × dub", "female × pop", "female × unknown", "unknown × dub", "unknown × pop"], crossed.Groups);
        Assert.Equal([0.25, 0.0625, 0.0625, 0.25, 0.3125, 0.0625], crossed.Mix([0, 1, 2, 3])!);
        Assert.Equal([1, 0, 0, 0, 0, 0], crossed.Mix([-1])!);
    }

    [Fact]
    public void The_rows_and_columns_of_a_crossing_are_the_single_dimensions() => Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000)), seed =>
    {
        var world = new SmallWorld(seed);
        var random = new SeededRandom(seed);
        var row = random.NextInt(2) == 0 ? Dimension.OfArtists("one", world.Rows, artist => Drawn(artist.Value, 20)) : Dimension.OfTracks("one", world.Rows, track => [Drawn(track.Id.Value, 40), Drawn(track.Id.Value + 7, 40)]);
        var column = Dimension.OfArtists("other", world.Rows, artist => Drawn(artist.Value + 3, 30));
        var crossed = Dimension.Crossed(row, column);
        Assert.InRange(crossed.Groups.Count, 1, Dimension.MostCrossed);
        int[] tracks = [.. Enumerable.Range(0, 50).Select(_ => random.NextInt(world.Rows.Count + 1) - 1)];
        var mix = crossed.Mix(tracks)!;
        var met = crossed.Groups.Select(group => Dimension.Crossing(group)!.Value).ToArray();
        Assert.Equal(1, mix.Sum(), 5);
        Same(row, [.. met.Select(pair => pair.One)]);
        Same(column, [.. met.Select(pair => pair.Other)]);

        string? Drawn(int value, int groups) => value % 5 == 0 ? null : $"group {value * 7919 % groups}";
        void Same(Dimension single, string[] sides)
        {
            var shares = single.Groups.Zip(single.Mix(tracks)!).ToLookup(pair => sides.Contains(pair.First) ? pair.First : Dimension.Other, pair => pair.Second);
            foreach (var group in shares) Assert.Equal(group.Sum(), sides.Zip(mix).Where(pair => pair.First == group.Key).Sum(pair => pair.Second), 5);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void A_crossing_of_very_many_groups_keeps_the_largest_of_either_side_and_the_others_together()
    {
        var rows = Rows([.. Enumerable.Range(1, 900).Select(id => Track(id, [id], []))]);
        Dimension Of(string name, int groups) => Dimension.OfArtists(name, rows, artist => $"{name} {artist.Value % (artist.Value <= 300 ? groups / 2 : groups)}");
        var (one, other) = (Of("a", 30), Of("b", 60));
        var crossed = Dimension.Crossed(one, other);
        var rowsKept = crossed.Groups.Select(group => Dimension.Crossing(group)!.Value.One).Distinct().ToList();
        Assert.Equal(14, rowsKept.Count);
        Assert.Contains(Dimension.Other, rowsKept);
        var sizes = one.Groups.Zip(one.Mix([.. Enumerable.Range(0, 900)])!).ToDictionary(pair => pair.First, pair => pair.Second);
        Assert.True(rowsKept.Except([Dimension.Other, Dimension.Unknown]).Min(group => sizes[group]) >= one.Groups.Except(rowsKept).Max(group => sizes[group]));

        var few = Dimension.Crossed(Of("c", 3), Of("b", 60));
        Assert.Equal(["c 0", "c 1", "c 2", "unknown"], few.Groups.Select(group => Dimension.Crossing(group)!.Value.One).Distinct().Order());
        Assert.Equal(50, few.Groups.Select(group => Dimension.Crossing(group)!.Value.Other).Distinct().Count());
    }

    [Fact]
    public void A_group_that_a_source_calls_other_or_like_the_others_that_are_one_is_a_group_of_its_own()
    {
        var rows = Rows([.. Enumerable.Range(1, 400).Select(id => Track(id, [id], []))]);
        var one = Dimension.OfArtists("one", rows, artist => artist.Value <= 100 ? "other" : artist.Value <= 120 ? Dimension.Other : $"{artist.Value % 30}");
        var crossed = Dimension.Crossed(one, Dimension.OfArtists("two", rows, artist => $"{artist.Value % 29}"));
        var tracks = Enumerable.Range(0, 400).ToArray();
        var sum = crossed.Groups.Zip(crossed.Mix(tracks)!).Where(pair => Dimension.Crossing(pair.First)!.Value.One == Dimension.Other).Sum(pair => pair.Second);
        var kept = crossed.Groups.Select(group => Dimension.Crossing(group)!.Value.One).ToHashSet();
        Assert.DoesNotContain(Dimension.Other, one.Groups);
        Assert.Contains("other", kept);
        Assert.Equal(one.Groups.Zip(one.Mix(tracks)!).Where(pair => !kept.Contains(pair.First)).Sum(pair => pair.Second), sum, 6);
        Assert.Equal(0.3, crossed.Groups.Zip(crossed.Mix(tracks)!).Where(pair => Dimension.Crossing(pair.First)!.Value.One == "other").Sum(pair => pair.Second), 6);
    }

    [Fact]
    public void A_group_that_is_watched_is_kept_apart_however_small_it_is()
    {
        var rows = Rows([.. Enumerable.Range(1, 900).Select(id => Track(id, [id], []))]);
        var one = Dimension.OfArtists("one", rows, artist => artist.Value == 1 ? "few" : artist.Value == 2 ? "fewer" : $"{artist.Value % 30}");
        var other = Dimension.OfArtists("two", rows, artist => artist.Value == 1 ? "small" : $"{artist.Value % 29}");
        HashSet<string> Kept(Dimension crossed) => [.. crossed.Groups.Select(group => Dimension.Crossing(group)!.Value.One)];
        Assert.DoesNotContain("few", Kept(Dimension.Crossed(one, other)));
        var crossed = Dimension.Crossed(one, other, new HashSet<string> { "few", "none such" }, new HashSet<string> { "small" });
        Assert.Contains("few × small", crossed.Groups);
        Assert.DoesNotContain("fewer", Kept(crossed));
        Assert.Equal(Kept(Dimension.Crossed(one, other)).Count, Kept(crossed).Count);
        Assert.Superset(one.Groups.Skip(1).ToHashSet(), Kept(Dimension.Crossed(one, other, one.Groups.ToHashSet())));
    }

    [Fact]
    public void Crossed_with_groups_of_tracks_every_artist_has_part_in_every_genre()
    {
        var rows = Rows(Track(1, [1, 2], [1, 2]));
        var crossed = Dimension.Crossed(Dimension.OfArtists("gender", rows, artist => artist.Value == 1 ? "female" : "male"), Dimension.OfTracks("genre", rows, rows.Catalogue.GenresOf));
        Assert.Equal(["unknown × unknown", "female × dub", "female × pop", "male × dub", "male × pop"], crossed.Groups);
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
