using Curation.Core.Catalog;
using Curation.Core.Recommending.Suggesting;
using Xunit;

namespace Curation.Tests.Recommending.Suggesting;

/// <summary>Suggestions without any trained model: seed, need and popularity alone.</summary>
public sealed class SuggesterTests
{
    private readonly World world = new();

    [Fact]
    public void With_nothing_to_go_on_the_most_played_come_first()
    {
        var quiet = world.Add("Quiet", "A", plays: 1);
        var loud = world.Add("Loud", "B", plays: 100);
        var list = world.Suggester().Suggest(new());
        Assert.Equal(StartingPoint.Popularity, list.From);
        Assert.Equal([loud, quiet], list.Items.Select(item => item.Track));
        Assert.Equal(1.0, list.Items[0].Score, 6);
    }

    [Fact]
    public void In_an_empty_catalogue_nothing_is_suggested() => Assert.Empty(world.Suggester().Suggest(new() { Need = "rain" }).Items);

    [Fact]
    public void A_word_of_the_need_that_names_the_genre_counts_more_than_one_in_the_title()
    {
        var byTitle = world.Add("House of Cards", "A", "Folk");
        var byGenre = world.Add("Slow Lift", "B", "House");
        world.Add("Elsewhere", "C", "Jazz", plays: 1_000);
        var list = world.Suggester().Suggest(new() { Need = "House for the kitchen" });
        Assert.Equal(StartingPoint.Need, list.From);
        Assert.Equal([byGenre, byTitle], list.Items.Select(item => item.Track));
        Assert.Equal(ReasonKind.NeedGenre, list.Items[0].Reasons[0].Kind);
        Assert.Equal(ReasonKind.NeedTitle, list.Items[1].Reasons[0].Kind);
    }

    [Fact]
    public void Half_of_a_genres_name_counts_half()
    {
        var half = world.Add("Slow Lift", "B", "Deep House");
        var whole = world.Add("Kitchen", "A", "House");
        var list = world.Suggester().Suggest(new() { Need = "house" });
        Assert.Equal([whole, half], list.Items.Select(item => item.Track));
        Assert.Equal(list.Items[0].Score / 2, list.Items[1].Score, 6);
    }

    [Fact]
    public void A_need_is_matched_blind_to_accents_and_by_tags_too()
    {
        var track = world.Add("Ön", "Deniz Arlı", tags: "Café");
        var list = world.Suggester().Suggest(new() { Need = "ON the way to the CAFE" });
        Assert.Equal([track], list.Items.Select(item => item.Track));
        Assert.Equal(ReasonKind.NeedTag, list.Items[0].Reasons[0].Kind);
    }

    [Fact]
    public void An_empty_pool_starts_from_the_genre_seed_its_tracks_first_then_its_artists_then_its_tags()
    {
        var tagged = world.Add("Tagged", "C", tags: "slow");
        var byArtist = world.Add("By the artist", "B");
        var seeded = world.Add("Seeded", "A");
        world.Add("Unrelated", "D", plays: 50);
        var list = world.Suggester().Suggest(new() { Seed = Seed([seeded], ["B"], ["slow"]) });
        Assert.Equal(StartingPoint.Seed, list.From);
        Assert.Equal([seeded, byArtist, tagged], list.Items.Select(item => item.Track));
        Assert.Equal([ReasonKind.SeedTrack, ReasonKind.SeedArtist, ReasonKind.SeedTag], list.Items.Select(item => item.Reasons[0].Kind));
    }

    [Fact]
    public void A_seed_that_names_nothing_stands_for_the_tracks_of_its_genre()
    {
        var inGenre = world.Add("In it", "A", "Downtempo");
        world.Add("Not in it", "B", "Metal", plays: 9);
        var list = world.Suggester().Suggest(new() { Seed = new GenreSeed(world.Genre("Downtempo"), "Downtempo", [], [], []) });
        Assert.Equal([inGenre], list.Items.Select(item => item.Track));
    }

    [Fact]
    public void A_tag_of_the_seed_that_names_a_genre_stands_for_that_genre()
    {
        var house = world.Add("Slow Lift", "B", "Deep House");
        var list = world.Suggester().Suggest(new() { Seed = Seed([], [], ["deep house"]) });
        Assert.Equal([house], list.Items.Select(item => item.Track));
    }

    [Fact]
    public void Equal_scores_are_ordered_by_track_id()
    {
        for (var i = 0; i < 10; i++) world.Add("Rain", "A");
        Assert.Equal(Enumerable.Range(1, 10), world.Suggester().Suggest(new() { Need = "rain" }).Items.Select(item => item.Track.Value));
    }

    [Fact]
    public void A_track_of_unknown_year_does_not_pass_a_filter_of_years()
    {
        world.Add("Unknown", "A", plays: 5);
        var known = world.Add("Known", "A", year: 1999, plays: 4);
        world.Add("Later", "A", year: 2001, plays: 3);
        var list = world.Suggester().Suggest(new() { Filters = new() { YearTo = 2000 } });
        Assert.Equal([known], list.Items.Select(item => item.Track));
    }

    [Fact]
    public void A_score_does_not_change_with_the_filters()
    {
        world.Add("Loud", "A", "Rock", plays: 100);
        var quiet = world.Add("Quiet", "B", "Folk", plays: 10);
        var all = world.Suggester().Suggest(new()).Items.Single(item => item.Track == quiet);
        var folk = world.Suggester().Suggest(new() { Filters = new() { Genres = new HashSet<GenreId> { world.Genre("Folk") } } }).Items.Single();
        Assert.Equal(all.Score, folk.Score);
    }

    private GenreSeed Seed(TrackId[] tracks, string[] artists, string[] tags) =>
        new(world.Genre("The seed"), "The seed", tracks, [.. artists.Select(world.Artist)], tags);
}
