using Curation.Core.Playlists;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Playlists;

public sealed class DraftApplyProperties
{
    [Fact]
    public void Moving_keeps_the_entries_and_the_order_of_all_others() =>
        Drafts.Hold(Cases(), given =>
        {
            if (given.Edit is not DraftEdit.MoveTracks move) return;
            var after = given.Draft.Try(move);
            Assert.Equal(given.Draft.Pool.ToHashSet(), after.Pool.ToHashSet());
            Assert.Equal(given.Draft.Order().Where(Rests), after.Order().Where(Rests));
            bool Rests(int track) => move.Tracks.All(moved => moved.Value != track);
        });

    [Fact]
    public void A_pool_holds_a_track_once_and_a_position_one_pin_whatever_is_done() =>
        Drafts.Hold(Gen.Zip(Drafts.Any, Drafts.AnyEdit.ListOf()), given =>
        {
            var after = given.Item2.Aggregate(given.Item1, (draft, edit) => draft.Try(edit));
            Assert.Equal(after.Pool.Length, after.Order().Distinct().Count());
            var pins = after.Pool.Where(entry => entry.Pin is not null).Select(entry => entry.Pin).ToList();
            Assert.Equal(pins.Count, pins.Distinct().Count());
        });

    [Fact]
    public void Putting_the_state_before_an_edit_in_place_undoes_it_completely() =>
        Drafts.Hold(Cases(), given =>
            Assert.Equal(given.Draft, given.Draft.Try(given.Edit).Try(new DraftEdit.ReplaceDraft(given.Draft, "took an edit back"))));

    [Fact]
    public void Removing_and_adding_again_leaves_no_pin_and_no_note()
    {
        var draft = Drafts.Of(1, 2) with { Pool = [Drafts.Entry(1, pin: 3, note: "opens"), Drafts.Entry(2)] };
        var after = draft.Try(new DraftEdit.RemoveTracks([new(1)])).Try(new DraftEdit.AddTracks([new(1)]));
        Assert.Equal([2, 1], after.Order());
        Assert.Null(after.Pool[1].Pin);
        Assert.Equal("", after.Pool[1].Note);
    }

    private static FsCheck.Gen<(Draft Draft, DraftEdit Edit)> Cases() => from draft in Drafts.Any from edit in Drafts.AnyEdit select (draft, edit);
}
