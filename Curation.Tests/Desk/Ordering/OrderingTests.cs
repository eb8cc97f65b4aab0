using Curation.Core.Blending.Sequencing;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Ordering;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Desk.Ordering;

public sealed class OrderingTests
{
    private static readonly Clock Day = new() { Name = "Day", Slots = [new ClockSlot { Name = "hit", Tier = ClockTier.Head }, new ClockSlot { Name = "any" }] };

    private static async Task<(PlaylistId Id, Actor Editor)> Playlist(TestDesk desk, int tracks, int artists)
    {
        var editor = await desk.Person("Ann", Roles.Editor);
        var all = await desk.Tracks(tracks, artists);
        var id = await desk.Get<CreatePlaylist>().Run(editor, "Night Drive", "", null);
        await desk.Get<EditDraft>().Run(editor, id, (await desk.Get<OpenPlaylist>().Newest(id))!.Version, new DraftEdit.AddTracks(all));
        return (id, editor);
    }

    private static async Task<PlaylistView> Do(TestDesk desk, Actor editor, PlaylistId id, DraftEdit edit) =>
        (await desk.Get<EditDraft>().Run(editor, id, (await desk.Get<OpenPlaylist>().Newest(id))!.Version, edit)).Now;

    [Fact]
    public async Task An_order_is_found_made_as_one_edit_and_read_back_without_a_broken_rule()
    {
        await using var desk = await TestDesk.Open();
        var (id, editor) = await Playlist(desk, 12, artists: 4);
        var view = await Do(desk, editor, id, new DraftEdit.SetFlow(new Flow { Artist = new Separation { Distance = 3, Hard = true } }));
        view = await Do(desk, editor, id, new DraftEdit.Reorder([.. view.Draft.Pool.OrderBy(entry => entry.Track.Value % 4).Select(entry => entry.Track)]));
        view = await Do(desk, editor, id, new DraftEdit.PinTrack(view.Draft.Pool[5].Track, 1));
        Assert.NotEmpty((await desk.Get<ReadOrder>().Of(view.Draft)).Broken);

        var arranged = await desk.Get<ArrangeDraft>().Run(view.Draft);
        var ordered = await Do(desk, editor, id, new DraftEdit.Reorder(arranged.Tracks));

        Assert.Empty((await desk.Get<ReadOrder>().Of(ordered.Draft)).Broken);
        Assert.Equal(1, ordered.Draft.Pool[0].Pin);
        Assert.Empty((await desk.Get<ArrangeDraft>().Run(ordered.Draft)).Tracks);
    }

    [Fact]
    public async Task Only_the_chosen_rows_move_and_only_among_their_places()
    {
        await using var desk = await TestDesk.Open();
        var (id, editor) = await Playlist(desk, 12, artists: 3);
        var draft = (await Do(desk, editor, id, new DraftEdit.SetFlow(new Flow { Artist = new Separation { Distance = 2 } }))).Draft;
        draft = draft.Apply(new DraftEdit.Reorder([.. draft.Pool.OrderBy(entry => entry.Track.Value % 3).Select(entry => entry.Track)]), editor.Person, default);
        var chosen = draft.Pool.Take(8).Select(entry => entry.Track).ToList();
        var after = draft.Apply(new DraftEdit.Reorder((await desk.Get<ArrangeDraft>().Run(draft, chosen)).Tracks), editor.Person, default);
        Assert.NotEqual(draft, after);
        Assert.Equal(draft.Pool.Skip(8), after.Pool.Skip(8));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public async Task What_is_reported_of_an_order_is_what_is_read_of_it_afterwards(int chosen)
    {
        await using var desk = await TestDesk.Open();
        var (id, editor) = await Playlist(desk, 12, artists: 2);
        var draft = (await Do(desk, editor, id, new DraftEdit.SetFlow(new Flow { Artist = new Separation { Distance = 3 } }))).Draft;
        draft = draft.Apply(new DraftEdit.Reorder([.. draft.Pool.OrderBy(entry => entry.Track.Value % 2).Select(entry => entry.Track)]), editor.Person, default);
        var arranged = await desk.Get<ArrangeDraft>().Run(draft, [.. draft.Pool.Take(chosen).Select(entry => entry.Track)]);
        var after = draft.Apply(new DraftEdit.Reorder(arranged.Tracks), editor.Person, default);
        Assert.NotEmpty(arranged.Broken);
        Assert.Equal((await desk.Get<ReadOrder>().Of(after)).Broken.Select(rule => rule.Words), arranged.Broken.Select(rule => rule.Words));
    }

    [Fact]
    public async Task A_hard_rule_that_cannot_hold_refuses_and_says_what_would()
    {
        await using var desk = await TestDesk.Open();
        var (id, editor) = await Playlist(desk, 6, artists: 2);
        var draft = (await Do(desk, editor, id, new DraftEdit.SetFlow(new Flow { Artist = new Separation { Distance = 4, Hard = true } }))).Draft;
        var arranged = await desk.Get<ArrangeDraft>().Run(draft);
        Assert.True(arranged.Refused);
        Assert.Empty(arranged.Tracks);
        Assert.Equal(2, Assert.Single(arranged.Obstacles).Fix!.Artist!.Distance);
    }

    [Fact]
    public async Task Two_people_who_order_and_add_at_once_both_have_their_way()
    {
        await using var desk = await TestDesk.Open();
        var (id, editor) = await Playlist(desk, 6, artists: 6);
        var seen = (await desk.Get<OpenPlaylist>().Newest(id))!.Draft;
        var order = seen.Pool.Reverse().Select(entry => entry.Track).ToList();
        var refined = Merge.Refine(seen, new DraftEdit.Reorder(order), editor.Person, default);
        var newest = seen.Apply(new DraftEdit.AddTracks([new Core.Catalog.TrackId(999)]), editor.Person, default);
        var merged = Merge.Onto(newest, refined, editor.Person, default);
        Assert.Empty(merged.Conflicts);
        Assert.Equal([.. order, new Core.Catalog.TrackId(999)], merged.Draft.Pool.Select(entry => entry.Track));
    }

    [Fact]
    public async Task A_clock_is_kept_changed_and_deleted_and_a_playlist_keeps_the_copy_it_took()
    {
        await using var desk = await TestDesk.Open();
        var (id, editor) = await Playlist(desk, 3, artists: 3);
        var number = await desk.Get<SaveClock>().Run(editor, 0, 0, Day);
        var taken = (await Do(desk, editor, id, new DraftEdit.SetFlow(new Flow { Clock = (await desk.Get<ListClocks>().Run())[0].Clock }))).Draft;
        var row = Assert.Single(await desk.Get<ListClocks>().Run());
        Assert.Equal((number, Day), (row.Id, row.Clock));

        await desk.Get<SaveClock>().Run(editor, row.Id, row.Version, Day with { Slots = [Day.Slots[0]] });
        var stale = await Assert.ThrowsAsync<RefusedException>(() => desk.Get<DeleteClock>().Run(editor, row.Id, row.Version));
        Assert.Contains("Somebody else has changed", stale.Message, StringComparison.Ordinal);
        var twice = await Assert.ThrowsAsync<RefusedException>(() => desk.Get<SaveClock>().Run(editor, 0, 0, Day));
        Assert.Contains("already a clock", twice.Message, StringComparison.Ordinal);
        await desk.Get<DeleteClock>().Run(editor, row.Id, row.Version + 1);

        Assert.Empty(await desk.Get<ListClocks>().Run());
        Assert.Equal(Day, taken.Flow!.Clock);
        Assert.Equal(Day, (await desk.Get<OpenPlaylist>().Newest(id))!.Draft.Flow!.Clock);
    }

    [Fact]
    public async Task Who_is_no_editor_keeps_no_clock()
    {
        await using var desk = await TestDesk.Open();
        var reviewer = await desk.Person("Rob", Roles.Reviewer);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<SaveClock>().Run(reviewer, 0, 0, Day));
        Assert.Empty(await desk.Get<ListClocks>().Run());
    }

    [Fact]
    public async Task What_gave_way_is_named_with_both_tracks()
    {
        await using var desk = await TestDesk.Open();
        var (id, editor) = await Playlist(desk, 4, artists: 1);
        var draft = (await Do(desk, editor, id, new DraftEdit.SetFlow(new Flow { Artist = new Separation { Distance = 2 } }))).Draft;
        var view = await desk.Get<ReadOrder>().Of(draft);
        Assert.Equal("“Track 0” at 1 and “Track 1” at 2 share Artist 0, 1 apart where 2 is asked.", view.Broken[0].Words);
        Assert.False(Assert.Single(view.Obstacles).Hard);
        Assert.Equal(OrderRule.Artist, view.Broken[0].Breach.Rule);
    }
}
