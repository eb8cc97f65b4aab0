using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;
using Xunit;

namespace Curation.Tests.Recommending.Suggesting;

/// <summary>Candidates of which no artist has more than can stand apart.</summary>
public sealed class SpreadTests
{
    private const int Apart = 5;

    private readonly World world = new();

    [Fact]
    public void Every_beginning_of_the_candidates_makes_a_pool_whose_artists_can_stand_apart()
    {
        Loud(20);
        Others(40);
        var list = Suggest(count: 40);
        Assert.Equal(40, list.Items.Count);
        for (var taken = 1; taken <= 40; taken++) Assert.True(Fits(list.Items.Take(taken).Select(item => item.Track), taken), $"The first {taken} cannot stand apart.");
        Assert.True(Suggest(count: 40, apart: 1).Items.Take(20).All(item => ArtistOf(item.Track) == "Loud"));
    }

    [Fact]
    public void What_the_pool_holds_of_an_artist_counts_and_a_larger_pool_lets_more_in()
    {
        var loud = Loud(20);
        var others = Others(60);
        var small = Suggest(count: 10, pool: [loud[0], .. others.TakeLast(1)]);
        var large = Suggest(count: 10, pool: [loud[0], .. others.TakeLast(20)]);
        Assert.Equal(4, small.Items.TakeWhile(item => ArtistOf(item.Track) != "Loud").Count() + 1);
        Assert.Equal("Loud", ArtistOf(large.Items[0].Track));
    }

    [Fact]
    public void Where_only_one_artist_is_left_its_tracks_come_last_and_nothing_is_lost()
    {
        var loud = Loud(6);
        var other = Others(2);
        var list = Suggest(count: 20);
        Assert.Equal(8, list.Items.Count);
        Assert.Equal([loud[0], other[0], other[1]], list.Items.Take(3).Select(item => item.Track));
    }

    [Fact]
    public void A_track_that_waits_for_its_artist_says_so_and_the_reasons_of_the_others_add_up()
    {
        var loud = Loud(20);
        Others(40);
        var request = Request(count: 10);
        var list = world.Suggester().Suggest(request);
        Assert.Equal(AbsenceCause.None, world.Suggester().WhyNot(request, loud[0]).Cause);
        Assert.Equal((AbsenceCause.Crowding, 9), world.Suggester().WhyNot(request, loud[8]) is var waits ? (waits.Cause, waits.Rank) : default);
        Assert.Equal(AbsenceCause.Outranked, world.Suggester().WhyNot(request, new TrackId(60)).Cause);
        Assert.All(list.Items, item => Assert.Equal(item.Score, item.Reasons.Sum(reason => reason.Amount), 6));
    }

    [Fact]
    public void Each_section_taken_alone_makes_a_pool_whose_artists_can_stand_apart()
    {
        Loud(20);
        Others(40);
        for (var i = 0; i < 20; i++) world.Add($"Tail {i}", i % 2 == 0 ? "Loud" : $"Quiet {i}", "Jazz");
        var list = world.Suggester().Suggest(Request(count: 40) with { Shares = new CandidateShares { Core = 60, Bridges = 0, NewVoices = 0, LongTail = 40 } });
        Assert.Equal(40, list.Items.Count);
        Assert.All(list.Items.GroupBy(item => item.Section), section =>
        {
            for (var taken = 1; taken <= section.Count(); taken++) Assert.True(Fits(section.Take(taken).Select(item => item.Track), taken));
        });
    }

    private List<TrackId> Loud(int count) => Enumerable.Range(0, count).Select(i => world.Add($"Loud {i}", "Loud", "Jazz", plays: 9_000 - i)).ToList();

    private List<TrackId> Others(int count) => Enumerable.Range(0, count).Select(i => world.Add($"Other {i}", $"Artist {i}", "Jazz", plays: 500 - i)).ToList();

    private static SuggestionRequest Request(int count, int apart = Apart) => new() { Need = "jazz", Count = count, ArtistsApart = apart };

    private SuggestionList Suggest(int count, int apart = Apart, params TrackId[] pool) => world.Suggester().Suggest(Request(count, apart) with { Pool = pool });

    private string ArtistOf(TrackId track) => world.Catalogue().Find(track)!.ArtistLine;

    private bool Fits(IEnumerable<TrackId> tracks, int places) => tracks.GroupBy(ArtistOf).All(artist => ((artist.Count() - 1) * Apart) + 1 <= places);
}
