using Curation.Core.Blending.Sequencing;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Xunit;
using static Curation.Tests.Blending.Sequencing.Sequences;

namespace Curation.Tests.Blending.Sequencing;

public sealed class FeasibilityTests
{
    private static SequencePlan Plan(IEnumerable<SequenceTrack> tracks, Flow flow, params (int Track, int Place)[] fix)
    {
        var list = tracks.ToList();
        var at = Enumerable.Repeat(-1, list.Count).ToArray();
        foreach (var (track, place) in fix) at[track] = place;
        return new SequencePlan { Tracks = list, Flow = flow, Day = Day, FixedAt = at };
    }

    private static Flow Apart(int distance) => new() { Artist = new Separation { Distance = distance, Hard = true } };

    private static IEnumerable<SequenceTrack> ByArtist(params int[] artists) => artists.Select((artist, i) => Track(i + 1, artist));

    [Theory]
    [InlineData(7, 4, true)]
    [InlineData(6, 4, false)]
    [InlineData(9, 5, true)]
    [InlineData(8, 5, false)]
    public void One_artist_m_times_fits_only_where_n_is_at_least_m_minus_1_times_d_plus_1(int positions, int ofOne, bool fits)
    {
        var plan = Plan(ByArtist([.. Enumerable.Repeat(1, ofOne), .. Enumerable.Range(50, positions - ofOne)]), Apart(2));
        Assert.Equal(fits, Feasibility.Of(plan, Names).Count == 0);
    }

    [Fact]
    public void What_cannot_hold_is_said_with_the_smallest_change_that_would()
    {
        var plan = Plan(ByArtist(1, 1, 1, 1, 50, 51, 52, 53, 54), Apart(4));
        var obstacle = Assert.Single(Feasibility.Of(plan, Names));
        Assert.Equal("“Artist 1” has 4 tracks, and 9 positions hold 3 of them 4 apart: 1 track too many. A distance of 2 would hold.", obstacle.Sentence);
        Assert.Equal((2, "Set to 2", true), (obstacle.Fix!.Artist!.Distance, obstacle.FixWords, obstacle.Hard));
        Assert.Empty(Feasibility.Of(plan with { Flow = obstacle.Fix }, Names));
    }

    [Fact]
    public void Two_artists_with_as_many_tracks_need_a_position_more()
    {
        var plan = Plan(ByArtist(1, 1, 1, 2, 2, 2, 50), Apart(3));
        Assert.Contains("takes 8 positions 3 apart; there are 7", Assert.Single(Feasibility.Of(plan, Names)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Pins_take_room_away()
    {
        var tracks = ByArtist(1, 1, 1, 50, 51, 52, 53).ToList();
        Assert.Empty(Feasibility.Of(Plan(tracks, Apart(3)), Names));
        var pinned = Assert.Single(Feasibility.Of(Plan(tracks, Apart(3), (0, 2)), Names));
        Assert.Contains("with the pins where they are", pinned.Sentence, StringComparison.Ordinal);
        var close = Assert.Single(Feasibility.Of(Plan(tracks, Apart(3), (0, 2), (1, 4)), Names));
        Assert.Contains("stands fixed at 3 and 5, 2 apart where 3 is asked", close.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_gender_counts_as_neither()
    {
        var flow = new Flow { Gender = new GenderBalance { Window = 2, LeastWomenAndNonBinary = 1, MostOfOne = 1, Hard = true } };
        var mixed = Enumerable.Range(1, 6).Select(id => Track(id, gender: id % 2 == 0 ? Gender.Female : Gender.Unknown));
        Assert.Empty(Feasibility.Of(Plan(mixed, flow), Names));
        var few = Enumerable.Range(1, 6).Select(id => Track(id, gender: id == 2 ? Gender.Female : Gender.Unknown));
        var obstacle = Assert.Single(Feasibility.Of(Plan(few, flow), Names));
        Assert.Equal((OrderRule.GenderLeast, null), (obstacle.Rule, obstacle.Fix!.Gender!.LeastWomenAndNonBinary));
    }

    [Fact]
    public void A_gap_between_tempos_that_no_jump_crosses_is_named_unless_an_unknown_tempo_bridges_it()
    {
        var flow = new Flow { TempoJump = new TempoJump { Percent = 10, Hard = true } };
        SequenceTrack[] apart = [Track(1, tempo: 90), Track(2, tempo: 96), Track(3, tempo: 140), Track(4, tempo: 143)];
        var obstacle = Assert.Single(Feasibility.Of(Plan(apart, flow), Names));
        Assert.StartsWith("Between 96 and 140 BPM there is no track", obstacle.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(Sequencer.Order(Plan(apart, obstacle.Fix!)).Breaches, breach => breach.Hard);
        Assert.Empty(Feasibility.Of(Plan(apart.Append(Track(5)), flow), Names));
    }

    [Fact]
    public void A_clock_that_asks_for_more_than_there_is_says_how_many_are_missing()
    {
        var flow = new Flow { Clock = new Clock { Name = "Day", Hard = true, Slots = [new ClockSlot { Name = "new", WithinMonths = 12 }, new ClockSlot { Name = "any" }] } };
        var tracks = Enumerable.Range(1, 8).Select(id => Track(id, year: id <= 2 ? 2026 : 1990));
        Assert.Contains("4 positions of the clock ask for “new”, and 2 tracks are that. 2 more such tracks would do", Assert.Single(Feasibility.Of(Plan(tracks, flow), Names)).Sentence, StringComparison.Ordinal);
        Assert.Empty(Feasibility.Of(Plan(Enumerable.Range(1, 8).Select(id => Track(id, year: id <= 4 ? 2026 : 1990)), flow), Names));
    }

    [Fact]
    public void A_clock_that_is_soft_already_is_not_told_to_be_soft()
    {
        var flow = new Flow { Clock = new Clock { Name = "Day", Slots = [new ClockSlot { Name = "new", WithinMonths = 12 }, new ClockSlot { Name = "any" }] } };
        var obstacle = Assert.Single(Feasibility.Of(Plan(Enumerable.Range(1, 8).Select(id => Track(id, year: id <= 2 ? 2026 : 1990)), flow), Names));
        Assert.EndsWith("2 more such tracks would do.", obstacle.Sentence, StringComparison.Ordinal);
        Assert.Null(obstacle.Fix);
    }

    [Fact]
    public void Too_many_tracks_in_one_key_cannot_be_parted()
    {
        var flow = new Flow { KeyRun = new KeyRun { Most = 1, Hard = true } };
        var obstacle = Assert.Single(Feasibility.Of(Plan([Sounding(1, "8A"), Sounding(2, "8A"), Sounding(3, "8A"), Sounding(4, "9A")], flow), Names));
        Assert.Equal(2, obstacle.Fix!.KeyRun!.Most);
    }
}
