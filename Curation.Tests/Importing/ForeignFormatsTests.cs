using Curation.Core.Catalog;
using Curation.Core.Importing;
using Xunit;

namespace Curation.Tests.Importing;

public sealed class ForeignFormatsTests : IDisposable
{
    private const string Listen = """{"listened_at":1709649000,"user_name":"ada","track_metadata":{"artist_name":"Low Tide","track_name":"One","release_name":"Harbour","additional_info":{"recording_mbid":"001a1d90-56dc-4992-bd7d-970ecd7105d0","duration_ms":180000,"isrc":["GBABC1234567"]}}}""";
    private readonly ReadingScratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_listen_is_a_play()
    {
        var play = Assert.IsType<PlayRow>(Assert.Single(scratch.Read(scratch.Write("listens.jsonl", Listen + "\n"))));
        Assert.Equal(("ada", 1709649000000L, "mbid:001a1d90-56dc-4992-bd7d-970ecd7105d0"), (play.Listener, play.At, play.Track.Key));
        Assert.Equal(("Harbour", 180_000, "GBABC1234567"), (play.Track.Album, play.Track.DurationMs, play.Track.Isrc));
    }

    [Theory]
    [InlineData("""{"listened_at":"soon","track_metadata":{"artist_name":"A","track_name":"B"}}""", "listened_at is missing or no whole number")]
    [InlineData("""{"listened_at":9223372036854775807,"track_metadata":{"artist_name":"A","track_name":"B"}}""", "listened_at lies in the future")]
    [InlineData("""{"listened_at":-1,"track_metadata":{"artist_name":"A","track_name":"B"}}""", "listened_at is 1970 or earlier")]
    [InlineData("""{"listened_at":1709649000,"track_metadata":{"artist_name":"A"}}""", "track_name is missing")]
    [InlineData("""{"listened_at":1709649000,"track_metadata":[]}""", "track_name is missing")]
    [InlineData("""{"listened_at":1709649000""", "the line is no JSON value of at most 16 levels (byte 25)")]
    [InlineData("""[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]""", "the line is no JSON value of at most 16 levels (byte 16)")]
    public void A_line_that_is_no_listen_is_quarantined(string line, string reason)
    {
        Assert.Single(scratch.Read(scratch.Write("listens.jsonl", Listen + "\n" + line + "\n")));
        Assert.Equal((2L, reason), (scratch.Bad[0].Line, scratch.Bad[0].Reason));
    }

    [Fact]
    public void An_export_archive_belongs_to_its_owner_and_says_what_it_passed_over()
    {
        var anonymous = Listen.Replace("\"user_name\":\"ada\",", "");
        var path = scratch.WriteZip("export.zip", ("user.json", """{"username":"bob"}"""), ("feedback.jsonl", "{}"), ("listens/2024/3.jsonl", anonymous), ("listens/2024/4.jsonl", anonymous.Replace("1709649000", "1712000000")));
        var plays = scratch.Read(path).Cast<PlayRow>().ToList();
        Assert.Equal(["bob", "bob"], plays.Select(play => play.Listener));
        Assert.Contains("feedback.jsonl holds no listens and was passed over", scratch.Last!.Notes);
    }

    [Fact]
    public void A_lastfm_log_has_no_header_and_quotes_are_letters()
    {
        var path = scratch.Write("log.tsv", "user_000001\t2009-05-04T23:08:57Z\tf1b1cf71-bd35-4e99-8624-24a6e15f133a\tLow Tide\t\t\"One\" (live)\nuser_000001\t2009-05-04T13:54:10Z\t\tLow Tide\t001a1d90-56dc-4992-bd7d-970ecd7105d0\tTwo\n");
        var plays = scratch.Read(path).Cast<PlayRow>().ToList();
        Assert.Equal(["\"One\" (live)", "Two"], plays.Select(play => play.Track.Title));
        Assert.Equal("mbid:001a1d90-56dc-4992-bd7d-970ecd7105d0", plays[1].Track.Key);
        Assert.Equal(1, plays[0].Line);
    }

    [Fact]
    public void A_shared_name_of_several_musicbrainz_artists_is_marked_wherever_it_stands()
    {
        var path = scratch.Write("mb.tsv", """
            artist_mbid	name	type	gender	country	area	begin_date	end_date
            001a1d90-56dc-4992-bd7d-970ecd7105d0	The Jets	Group		US			
            0039cd9c-ea95-4553-86c4-4f729984cc2f	Low "Tide"	Person	Female	GB			
            0053dbd9-bfbc-4e38-9f08-66a27d914c38	the  jets	Group		GB			
            nonsense	Nobody	Person		GB			
            0059d0f1-8d04-4363-a2b2-d79f8b9a29b8	Elsewhere	Person	Male	Britain			
            """);
        var artists = scratch.Read(path).Cast<ArtistRow>().ToList();
        Assert.Equal([true, false, true], artists.Select(artist => artist.NameIsShared));
        Assert.Equal(("Low \"Tide\"", ArtistType.Person, Gender.Female, "GB"), (artists[1].Name, artists[1].Type, artists[1].Gender, artists[1].Country));
        Assert.Equal(["artist_mbid is no MusicBrainz identifier", "country is no two-letter country code"], scratch.Bad.Select(bad => bad.Reason));
    }

    [Fact]
    public void A_jspf_playlist_is_a_list_and_a_bad_track_is_named_by_its_line()
    {
        var path = scratch.Write("night.jspf", """
            {"playlist":{"track":[
              {"title":"One","creator":"Low Tide","album":"Harbour","duration":180000,"identifier":["https://musicbrainz.org/recording/001a1d90-56dc-4992-bd7d-970ecd7105d0"]},
              {"title":"Two"},
              {"title":"Three","creator":"Low Tide"}
            ],"title":"Night Drive"}}
            """);
        var rows = scratch.Read(path).Cast<ListRow>().ToList();
        Assert.Equal([("Night Drive", 0, "One"), ("Night Drive", 1, "Three")], rows.Select(row => (row.List, row.Position, row.Track.Title)));
        Assert.Equal("mbid:001a1d90-56dc-4992-bd7d-970ecd7105d0", rows[0].Track.Key);
        Assert.Equal((3L, "the track has no creator"), (scratch.Bad[0].Line, scratch.Bad[0].Reason));
    }

    [Fact]
    public void A_broken_jspf_file_names_the_line()
    {
        var path = scratch.Write("night.jspf", "{\"playlist\":{\n\"track\":[\n{]}}");
        Assert.Equal("night.jspf, line 3: the document is no JSON that can be read.", scratch.Stops(path));
    }
}
