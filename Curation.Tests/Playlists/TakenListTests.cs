using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Playlists;

public sealed class TakenListTests
{
    private static readonly PersonId Ann = new("ann");
    private static readonly PersonId Bo = new("bo");
    private static readonly DateTimeOffset Then = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Then.AddDays(1);
    private readonly Draft draft = new Draft { Title = "Night" }.Apply(new DraftEdit.AddTracks([new(1), new(2)]), Ann, Then).Apply(new DraftEdit.PinTrack(new(1), 1), Ann, Then);

    [Fact]
    public void A_list_comes_in_as_one_edit_in_its_order_behind_the_row_that_was_named()
    {
        var after = draft.Apply(new DraftEdit.AddEntries([Entry(9), Entry(2), Entry(7)], new TrackId(1), ["Lost - Song"], []), Bo, Now);
        Assert.Equal([1, 9, 7, 2], after.Pool.Select(entry => entry.Track.Value));
        Assert.All(after.Pool.Where(entry => entry.Track.Value is 9 or 7), entry => Assert.Equal((Bo, Now), (entry.AddedBy, entry.AddedAt)));
        Assert.Equal(Ann, after.Pool[^1].AddedBy);
        Assert.Equal(["Lost - Song"], after.Missing!.Lines);
    }

    [Fact]
    public void Notes_come_along_and_pins_where_they_are_free()
    {
        var after = draft.Apply(new DraftEdit.AddEntries([Entry(9) with { Pin = 1, Note = " opens " }, Entry(8) with { Pin = 3 }, Entry(7) with { Pin = 3 }, Entry(6) with { Pin = 900 }, Entry(2) with { Pin = 4, Note = "mine stays" }], null, [], []), Bo, Now);
        Assert.Equal([1, null, null, 3, null, null], after.Pool.Select(entry => entry.Pin));
        Assert.Equal(["", "", "opens", "", "", ""], after.Pool.Select(entry => entry.Note));
    }

    [Fact]
    public void Lines_still_missing_are_kept_once_dropped_when_found_and_gone_with_the_last()
    {
        var wanted = draft.Apply(new DraftEdit.ChangeMissing(["a - b", "c - d", "a - b", "  "], []), Ann, Then);
        Assert.Equal(["a - b", "c - d"], wanted.Missing!.Lines);
        var found = wanted.Apply(new DraftEdit.AddEntries([Entry(5)], null, [], ["a - b"]), Ann, Now);
        Assert.Equal(["c - d"], found.Missing!.Lines);
        Assert.Null(found.Apply(new DraftEdit.ChangeMissing([], ["c - d"]), Ann, Now).Missing);
        Assert.NotEqual(draft, wanted);
    }

    [Fact]
    public void A_draft_without_missing_lines_is_written_as_before_and_one_with_them_reads_back()
    {
        Assert.DoesNotContain("missing", DraftJson.Write(draft), StringComparison.Ordinal);
        var wanted = draft.Apply(new DraftEdit.ChangeMissing(["a - b"], []), Ann, Then);
        Assert.Equal(wanted, DraftJson.Read(DraftJson.Write(wanted)));
    }

    [Fact]
    public void Missing_lines_of_two_people_are_put_together()
    {
        var mine = draft.Apply(new DraftEdit.ChangeMissing(["mine"], []), Ann, Then);
        var theirs = draft.Apply(new DraftEdit.ChangeMissing(["theirs"], []), Bo, Then) with { Title = "Their title" };
        var merged = Merge.Onto(theirs, new DraftEdit.Several([.. EditSteps.Between(draft, mine)], ""), Ann, Now);
        Assert.Equal(["theirs", "mine"], merged.Draft.Missing!.Lines);
        Assert.Equal("Their title", merged.Draft.Title);
        Assert.Empty(merged.Conflicts);
        Assert.Equal(["mine"], DraftDiff.Between(draft, mine).Missing.Added);
        Assert.Equal(1, DraftDiff.Between(draft, mine).Count);
    }

    [Fact]
    public void A_line_that_is_too_long_is_not_cut_within_a_character()
    {
        var line = new string('x', StillMissing.LongestLine - 1) + "\U0001F3B5";
        Assert.Equal(new string('x', StillMissing.LongestLine - 1), StillMissing.Of(null, [line], [])!.Lines[0]);
    }

    [Fact]
    public void More_missing_lines_than_are_kept_are_refused() =>
        Assert.Throws<RefusedException>(() => draft.Apply(new DraftEdit.ChangeMissing([.. Enumerable.Range(0, StillMissing.MostLines + 1).Select(i => $"line {i}")], []), Ann, Then));

    private static Entry Entry(int track) => new() { Track = new TrackId(track), AddedBy = Ann, AddedAt = Then };
}
