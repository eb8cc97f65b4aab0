using Curation.Core.Catalog;
using Curation.Core.Matching;
using Xunit;

namespace Curation.Tests.Matching;

public sealed class PastedTextTests
{
    [Theory]
    [InlineData("Kilo - Night Bus", "Night Bus", "Kilo", null)]
    [InlineData("Night Bus by Kilo", "Night Bus", "Kilo", null)]
    [InlineData("\"Night Bus\" by Kilo", "Night Bus", "Kilo", null)]
    [InlineData("1. Kilo – Night Bus (3:45)", "Night Bus", "Kilo", 225_000)]
    [InlineData("12) Kilo — Night Bus 1:02:03", "Night Bus", "Kilo", 3_723_000)]
    [InlineData("07 Kilo - Night Bus", "Night Bus", "Kilo", null)]
    [InlineData("• Kilo - “Night Bus” [4:10]", "Night Bus", "Kilo", 250_000)]
    [InlineData("[00:12:30] Kilo - Night Bus", "Night Bus", "Kilo", null)]
    [InlineData("> - Kilo - Night Bus", "Night Bus", "Kilo", null)]
    [InlineData("Night Bus\tKilo", "Night Bus", "Kilo", null)]
    [InlineData("Kilo “Night Bus”", "Night Bus", "Kilo", null)]
    [InlineData("Kilo: Night Bus", "Night Bus", "Kilo", null)]
    [InlineData("50 Cent - In Da Club", "In Da Club", "50 Cent", null)]
    [InlineData("311 - Amber", "Amber", "311", null)]
    [InlineData("Blink-182 - All the Small Things", "All the Small Things", "Blink-182", null)]
    public void A_line_is_read_first_in_its_usual_order(string line, string title, string artist, int? length)
    {
        var wanted = PastedText.Line(1, line);
        Assert.Equal((title, artist), (wanted.Readings[0].Title, wanted.Readings[0].Artist));
        Assert.Equal(length, wanted.DurationMs);
        Assert.Equal(line, wanted.Text);
    }

    [Fact]
    public void Every_place_where_a_line_may_part_is_a_reading_and_the_whole_line_is_the_last()
    {
        var readings = PastedText.Line(1, "Kilo - Night Bus - Live").Readings;
        Assert.Contains(new TitleReading("Night Bus - Live", "Kilo"), readings);
        Assert.Contains(readings, reading => reading is { Title: "Kilo", Artist: "Night Bus - Live", Order: "title, then artist" });
        Assert.Contains(readings, reading => reading is { Title: "Live", Artist: "Kilo - Night Bus" });
        Assert.Null(readings[^1].Artist);
    }

    [Theory]
    [InlineData("https://musicbrainz.org/recording/8f3471b5-7e6a-48da-86a9-c1c07a0f47ae")]
    [InlineData("8F3471B5-7E6A-48DA-86A9-C1C07A0F47AE")]
    [InlineData("mbid: 8f3471b5-7e6a-48da-86a9-c1c07a0f47ae")]
    public void A_recording_is_read_from_its_address_or_number(string line)
    {
        var wanted = PastedText.Line(1, line);
        Assert.Equal(Guid.Parse("8f3471b5-7e6a-48da-86a9-c1c07a0f47ae"), wanted.Mbid);
        Assert.Empty(wanted.Readings);
    }

    [Fact]
    public void Identifiers_stand_beside_names()
    {
        var wanted = PastedText.Line(4, "Kilo - Night Bus (ISRC: GB-AYE-06-01498)");
        Assert.Equal("GBAYE0601498", wanted.Isrc);
        Assert.Equal(("Night Bus", "Kilo"), (wanted.Readings[0].Title, wanted.Readings[0].Artist));
        Assert.Equal("GBAYE0601498", PastedText.Line(1, "GBAYE0601498").Isrc);
    }

    [Theory]
    [InlineData("/tracks/17", 17, null)]
    [InlineData("https://curation.example/tracks/17", 17, null)]
    [InlineData("urn:curation:track:17", 17, null)]
    [InlineData("https://elsewhere.example/tracks/17", null, "a link to elsewhere.example")]
    [InlineData("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC?si=1", null, "a link to Spotify")]
    [InlineData("spotify:track:4uLU6hMCjMI75M1A2tKUQC", null, "a link to Spotify")]
    [InlineData("https://musicbrainz.org/release/8f3471b5-7e6a-48da-86a9-c1c07a0f47ae", null, "a link to a release at MusicBrainz, not to a recording")]
    public void A_link_is_followed_only_within_this_workbench(string line, int? track, string? unread)
    {
        var wanted = PastedText.Line(1, line, "https://curation.example/");
        Assert.Equal(track is { } id ? new TrackId(id) : (TrackId?)null, wanted.Track);
        Assert.Equal(unread, wanted.Unread);
        Assert.Empty(wanted.Readings);
    }

    [Fact]
    public void A_link_behind_names_takes_nothing_from_the_names()
    {
        var wanted = PastedText.Line(1, "Kilo - Night Bus https://youtu.be/abc");
        Assert.Equal(("Night Bus", "Kilo", "a link to YouTube"), (wanted.Readings[0].Title, wanted.Readings[0].Artist, wanted.Unread));
    }

    [Fact]
    public void Lines_that_name_no_track_are_told_with_their_place_and_empty_ones_are_not()
    {
        var passed = new List<PassedLine>();
        var text = "\uFEFF# Friday night\r\n\r\n-----\r\nTracklist:\r\nKilo - Night Bus\r\n12:30\r\nSide B\r\n" + new string('x', 700) + "\r\nLima - Slow Ferry\r\n";
        var wanted = PastedText.Read(text, null, passed.Add).ToList();
        Assert.Equal([5, 9], wanted.Select(track => track.Line));
        Assert.Equal([(1, "a heading"), (3, "a line of signs"), (4, "a heading"), (6, "a time without a title"), (7, "a heading"), (8, "too long for a title")], passed.Select(line => (line.Line, line.Because)));
    }
}
