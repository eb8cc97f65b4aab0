using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Playlists;

public sealed class MergeTests
{
    private static readonly Draft Common = Drafts.Of(1, 2, 3, 4);

    [Fact]
    public void Two_values_of_the_recipe_go_together()
    {
        var merged = Both(new DraftEdit.SetBlend(Common.Blend with { Size = 30 }), new DraftEdit.SetBlend(Common.Blend with { EditorialWeight = 0.25 }));
        Assert.Empty(merged.Conflicts);
        Assert.Equal(new Blend { Size = 30, EditorialWeight = 0.25 }, merged.Draft.Blend);
    }

    [Fact]
    public void The_same_value_set_differently_shows_both_and_keeps_theirs()
    {
        var merged = Both(new DraftEdit.Describe("Theirs", "their need", null), new DraftEdit.Describe("Mine", "", new GenreId(7)));
        var conflict = Assert.Single(merged.Conflicts);
        Assert.Equal((ConflictKind.Value, "title", "\"Mine\"", "\"Theirs\""), (conflict.Kind, conflict.Field, conflict.Mine, conflict.Theirs));
        Assert.Equal(("Theirs", "their need", new GenreId(7)), (merged.Draft.Title, merged.Draft.Need, merged.Draft.Seed));
        Assert.Equal("Mine", Insisted(merged, conflict.Insist).Title);
        Assert.Equal("Ön", Insisted(merged, conflict.Third("\"Ön\"")).Title);
    }

    [Fact]
    public void The_same_value_set_alike_is_no_conflict()
    {
        var merged = Both(new DraftEdit.WriteNote(new(2), "opens"), new DraftEdit.WriteNote(new(2), "opens"));
        Assert.Empty(merged.Conflicts);
    }

    [Fact]
    public void Two_tracks_pinned_at_one_position_are_asked_about()
    {
        var merged = Both(new DraftEdit.PinTrack(new(1), 3), new DraftEdit.PinTrack(new(2), 3));
        var conflict = Assert.Single(merged.Conflicts);
        Assert.Equal((ConflictKind.Position, new TrackId(1)), (conflict.Kind, conflict.Holder));
        Assert.Equal([3, null], merged.Draft.Pool.Take(2).Select(entry => entry.Pin));
        Assert.Equal([null, 3], Insisted(merged, conflict.Insist).Pool.Take(2).Select(entry => entry.Pin));
    }

    [Fact]
    public void A_note_on_a_track_that_the_other_removed_is_asked_about()
    {
        var merged = Both(new DraftEdit.RemoveTracks([new(2)]), new DraftEdit.WriteNote(new(2), "opens"));
        Assert.Equal(ConflictKind.Removed, Assert.Single(merged.Conflicts).Kind);
        Assert.Equal([1, 3, 4], merged.Draft.Order());
    }

    [Fact]
    public void Removing_a_track_on_which_the_other_wrote_is_asked_about()
    {
        var merged = Both(new DraftEdit.WriteNote(new(2), "opens"), new DraftEdit.RemoveTracks([new(2), new(3)]));
        var conflict = Assert.Single(merged.Conflicts);
        Assert.Equal(ConflictKind.Written, conflict.Kind);
        Assert.Equal([1, 2, 4], merged.Draft.Order());
        Assert.Equal([1, 4], Insisted(merged, conflict.Insist).Order());
    }

    [Fact]
    public void A_move_in_front_of_a_track_that_is_gone_lands_behind_the_one_above()
    {
        var merged = Both(new DraftEdit.RemoveTracks([new(2)]), new DraftEdit.MoveTracks([new(4)], new(2)));
        Assert.Equal([1, 4, 3], merged.Draft.Order());
    }

    [Fact]
    public void Taking_an_edit_back_leaves_what_others_did()
    {
        var mine = Common.Apply(new DraftEdit.RemoveTracks([new(1), new(3)]), Drafts.Ann, Drafts.Then);
        var back = new DraftEdit.Several([.. EditSteps.Between(mine, Common)], "");
        var theirs = mine.Apply(new DraftEdit.AddTracks([new(9)]), Drafts.Rob, Drafts.Then).Apply(new DraftEdit.WriteNote(new(2), "opens"), Drafts.Rob, Drafts.Then);
        var merged = Merge.Onto(theirs, back, Drafts.Ann, Drafts.Then);
        Assert.Empty(merged.Conflicts);
        Assert.Equal([1, 2, 3, 4, 9], merged.Draft.Order());
        Assert.Equal("opens", merged.Draft.Pool[1].Note);
    }

    [Fact]
    public void A_pin_that_only_made_room_is_not_fought_over_when_it_has_moved()
    {
        var pinned = Common.Apply(new DraftEdit.PinTrack(new(1), 3), Drafts.Ann, Drafts.Then);
        var mine = Merge.Refine(pinned, new DraftEdit.PinTrack(new(2), 3), Drafts.Ann, Drafts.Then);
        var merged = Merge.Onto(pinned.Apply(new DraftEdit.PinTrack(new(1), 5), Drafts.Rob, Drafts.Then), mine, Drafts.Ann, Drafts.Then);
        Assert.Empty(merged.Conflicts);
        Assert.Equal([5, 3], merged.Draft.Pool.Take(2).Select(entry => entry.Pin));
    }

    [Fact]
    public void A_value_that_does_not_fit_is_refused()
    {
        Assert.Throws<RefusedException>(() => Common.Apply(new DraftEdit.SetFields([new FieldEdit(null, "blend.size", null, "9999")]), Drafts.Ann, Drafts.Then));
        Assert.Throws<RefusedException>(() => Common.Apply(new DraftEdit.SetFields([new FieldEdit(new(1), "pin", null, "\"three\"")]), Drafts.Ann, Drafts.Then));
        Assert.Throws<RefusedException>(() => Common.Apply(new DraftEdit.SetFields([new FieldEdit(new(1), "addedBy", null, "\"rob\"")]), Drafts.Ann, Drafts.Then));
    }

    /// <summary>Theirs saved first, mine made on the same state and put on top.</summary>
    private static Merged Both(DraftEdit theirs, DraftEdit mine)
    {
        var meant = Merge.Refine(Common, mine, Drafts.Ann, Drafts.Then);
        return Merge.Onto(Common.Apply(theirs, Drafts.Rob, Drafts.Then), meant, Drafts.Ann, Drafts.Then);
    }

    private static Draft Insisted(Merged merged, DraftEdit choice)
    {
        var again = Merge.Onto(merged.Draft, choice, Drafts.Ann, Drafts.Then);
        Assert.Empty(again.Conflicts);
        return again.Draft;
    }
}
