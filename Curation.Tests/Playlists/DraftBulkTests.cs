using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Playlists;

public sealed class DraftBulkTests
{
    private static readonly PersonId Ann = new("ann");
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_replacement_keeps_place_pin_note_and_tags()
    {
        var draft = Draft(1, 2, 3).Apply(new DraftEdit.PinTrack(new TrackId(2), 7), Ann, Now).Apply(new DraftEdit.WriteNote(new TrackId(2), "opens"), Ann, Now)
            .Apply(new DraftEdit.TagEntries([new TrackId(2)], ["Summer"], []), Ann, Now).Apply(new DraftEdit.ReplaceTrack(new TrackId(2), new TrackId(9)), Ann, Now);
        Assert.Equal([1, 9, 3], draft.Pool.Select(entry => entry.Track.Value));
        Assert.Equal((7, "opens"), (draft.Pool[1].Pin, draft.Pool[1].Note));
        Assert.Equal(["summer"], draft.Pool[1].Tags);
    }

    [Fact]
    public void Where_the_pool_holds_the_new_track_already_the_two_become_one()
    {
        var draft = Draft(1, 2, 3).Apply(new DraftEdit.PinTrack(new TrackId(3), 5), Ann, Now).Apply(new DraftEdit.WriteNote(new TrackId(1), "a"), Ann, Now)
            .Apply(new DraftEdit.WriteNote(new TrackId(3), "b"), Ann, Now).Apply(new DraftEdit.ReplaceTrack(new TrackId(1), new TrackId(3)), Ann, Now);
        Assert.Equal([3, 2], draft.Pool.Select(entry => entry.Track.Value));
        Assert.Equal((5, "a\nb"), (draft.Pool[0].Pin, draft.Pool[0].Note));
    }

    [Fact]
    public void Several_are_pinned_one_after_the_other_in_their_order_or_none_is()
    {
        var draft = Draft(1, 2, 3, 4).Apply(new DraftEdit.PinTrack(new TrackId(4), 6), Ann, Now).Apply(new DraftEdit.PinTracks([new TrackId(3), new TrackId(1)], 5), Ann, Now);
        Assert.Equal([5, null, 6, null], draft.Pool.Select(entry => entry.Pin));
        Assert.Throws<RefusedException>(() => draft.Apply(new DraftEdit.PinTracks([new TrackId(1), new TrackId(2)], draft.Blend.Size), Ann, Now));
        Assert.Throws<RefusedException>(() => draft.Apply(new DraftEdit.PinTracks([new TrackId(1), new TrackId(77)], 1), Ann, Now));
    }

    [Fact]
    public void Tags_are_folded_kept_once_and_gone_when_the_last_is_taken_off()
    {
        var draft = Draft(1, 2).Apply(new DraftEdit.TagEntries([new TrackId(1), new TrackId(2)], ["  Check  Rights ", "opener", "OPENER"], []), Ann, Now);
        Assert.Equal(["check rights", "opener"], draft.Pool[1].Tags);
        var off = draft.Apply(new DraftEdit.TagEntries([new TrackId(2)], [], ["Opener", "check rights"]), Ann, Now);
        Assert.Null(off.Pool[1].Tags);
        Assert.Throws<RefusedException>(() => draft.Apply(new DraftEdit.TagEntries([new TrackId(1)], [new string('x', 41)], []), Ann, Now));
    }

    [Fact]
    public void Tags_are_seen_by_the_difference_and_carried_over_somebody_elses_edit()
    {
        var common = Draft(1, 2);
        var mine = common.Apply(new DraftEdit.TagEntries([new TrackId(2)], ["opener"], []), Ann, Now);
        Assert.NotEqual(common, mine);
        Assert.Equal(["opener"], Assert.Single(DraftDiff.Between(common, mine).Tags).After);
        var theirs = common.Apply(new DraftEdit.MoveTracks([new TrackId(2)], new TrackId(1)), Ann, Now);
        var merged = EditSteps.Between(common, mine).Aggregate(theirs, (draft, edit) => draft.Apply(edit, Ann, Now));
        Assert.Equal(["opener"], merged.Pool[0].Tags);
    }

    [Fact]
    public void A_draft_without_tags_is_written_and_hashed_as_before()
    {
        Assert.DoesNotContain("tags", DraftJson.Write(Draft(1)), StringComparison.Ordinal);
        var tagged = Draft(1).Apply(new DraftEdit.TagEntries([new TrackId(1)], ["opener"], []), Ann, Now);
        Assert.Equal(tagged, DraftJson.Read(DraftJson.Write(tagged)));
    }

    [Fact]
    public void Every_value_of_an_entry_counts_when_two_are_compared()
    {
        var entry = Draft(1).Pool[0];
        foreach (var property in typeof(Entry).GetProperties().Where(property => property.CanWrite))
        {
            var other = entry with { };
            object changed = property.PropertyType switch
            {
                var type when type == typeof(TrackId) => new TrackId(2),
                var type when type == typeof(PersonId) => new PersonId("ben"),
                var type when type == typeof(DateTimeOffset) => Now.AddDays(1),
                var type when type == typeof(string) => "other",
                var type when type == typeof(int?) => 7,
                var type when type == typeof(bool?) => true,
                var type when type == typeof(CommercialTie) => new CommercialTie("who", "what"),
                _ => new List<string> { "opener" },
            };
            property.SetValue(other, changed);
            Assert.False(entry.Equals(other), property.Name);
        }
    }

    private static Draft Draft(params int[] tracks) =>
        new() { Title = "Night Drive", Pool = [.. tracks.Select(track => new Entry { Track = new TrackId(track), AddedBy = Ann, AddedAt = Now })] };
}
