using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Web.Playlists.Pool;
using Xunit;

namespace Curation.Tests.Web.Playlists;

public sealed class PoolSelectionTests
{
    private static readonly TrackId[] Pool = [.. Enumerable.Range(1, 9).Select(id => new TrackId(id))];

    [Fact]
    public void A_click_chooses_one_ctrl_adds_one_and_shift_takes_the_range()
    {
        var selection = new PoolSelection();
        selection.Click(Pool, Pool[1]);
        selection.Click(Pool, Pool[6], toggle: true);
        Assert.Equal([2, 7], Chosen(selection));
        selection.Click(Pool, Pool[3], range: true);
        Assert.Equal([4, 5, 6, 7], Chosen(selection));
        selection.Click(Pool, Pool[8], range: true);
        Assert.Equal([7, 8, 9], Chosen(selection));
    }

    [Fact]
    public void Without_a_cursor_End_goes_to_the_last_row_and_an_arrow_to_the_first()
    {
        var selection = new PoolSelection();
        selection.Step(Pool, Pool.Length);
        Assert.Equal([9], Chosen(selection));
        selection = new PoolSelection();
        selection.Step(Pool, -1);
        Assert.Equal([1], Chosen(selection));
    }

    [Fact]
    public void Arrows_move_the_cursor_and_shift_grows_the_range()
    {
        var selection = new PoolSelection();
        selection.Step(Pool, 1);
        Assert.Equal(new TrackId(1), selection.Cursor);
        selection.Step(Pool, 1, range: true);
        selection.Step(Pool, 1, range: true);
        Assert.Equal([1, 2, 3], Chosen(selection));
        selection.Step(Pool, 100);
        Assert.Equal([9], Chosen(selection));
        selection.ToggleCursor();
        Assert.Empty(Chosen(selection));
    }

    [Fact]
    public void What_leaves_the_pool_leaves_the_choice_and_the_cursor_stays_at_its_place()
    {
        var selection = new PoolSelection();
        selection.Click(Pool, Pool[2]);
        selection.Click(Pool, Pool[3], toggle: true);
        TrackId[] rest = [.. Pool.Where(track => track.Value != 4)];
        selection.Keep(Pool, rest);
        Assert.Equal([3], Chosen(selection));
        Assert.Equal(new TrackId(5), selection.Cursor);
    }

    [Theory]
    [InlineData(PoolMove.Up, new[] { 4, 5 }, new[] { 1, 2, 4, 5, 3, 6, 7, 8, 9 })]
    [InlineData(PoolMove.Down, new[] { 4, 5 }, new[] { 1, 2, 3, 6, 4, 5, 7, 8, 9 })]
    [InlineData(PoolMove.Down, new[] { 8 }, new[] { 1, 2, 3, 4, 5, 6, 7, 9, 8 })]
    [InlineData(PoolMove.Top, new[] { 3, 7 }, new[] { 3, 7, 1, 2, 4, 5, 6, 8, 9 })]
    [InlineData(PoolMove.Bottom, new[] { 1, 9 }, new[] { 2, 3, 4, 5, 6, 7, 8, 1, 9 })]
    public void Keys_move_the_chosen_rows(PoolMove move, int[] chosen, int[] after) =>
        Assert.Equal(after, Moved(PoolMoves.By(move, Pool, [.. chosen.Select(id => new TrackId(id))])));

    [Theory]
    [InlineData(0, 5, new[] { 5, 1, 2, 3, 4, 6, 7, 8, 9 })]
    [InlineData(9, 5, new[] { 1, 2, 3, 4, 6, 7, 8, 9, 5 })]
    [InlineData(7, 5, new[] { 1, 2, 3, 4, 6, 7, 5, 8, 9 })]
    public void A_row_dropped_at_a_place_stands_there(int place, int track, int[] after) => Assert.Equal(after, Moved(PoolMoves.To(place, Pool, [new TrackId(track)])));

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void A_row_dropped_where_it_was_is_no_edit(int place) => Assert.Null(PoolMoves.To(place, Pool, [new TrackId(5)]));

    [Fact]
    public void The_first_row_does_not_move_up() => Assert.Null(PoolMoves.By(PoolMove.Up, Pool, [Pool[0]]));

    private static IEnumerable<int> Chosen(PoolSelection selection) => selection.In(Pool).Select(track => track.Value);

    private static IEnumerable<int> Moved(DraftEdit? edit)
    {
        var draft = new Draft { Title = "T", Pool = [.. Pool.Select(track => new Entry { Track = track, AddedBy = new PersonId("ann"), AddedAt = default })] };
        return draft.Apply(Assert.IsType<DraftEdit.MoveTracks>(edit), new PersonId("ann"), default).Pool.Select(entry => entry.Track.Value);
    }
}
