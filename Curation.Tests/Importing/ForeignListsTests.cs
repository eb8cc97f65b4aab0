using System.Text;
using Curation.Core.Importing;
using Curation.Core.Importing.Lists;
using Xunit;

namespace Curation.Tests.Importing;

public sealed class ForeignListsTests : IDisposable
{
    private readonly ReadingScratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void An_m3u_of_an_old_player_is_read_as_latin_1_with_windows_paths()
    {
        var list = ListReader.Read("old.m3u", Encoding.Latin1.GetBytes("#EXTM3U\r\n#EXTINF:225,Café Björk - Nuit d'été\r\nC:\\Music\\Café Björk\\Été\\01 - Nuit d'été.mp3\r\n"));
        var wanted = Assert.Single(list.Tracks).Wanted;
        Assert.Equal(("Nuit d'été", "Café Björk", 225_000), (wanted.Readings[0].Title, wanted.Readings[0].Artist, wanted.DurationMs));
        Assert.Equal("M3U", list.Format);
    }

    [Theory]
    [InlineData("D:\\Music\\The Harbours\\Tides\\03 - Slow Ferry.flac", "Slow Ferry", "The Harbours")]
    [InlineData("file:///home/me/The%20Harbours/Tides/03.%20Slow%20Ferry.mp3", "Slow Ferry", "The Harbours")]
    [InlineData("The Harbours - Slow Ferry.mp3", "Slow Ferry", "The Harbours")]
    [InlineData("music/The_Harbours_-_Slow_Ferry.ogg", "Slow Ferry", "The Harbours")]
    public void A_bare_list_of_files_is_read_from_their_names(string path, string title, string artist)
    {
        var readings = Assert.Single(ListReader.Read("bare.m3u8", "\uFEFF" + path + "\n").Tracks).Wanted.Readings;
        Assert.Contains(readings, reading => reading.Title == title && reading.Artist == artist);
    }

    [Fact]
    public void An_xspf_of_another_player_is_read_with_what_it_has()
    {
        var list = ListReader.Read("x.xspf", """
            <?xml version="1.0" encoding="UTF-8"?>
            <playlist version="1" xmlns="http://xspf.org/ns/0/" xmlns:vlc="http://www.videolan.org/vlc/playlist/ns/0/">
              <title>Abends</title>
              <trackList>
                <track><location>file:///C:/Musik/Kilo/Fahrten/Night%20Bus.mp3</location><title>Night Bus</title><creator>Kilo</creator><duration>225000</duration><annotation>opens</annotation></track>
                <track><location>file:///C:/Musik/Kilo/Fahrten/02%20Underpass.mp3</location><extension application="http://www.videolan.org/vlc/playlist/0"><vlc:id>1</vlc:id></extension></track>
                <track><identifier>https://musicbrainz.org/recording/8f3471b5-7e6a-48da-86a9-c1c07a0f47ae</identifier></track>
                <track/>
              </trackList>
            </playlist>
            """);
        Assert.Equal(("Abends", 3, 1), (list.Title, list.Tracks.Count, list.Passed.Count));
        Assert.Equal(("Kilo - Night Bus", 225_000, "opens"), (list.Tracks[0].Wanted.Text, list.Tracks[0].Wanted.DurationMs, list.Tracks[0].Entry!.Note));
        Assert.Contains(list.Tracks[1].Wanted.Readings, reading => reading is { Title: "Underpass", Artist: "Kilo" });
        Assert.NotNull(list.Tracks[2].Wanted.Mbid);
    }

    [Theory]
    [InlineData("<!DOCTYPE playlist [<!ENTITY a \"aaaa\">]><playlist><title>&a;</title></playlist>")]
    [InlineData("<!DOCTYPE playlist SYSTEM \"file:///etc/passwd\"><playlist/>")]
    [InlineData("<playlist><title>&xxe;</title></playlist>")]
    [InlineData("<playlist><trackList>")]
    public void Hostile_or_broken_xml_is_refused_with_its_line(string xml) =>
        Assert.StartsWith("x.xspf, line 1: the document is no XML", Assert.Throws<ImportStoppedException>(() => ListReader.Read("x.xspf", xml)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"playlist\":")]
    [InlineData("{\"songs\":[]}")]
    [InlineData("<html></html>")]
    public void What_is_no_list_is_refused(string text) => Assert.Throws<ImportStoppedException>(() => ListReader.Read("x", text));

    [Fact]
    public void A_file_that_is_too_large_or_holds_too_much_is_refused_and_a_binary_one_too()
    {
        Assert.Contains("4 MiB", Assert.Throws<ImportStoppedException>(() => ListReader.Read("x.csv", new byte[GivenList.MostBytes + 1])).Message, StringComparison.Ordinal);
        Assert.Contains("5001 tracks", Assert.Throws<ImportStoppedException>(() => ListReader.Read("x", string.Concat(Enumerable.Range(0, 5_001).Select(i => $"Kilo - Song {i}\n")))).Message, StringComparison.Ordinal);
        Assert.Contains("NUL", Assert.Throws<ImportStoppedException>(() => ListReader.Read("x.mp3", [1, 2, 0, 3])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Title,Artist,Duration\r\n\"Night, Bus\",Kilo,3:45\r\n")]
    [InlineData("sep=;\r\nArtist;Track Name;Seconds\r\nKilo;Night, Bus;225\r\n")]
    [InlineData("song\tperformer\tduration_ms\nNight, Bus\tKilo\t225000\n")]
    public void Columns_are_found_by_their_names(string text)
    {
        var wanted = Assert.Single(ListReader.Read("x.csv", text).Tracks).Wanted;
        Assert.Equal(("Night, Bus", "Kilo", 225_000), (wanted.Readings[0].Title, wanted.Readings[0].Artist, wanted.DurationMs));
    }

    [Fact]
    public void A_jspf_with_a_wrong_extension_keeps_its_tracks()
    {
        var list = ListReader.Read("x.jspf", """{"playlist":{"title":"T","extension":{"urn:curation:draft:1":[{"draft":{"title":7}}]},"track":[{"title":"Night Bus","creator":"Kilo","identifier":"urn:isrc:GBAYE0601498","extension":{"urn:curation:draft:1":[{"entry":"x"}]}},7]}}""");
        Assert.Null(list.Draft);
        Assert.Equal("GBAYE0601498", Assert.Single(list.Tracks).Wanted.Isrc);
        Assert.Single(list.Passed);
    }

    [Theory]
    [InlineData("l.xspf", "<playlist version=\"1\"><title>Late</title><trackList><track><title>Night Bus</title><creator>Kilo</creator></track><track><title>No artist</title></track></trackList></playlist>")]
    [InlineData("l.m3u8", "#EXTM3U\n#PLAYLIST:Late\n#EXTINF:225,Kilo - Night Bus\na.mp3\n#EXTINF:1,Alone\nhttp://radio.example/stream\n")]
    public void A_list_is_evidence_too(string name, string text)
    {
        var row = Assert.IsType<ListRow>(Assert.Single(scratch.Read(scratch.Write(name, text))));
        Assert.Equal(("Late", "Night Bus", "Kilo", 0), (row.List, row.Track.Title, row.Track.Artist, row.Position));
        Assert.Single(scratch.Bad);
    }
}
