using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Formats;
using Xunit;

namespace Curation.Tests.Publishing;

public sealed class ListFormatTests
{
    private static readonly Guid Mbid = Guid.Parse("8f3471b5-7e6a-48da-86a9-c1c07a0f47ae");

    private static readonly ExportedList List = new("night-drive", "Night \"Drive\" <1> & more", 3, new string('e', 64), new string('1', 64), new DateTimeOffset(2026, 5, 4, 11, 0, 0, TimeSpan.FromHours(2)),
    [
        Track(1, "Ön, the \"road\"", "Deniz Arlı & Co", 226_500, Mbid, "GBAYE0601498"),
        Track(2, "=HYPERLINK(\"x\")", "AC/DC: live?", null, null, null),
        Track(3, "-1+1", "..hidden", 59_400, null, null),
        Track(4, "Two\nlines\u0001", "#comment", 1_000, null, null),
        Track(5, "\u266B\U0001F3B5", "@home", 1_000, null, null),
    ]);

    private static readonly string[] FormulaStarts = ["=1", "+1", "-1", "@x", "\tx", "\rx", "\nx"];

    private static ExportedTrack Track(int id, string title, string artist, int? duration, Guid? mbid, string? isrc) =>
        new(new Slot(new TrackId(id), id == 1 ? Provenance.Pinned : Provenance.Personal, id / 8f), title, artist, duration, isrc, mbid);

    private static string Text(IListFormat format) => Encoding.UTF8.GetString(format.ToBytes(List));

    [Fact]
    public void Jspf_reads_back_with_identifiers_and_the_edition_hash()
    {
        using var json = JsonDocument.Parse(Text(new Jspf()));
        var playlist = json.RootElement.GetProperty("playlist");
        Assert.Equal(List.Title, playlist.GetProperty("title").GetString());
        Assert.Equal("2026-05-04T09:00:00Z", playlist.GetProperty("date").GetString());
        var edition = playlist.GetProperty("extension").GetProperty(Jspf.Extension)[0];
        Assert.Equal((List.EditionHash, List.ListHash, 3), (edition.GetProperty("editionHash").GetString(), edition.GetProperty("listHash").GetString(), edition.GetProperty("edition").GetInt32()));
        var tracks = playlist.GetProperty("track").EnumerateArray().ToList();
        Assert.Equal(List.Tracks.Select(track => track.Title), tracks.Select(track => track.GetProperty("title").GetString()));
        Assert.Equal(List.Tracks.Select(track => track.Artist), tracks.Select(track => track.GetProperty("creator").GetString()));
        Assert.Equal($"https://musicbrainz.org/recording/{Mbid}", tracks[0].GetProperty("identifier")[0].GetString());
        Assert.Equal("urn:curation:track:2", tracks[1].GetProperty("identifier")[0].GetString());
        Assert.Equal(226_500, tracks[0].GetProperty("duration").GetInt32());
        Assert.False(tracks[1].TryGetProperty("duration", out _));
        var slot = tracks[0].GetProperty("extension").GetProperty(Jspf.Extension)[0];
        Assert.Equal(("pinned", "GBAYE0601498", 0.125), (slot.GetProperty("provenance").GetString(), slot.GetProperty("isrc").GetString(), slot.GetProperty("score").GetDouble()));
    }

    [Fact]
    public void Xspf_reads_back_and_replaces_what_xml_cannot_hold()
    {
        var xml = XDocument.Parse(Text(new Xspf()));
        XNamespace space = "http://xspf.org/ns/0/";
        Assert.Equal("1", xml.Root!.Attribute("version")!.Value);
        Assert.Equal(List.Title, xml.Root.Element(space + "title")!.Value);
        var tracks = xml.Root.Element(space + "trackList")!.Elements(space + "track").ToList();
        Assert.Equal(List.Tracks.Select(track => track.Title.Replace('\u0001', '\uFFFD')), tracks.Select(track => track.Element(space + "title")!.Value));
        Assert.Equal("226500", tracks[0].Element(space + "duration")!.Value);
        Assert.Null(tracks[1].Element(space + "duration"));
    }

    [Fact]
    public void M3u8_has_one_relative_path_a_track_that_stays_inside_its_folder()
    {
        var lines = Text(new M3u8()).Split('\n');
        Assert.Equal("#EXTM3U", lines[0]);
        var paths = lines.Where(line => line.Length > 0 && line[0] != '#').ToList();
        Assert.Equal(["Deniz Arlı & Co/Ön, the _road_.mp3", "AC_DC_ live_/=HYPERLINK(_x_).mp3", "_.hidden/-1+1.mp3", "_comment/Two lines.mp3", "@home/\u266B\U0001F3B5.mp3"], paths);
        Assert.Equal(["#EXTINF:227,Deniz Arlı & Co - Ön, the \"road\"", "#EXTINF:-1,AC/DC: live? - =HYPERLINK(\"x\")", "#EXTINF:59,..hidden - -1+1"], lines.Where(line => line.StartsWith("#EXTINF", StringComparison.Ordinal)).Take(3));
    }

    [Fact]
    public void Csv_reads_back_and_no_cell_is_a_formula()
    {
        var rows = Rows(Text(new Csv()));
        Assert.Equal("position,title,artist,duration_ms,isrc,mbid,track,provenance,score", string.Join(',', rows[0]));
        Assert.All(rows, row => Assert.Equal(9, row.Count));
        Assert.All(rows.SelectMany(row => row), cell => Assert.DoesNotContain(FormulaStarts, start => cell.StartsWith(start[0])));
        var titles = rows.Skip(1).Select(row => row[1]);
        Assert.Equal(["Ön, the \"road\"", "'=HYPERLINK(\"x\")", "'-1+1", "Two\nlines\u0001", "\u266B\U0001F3B5"], titles);
    }

    [Fact]
    public void A_cell_that_could_be_a_formula_gets_an_apostrophe() =>
        Assert.All(FormulaStarts, start => Assert.StartsWith("'", Csv.Cell(start).Trim('"'), StringComparison.Ordinal));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_bytes_do_not_depend_on_the_culture(string culture)
    {
        var expected = ListFormats.All.Select(format => format.ToBytes(List)).ToList();
        List<byte[]> found = [];
        var thread = new Thread(() => found = ListFormats.All.Select(format => format.ToBytes(List)).ToList()) { CurrentCulture = CultureInfo.GetCultureInfo(culture) };
        thread.Start();
        thread.Join();
        Assert.Equal(expected, found);
    }

    /// <summary>Reads RFC 4180.</summary>
    private static List<List<string>> Rows(string text)
    {
        List<List<string>> rows = [[""]];
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var row = rows[^1];
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"') row[^1] += text[++i];
            else if (text[i] == '"') quoted = !quoted;
            else if (!quoted && text[i] == ',') row.Add("");
            else if (!quoted && text[i] == '\n') rows.Add([""]);
            else row[^1] += text[i];
        }

        return rows[..^1];
    }
}
