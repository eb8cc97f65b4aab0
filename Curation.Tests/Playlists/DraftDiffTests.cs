using Curation.Core.Catalog;
using Curation.Core.Playlists;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Playlists;

public sealed class DraftDiffTests
{
    [Fact]
    public void A_draft_does_not_differ_from_itself() => Drafts.Hold(Drafts.Any, draft => Assert.True(DraftDiff.Between(draft, draft).IsEmpty));

    [Fact]
    public void What_was_added_and_removed_is_named_in_the_order_it_stands_in()
    {
        var diff = DraftDiff.Between(Drafts.Of(1, 2, 3, 4), Drafts.Of(9, 1, 8, 3));
        Assert.Equal([new TrackId(9), new TrackId(8)], diff.Added);
        Assert.Equal([new TrackId(2), new TrackId(4)], diff.Removed);
        Assert.Empty(diff.Moved);
        Assert.Equal(4, diff.Count);
    }

    [Fact]
    public void One_track_dragged_to_the_top_is_one_move_not_five()
    {
        var diff = DraftDiff.Between(Drafts.Of(1, 2, 3, 4, 5), Drafts.Of(5, 1, 2, 3, 4));
        Assert.Equal(new EntryMove(new TrackId(5), 5, 1), Assert.Single(diff.Moved));
    }

    [Fact]
    public void A_reversed_pool_of_five_takes_four_moves() =>
        Assert.Equal(4, DraftDiff.Between(Drafts.Of(1, 2, 3, 4, 5), Drafts.Of(5, 4, 3, 2, 1)).Moved.Count);

    [Fact]
    public void Pins_and_notes_say_how_they_were_and_how_they_are()
    {
        var before = Drafts.Of() with { Pool = [Drafts.Entry(1, pin: 1), Drafts.Entry(2, note: "keep"), Drafts.Entry(3)] };
        var after = Drafts.Of() with { Pool = [Drafts.Entry(1, pin: 4), Drafts.Entry(2), Drafts.Entry(3, note: "new"), Drafts.Entry(4, pin: 2)] };
        var diff = DraftDiff.Between(before, after);
        Assert.Equal([new PinChange(new(1), 1, 4), new PinChange(new(4), null, 2)], diff.Pins);
        Assert.Equal([new NoteChange(new(2), "keep", ""), new NoteChange(new(3), "", "new")], diff.Notes);
    }

    [Fact]
    public void Words_and_recipe_are_told_as_an_editor_reads_them()
    {
        var before = Drafts.Of(1);
        var after = before with { Title = "Kitchen", Need = "Mornings.", Seed = new GenreId(7), Blend = before.Blend with { Size = 30, EditorialWeight = .25, SeparationIsHard = true, AllowExplicit = false } };
        var diff = DraftDiff.Between(before, after, _ => "Dub");
        Assert.Equal([new("title", "Night Drive", "Kitchen"), new("need", "", "Mornings."), new("genre seed", "", "Dub")], diff.Words);
        Assert.Equal(
            [new("tracks in a list", "50", "30"), new("editorial weight", "50 %", "25 %"), new("separation", "soft", "hard"), new ValueChange("explicit tracks", "allowed", "left out")],
            diff.Recipe);
    }

    [Fact]
    public void The_steps_of_a_difference_lead_from_one_state_to_the_other() =>
        Drafts.Hold(from before in Drafts.Any from after in Drafts.Any select (before, after), given =>
        {
            var reached = EditSteps.Between(given.before, given.after).Aggregate(given.before, (draft, edit) => draft.Apply(edit, Drafts.Ann, Drafts.Then));
            Assert.Equal(given.after, reached.Anonymous());
        });
}
