using System.Text;
using Curation.Core.Importing;
using Xunit;

namespace Curation.Tests.Importing;

public sealed class SeparatedColumnsTests : IDisposable
{
    private const string Header = "listener,played_at,title,artist\n";
    private readonly ReadingScratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_play_is_read_with_all_that_is_known_of_it()
    {
        var path = scratch.Write("p.csv", "user,played_at,track,artist,album,ms_played,skipped,saved,source,isrc\nada,2024-03-05T14:30:00Z,Glass Pier,Low Tide,Harbour,61000,yes,0,night-drive,gb-abc-12-34567\n");
        var play = Assert.IsType<PlayRow>(Assert.Single(scratch.Read(path)));
        Assert.Equal(("ada", 1709649000000L, 61000, true, false, "night-drive"), (play.Listener, play.At, play.MsPlayed, play.Skipped, play.Saved, play.Source));
        Assert.Equal(("Glass Pier", "Low Tide", "Harbour", "GBABC1234567"), (play.Track.Title, play.Track.Artist, play.Track.Album, play.Track.Isrc));
        Assert.Equal("isrc:GBABC1234567", play.Track.Key);
        Assert.Equal(2, play.Line);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_separator_is_found_out(char separator)
    {
        var path = scratch.Write("p.txt", (Header + "ada,1709649000,Glass Pier,Low Tide\n").Replace(',', separator));
        Assert.Single(scratch.Read(path));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_kind_of_line_end_is_read(string end)
    {
        var path = scratch.Write("p.csv", Header.Replace("\n", end) + $"ada,1709649000,One,Low Tide{end}ada,1709649001,Two,Low Tide{end}{end}ada,1709649002,Three,Low Tide");
        Assert.Equal(["One", "Two", "Three"], scratch.Read(path).Cast<PlayRow>().Select(play => play.Track.Title));
        Assert.Equal([2L, 3, 5], scratch.Read(path).Select(row => row.Line));
    }

    [Fact]
    public void Quoted_columns_hold_separators_quotes_and_line_breaks_and_lines_are_still_counted()
    {
        var path = scratch.Write("p.csv", Header + "ada,1709649000,\"One, \"\"two\"\"\nand three\",Low Tide\nada,1709649001,Next,Low Tide\n");
        var plays = scratch.Read(path).Cast<PlayRow>().ToList();
        Assert.Equal("One, \"two\"\nand three", plays[0].Track.Title);
        Assert.Equal(4, plays[1].Line);
    }

    [Fact]
    public void A_quote_within_a_column_is_a_letter()
    {
        var path = scratch.Write("p.csv", Header + "ada,1709649000,Pier 12\" mix,Low Tide\n");
        Assert.Equal("Pier 12\" mix", Assert.IsType<PlayRow>(Assert.Single(scratch.Read(path))).Track.Title);
    }

    [Fact]
    public void A_title_in_quotes_is_kept_whole_in_a_tab_separated_file()
    {
        var path = scratch.Write("p.tsv", Header.Replace(',', '\t') + "ada\t1709649000\t\"Piers\" (live)\tLow Tide\n");
        Assert.Equal("\"Piers\" (live)", Assert.IsType<PlayRow>(Assert.Single(scratch.Read(path))).Track.Title);
    }

    [Fact]
    public void A_quote_that_never_closes_costs_its_own_line_and_no_other()
    {
        var path = scratch.Write("p.csv", Header + "ada,1709649000,\"One,Low Tide\nada,1709649001,Two,Low Tide\nada,1709649002,Three,Low Tide\n");
        Assert.Equal(["Two", "Three"], scratch.Read(path).Cast<PlayRow>().Select(play => play.Track.Title));
        var bad = Assert.Single(scratch.Bad);
        Assert.Equal((2L, "a quote opens and never closes"), (bad.Line, bad.Reason));
        Assert.StartsWith("ada,1709649000,\"One", bad.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_closes_in_a_later_row_does_not_swallow_the_rows_between()
    {
        var path = scratch.Write("p.csv", Header + "ada,1709649000,\"One,Low Tide\nada,1709649001,Two,Low Tide\nada,1709649002,\"Three\",Low Tide\n");
        Assert.Equal(["Two", "Three"], scratch.Read(path).Cast<PlayRow>().Select(play => play.Track.Title));
        Assert.Equal("there is text after a closing quote", Assert.Single(scratch.Bad).Reason);
    }

    [Fact]
    public void A_row_with_too_few_or_too_many_columns_is_quarantined()
    {
        var path = scratch.Write("p.csv", Header + "ada,1709649000,One\nada,1709649000,One,Low Tide,more\n");
        Assert.Empty(scratch.Read(path));
        Assert.Equal(["the row has 3 columns where the header has 4", "the row has 5 columns where the header has 4"], scratch.Bad.Select(bad => bad.Reason));
    }

    [Fact]
    public void A_row_that_is_not_utf8_is_quarantined_and_the_next_one_is_read()
    {
        var latin = Encoding.Latin1.GetBytes(Header + "ada,1709649000,Fran\u00e7ais,Low Tide\nada,1709649001,Two,Low Tide\n");
        Assert.Single(scratch.Read(scratch.Write("p.csv", latin)));
        Assert.Equal((2L, "the row is not UTF-8 text"), (scratch.Bad[0].Line, scratch.Bad[0].Reason));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_column()
    {
        var text = Header + "ada,1709649000,Caf\u00e9,Low Tide\n";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var path = scratch.Write("p.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            Assert.Equal("Caf\u00e9", Assert.IsType<PlayRow>(Assert.Single(scratch.Read(path))).Track.Title);
        }
    }

    [Fact]
    public void Rows_with_the_same_words_share_one_track()
    {
        var path = scratch.Write("p.csv", Header + "ada,1709649000,One,Low Tide\nbob,1709649001,One,Low Tide\n");
        var plays = scratch.Read(path).Cast<PlayRow>().ToList();
        Assert.Same(plays[0].Track, plays[1].Track);
    }

    [Fact]
    public void A_programme_on_a_day_is_a_list_in_the_order_of_the_file()
    {
        var path = scratch.Write("radio.csv", "played_at,title,artist,album,seconds,programme\n2012-02-06T23:59:00Z,One,Low Tide,,178,Late\n2012-02-06T23:59:30Z,Two,Low Tide,Harbour,200,Late\n2012-02-07T00:01:00Z,One,Low Tide,,178,Late\n");
        var rows = scratch.Read(path).Cast<ListRow>().ToList();
        Assert.Equal([("Late", new DateOnly(2012, 2, 6), 0), ("Late", new DateOnly(2012, 2, 6), 1), ("Late", new DateOnly(2012, 2, 7), 0)], rows.Select(row => (row.List, row.Day!.Value, row.Position)));
        Assert.Equal(178_000, rows[0].Track.DurationMs);
        Assert.Null(rows[0].Track.Album);
    }

    [Fact]
    public void A_track_is_read_with_its_sound()
    {
        var path = scratch.Write("t.csv", "title,artist,release,year,genres,duration,explicit,tempo,energy,valence,key\nOne,Low Tide,Harbour,1999,\"Rock; Dream Pop\",3:45,true,120.5,0.5,0.25,8a\n");
        var track = Assert.IsType<TrackRow>(Assert.Single(scratch.Read(path))).Track;
        Assert.Equal((new DateOnly(1999, 1, 1), 225_000, true), (track.ReleasedOn, track.DurationMs, track.Explicit));
        Assert.Equal(["Rock", "Dream Pop"], track.Genres);
        Assert.Equal((120.5, 0.5, 0.25, "8A"), (track.Features.Tempo, track.Features.Energy, track.Features.Valence, track.Features.Key.ToString()));
    }
}
