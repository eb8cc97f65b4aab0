using Curation.Core.Catalog;
using Curation.Core.Matching;
using Xunit;

namespace Curation.Tests.Matching;

public sealed class TrackMatcherTests
{
    private static readonly Guid Mbid = Guid.Parse("8f3471b5-7e6a-48da-86a9-c1c07a0f47ae");
    private readonly List<TrackFacts> facts = [];
    private readonly Dictionary<ArtistId, string> artists = [];

    public TrackMatcherTests()
    {
        Track(1, "Night Bus", "Kilo", 225_000, isrc: "GBAYE0601498");
        Track(2, "Night Bus (Live)", "Kilo", 260_000);
        Track(3, "Slow Ferry", "The Harbours", 252_000, mbid: Mbid);
        Track(4, "Underpass", "Deniz Arlı", 180_000);
        Track(5, "(I Can't Get No) Sleep", "Kilo & Lima", 200_000);
        Track(6, "Intro", "Mike", 30_000);
        Track(7, "Intro", "Mike", 95_000);
        Track(8, "Kilo", "Night Bus Drivers", 201_000);
    }

    [Theory]
    [InlineData("Kilo - Night Bus", 1)]
    [InlineData("KILO – NIGHT BUS", 1)]
    [InlineData("Night Bus - Kilo", 1)]
    [InlineData("Kilo - Night Buss", 1)]
    [InlineData("Kilo - Night Bus (2011 Remaster)", 1)]
    [InlineData("Kilo feat. Nobody - Night Bus", 1)]
    [InlineData("Kilo - Night Bus (Live)", 2)]
    [InlineData("Harbours - Slow Ferry", 3)]
    [InlineData("Harbours, The - Slow Fery", 3)]
    [InlineData("Deniz Arli - Underpass", 4)]
    [InlineData("Kilo and Lima - I Cant Get No Sleep", 5)]
    [InlineData("Kilo - Sleep", 5)]
    [InlineData("Lima - (I Can't Get No) Sleep [feat. Kilo]", 5)]
    public void A_track_is_sure_under_any_usual_spelling(string line, int track)
    {
        var match = Of(line);
        Assert.Equal((MatchVerdict.Sure, new TrackId(track)), (match.Verdict, match.Candidates[0].Track));
    }

    [Theory]
    [InlineData("Night Bus", 1, "the line names no artist")]
    [InlineData("Kilo - Night Bus (Acoustic)", 1, "the line says “acoustic”, the track does not")]
    [InlineData("Kilo - Night Bus (5:59)", 1, "length 134 s apart; that is too far to be sure")]
    [InlineData("Mike - Intro", 6, "“Intro” by Mike is as close")]
    public void What_is_not_certain_is_left_to_a_person_with_the_reason(string line, int track, string because)
    {
        var match = Of(line);
        Assert.Equal((MatchVerdict.Check, new TrackId(track)), (match.Verdict, match.Candidates[0].Track));
        Assert.EndsWith(because, match.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void The_length_decides_between_two_of_one_name() =>
        Assert.Equal((MatchVerdict.Sure, new TrackId(7)), (Of("Mike - Intro (1:35)").Verdict, Of("Mike - Intro (1:35)").Candidates[0].Track));

    [Theory]
    [InlineData("Nobody - Nothing Like It")]
    [InlineData("Kilo - Something Else Entirely")]
    public void What_the_catalogue_does_not_hold_is_not_found(string line)
    {
        Assert.Equal(MatchVerdict.NotFound, Of(line).Verdict);
        Assert.Empty(Of(line).Candidates);
    }

    [Fact]
    public void Identifiers_speak_before_names_and_say_so()
    {
        Assert.Equal((new TrackId(1), "the same ISRC GBAYE0601498"), (Of("Deniz Arlı - Underpass GBAYE0601498").Candidates[0].Track, Of("Deniz Arlı - Underpass GBAYE0601498").Because));
        Assert.Equal("the same MusicBrainz recording", Of($"https://musicbrainz.org/recording/{Mbid}").Because);
        Assert.Equal("track 4 of this catalogue", Of("/tracks/4").Because);
        Assert.Equal(MatchVerdict.NotFound, Of("/tracks/99").Verdict);
        Assert.Contains("Spotify", Of("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC").Because, StringComparison.Ordinal);
        Assert.Equal(MatchVerdict.Check, Of($"GBAYE0601498 {Mbid}").Verdict);
    }

    [Fact]
    public void A_number_from_another_store_does_not_win_over_names_that_disagree()
    {
        var foreign = PastedText.Line(1, "The Harbours - Slow Ferry") with { Track = new TrackId(4) };
        Assert.Equal(new TrackId(3), Matcher().Of(foreign).Candidates[0].Track);
        var own = PastedText.Line(1, "Deniz Arlı - Underpass") with { Track = new TrackId(4) };
        Assert.Equal("track 4 of this catalogue", Matcher().Of(own).Because);
    }

    [Fact]
    public void Alternatives_come_ranked_and_each_says_why()
    {
        var match = Of("Kilo - Night Bus");
        Assert.Equal([1, 2], match.Candidates.Take(2).Select(candidate => candidate.Track.Value));
        Assert.True(match.Candidates[0].Confidence > match.Candidates[1].Confidence);
        Assert.All(match.Candidates, candidate => Assert.NotEmpty(candidate.Because));
        Assert.Equal("same title and artist", match.Because);
    }

    [Fact]
    public void Of_tracks_with_one_name_the_one_of_higher_standing_comes_first()
    {
        Track(9, "Same", "Twin", 200_000);
        Track(10, "Same", "Twin", 201_000);
        var match = new TrackMatcher(new MatchIndex(Catalogue(), track => track.Value)).Of(PastedText.Line(1, "Twin - Same"));
        Assert.Equal((MatchVerdict.Sure, new TrackId(10)), (match.Verdict, match.Candidates[0].Track));
    }

    [Fact]
    public void An_empty_catalogue_finds_nothing() => Assert.Equal(MatchVerdict.NotFound, new TrackMatcher(new MatchIndex(Core.Catalog.Catalogue.Empty)).Of(PastedText.Line(1, "Kilo - Night Bus")).Verdict);

    private TrackMatch Of(string line) => Matcher().Of(PastedText.Line(1, line));

    private TrackMatcher Matcher() => new(new MatchIndex(Catalogue()));

    private Catalogue Catalogue() => new(facts, new Dictionary<GenreId, string>(), artists);

    private void Track(int id, string title, string credit, int length, string? isrc = null, Guid? mbid = null)
    {
        var ids = credit.Split(" & ").Select(name =>
        {
            var known = artists.FirstOrDefault(pair => pair.Value == name);
            if (known.Value is not null) return known.Key;
            artists[new ArtistId(artists.Count + 1)] = name;
            return new ArtistId(artists.Count);
        }).ToList();
        facts.Add(new TrackFacts(new TrackId(id), title, credit, ids, [], null, length, false, isrc, mbid, default));
    }
}
