using Curation.Core.Catalog;
using Curation.Core.Desk.Lists;
using Curation.Core.Importing.Lists;
using Curation.Core.Matching;
using Curation.Core.Playlists;
using Curation.Web.Playlists.Exchange;
using Xunit;

namespace Curation.Tests.Web.Playlists.Exchange;

public sealed class ReviewSheetTests
{
    private static readonly Catalogue Catalogue = new(
        Enumerable.Range(1, 6).Select(i => new TrackFacts(new TrackId(i), i == 6 ? "Title 5 (Live)" : $"Title {(char)('A' + i)}", $"Artist {(char)('A' + i)}", [new ArtistId(i)], [], null, 200_000, false, null, null, default)),
        new Dictionary<GenreId, string>(),
        Enumerable.Range(1, 6).ToDictionary(i => new ArtistId(i), i => $"Artist {(char)('A' + i)}"));

    [Fact]
    public void Sure_lines_are_taken_at_first_lines_not_found_are_kept_and_the_cursor_stands_on_the_first_that_waits()
    {
        var sheet = Sheet("Artist B - Title B", "Title C", "Nobody - Nothing at all");
        Assert.Equal([RowDecision.Take, RowDecision.Open, RowDecision.Keep], sheet.Rows.Select(row => row.Decision));
        Assert.Equal(1, sheet.Cursor);
        Assert.Equal([1], Tracks(sheet));
        Assert.Equal(["Title C", "Nobody - Nothing at all"], sheet.Missing());
    }

    [Fact]
    public void Taking_goes_on_to_the_next_line_that_waits()
    {
        var sheet = Sheet("Title B", "Artist C - Title C", "Title D");
        sheet.TakeAndGoOn();
        Assert.Equal(2, sheet.Cursor);
        sheet.TakeAndGoOn();
        Assert.Equal([1, 2, 3], Tracks(sheet));
        Assert.Empty(sheet.Missing());
    }

    [Fact]
    public void A_line_left_out_is_neither_added_nor_kept_and_the_same_key_brings_it_back()
    {
        var sheet = Sheet("Nobody - Nothing at all");
        sheet.Turn(RowDecision.Drop);
        Assert.Empty(sheet.Missing());
        sheet.Turn(RowDecision.Drop);
        Assert.Single(sheet.Missing());
    }

    [Fact]
    public void A_track_looked_up_by_hand_is_taken_in_the_place_of_its_line()
    {
        var sheet = Sheet("Artist B - Title B", "what was it called again", "Artist C - Title C");
        sheet.Pick(Catalogue.Find(new TrackId(4))!);
        Assert.Equal([1, 4, 2], Tracks(sheet));
        Assert.Equal("chosen by hand", sheet.Rows[1].Because);
    }

    [Fact]
    public void What_the_pool_has_and_what_the_list_repeats_is_said_and_added_once()
    {
        var sheet = Sheet([new TrackId(1)], "Artist B - Title B", "Artist C - Title C", "Title C by Artist C");
        Assert.Equal(["in the pool already", null, "the same as line 2"], sheet.Rows.Select(sheet.Twice));
        Assert.Equal([2], Tracks(sheet));
    }

    [Fact]
    public void Alternatives_are_chosen_by_number_and_turning_stops_at_the_ends()
    {
        var sheet = Sheet("Artist B - Title C");
        var row = sheet.Rows[0];
        Assert.True(row.Candidates.Count >= 2);
        sheet.Turn(-1);
        Assert.Equal(0, row.Choice);
        sheet.Take(2);
        Assert.Equal((1, RowDecision.Take), (row.Choice, row.Decision));
        sheet.Turn(99);
        Assert.Equal(row.Candidates.Count - 1, row.Choice);
        sheet.Take(9);
        Assert.Equal(row.Candidates.Count - 1, row.Choice);
    }

    private static IEnumerable<int> Tracks(ReviewSheet sheet) => sheet.Entries().Select(entry => entry.Track.Value);

    private static ReviewSheet Sheet(params string[] lines) => Sheet([], lines);

    private static ReviewSheet Sheet(TrackId[] held, params string[] lines)
    {
        var list = ListReader.Read("list", string.Join('\n', lines));
        var matcher = new TrackMatcher(new MatchIndex(Catalogue));
        var matched = list.Tracks.Select(given => new MatchedTrack(given, matcher.Of(given.Wanted))).ToList();
        return new ReviewSheet(new MatchedList(list, matched, Catalogue.Tracks.ToDictionary(track => track.Id)), held.ToHashSet());
    }
}
