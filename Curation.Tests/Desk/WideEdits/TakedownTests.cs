using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Previews;
using Curation.Core.Desk.Reviews;
using Curation.Core.Desk.WideEdits;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Editions;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.WideEdits;

public sealed class TakedownTests
{
    [Fact]
    public async Task A_takedown_leaves_every_pool_blocks_the_track_and_comes_back_as_a_whole()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("ann", Roles.Editor);
        var tracks = await desk.Tracks(6);
        var one = await Playlist(desk, editor, "One", tracks, new DraftEdit.PinTrack(tracks[2], 4), new DraftEdit.WriteNote(tracks[2], "opens"));
        var two = await Playlist(desk, editor, "Two", [tracks[2], tracks[3]]);
        var preview = await desk.Get<PreviewWideEdit>().Of([tracks[2], tracks[3]]);
        Assert.Equal((4, 1, 1), (preview.Places, preview.Pins, preview.Notes));
        var admin = await desk.Person("adm", Roles.Admin);

        var id = await desk.Get<ChangeEverywhere>().TakeDown(admin, preview, "Rights ended");
        Assert.Equal([tracks[0], tracks[1], tracks[4], tracks[5]], await Pool(desk, one));
        Assert.Empty(await Pool(desk, two));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Edit(desk, editor, two, new DraftEdit.AddTracks([tracks[2]])));
        Assert.Equal("“Track 2” was taken down and may not be in any playlist; nothing was saved. Leave it out, or have the takedown taken back under “In all playlists”.", refused.Message);
        var earlier = (await desk.Get<OpenPlaylist>().History(one))[^1];
        var old = await desk.Get<OpenPlaylist>().At(one, earlier.Id);
        await Assert.ThrowsAsync<RefusedException>(() => Edit(desk, editor, one, new DraftEdit.Restore(old!.Draft, old.Number)));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<CreatePlaylist>().Run(admin, "No editor"));

        var outcome = await desk.Get<TakeBackWideEdit>().Run(admin, id);
        Assert.Equal(4, outcome.Restored);
        Assert.Empty(outcome.Left);
        Assert.Equal(tracks, await Pool(desk, one));
        Assert.Equal([tracks[2], tracks[3]], await Pool(desk, two));
        var back = (await desk.Get<OpenPlaylist>().Newest(one))!.Draft.Pool[2];
        Assert.Equal((4, "opens", editor.Person), (back.Pin, back.Note, back.AddedBy));
        await Edit(desk, editor, two, new DraftEdit.MoveTracks([tracks[3]], tracks[2]));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<TakeBackWideEdit>().Run(admin, id));
    }

    [Fact]
    public async Task Who_takes_down_is_named_by_revision_and_log_but_becomes_no_author()
    {
        await using var desk = await TestDesk.Open();
        var (editor, other) = (await desk.Person("ann", Roles.Editor), await desk.Person("both", Roles.Editor, Roles.Reviewer));
        var tracks = await desk.Tracks(3);
        var id = await Playlist(desk, editor, "One", tracks);
        await desk.Get<ChangeEverywhere>().TakeDown(other, await desk.Get<PreviewWideEdit>().Of([tracks[0]]), "Rights ended");
        var view = (await desk.Get<OpenPlaylist>().Newest(id))!;
        Assert.Equal((2, other.Person), (view.RevisionNumber, view.SavedBy));
        var submission = await desk.Get<SubmitPlaylist>().Run(editor, id, view.Version);
        await desk.Services.Approve(other, submission);
        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Equal([editor.Person], await db.PlaylistAuthors.Select(author => author.Person).ToListAsync());
        Assert.Contains(await db.AuditLog.Select(entry => entry.Action).ToListAsync(), action => action == "tracks.take-down");
    }

    [Fact]
    public async Task What_is_in_review_stays_frozen_and_the_preview_says_so()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("ann", Roles.Editor);
        var tracks = await desk.Tracks(3);
        var id = await Playlist(desk, editor, "One", tracks);
        await desk.Get<SubmitPlaylist>().Run(editor, id, (await desk.Get<OpenPlaylist>().Newest(id))!.Version);
        var preview = await desk.Get<PreviewWideEdit>().Of([tracks[0]]);
        Assert.True(Assert.Single(preview.Playlists).InReview);
        await desk.Get<ChangeEverywhere>().TakeDown(editor, preview, "Rights ended");
        await using var db = await desk.Factory.CreateDbContextAsync();
        var drafts = await db.Revisions.OrderBy(revision => revision.Number).Select(revision => revision.Draft).ToListAsync();
        Assert.Equal([3, 2], drafts.Select(draft => draft.Pool.Length));
        Assert.True(Assert.Single((await desk.Get<PreviewWideEdit>().Of([tracks[0]])).Playlists).InReview);
    }

    [Fact]
    public async Task Nothing_is_done_where_a_playlist_changed_after_the_preview()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("ann", Roles.Editor);
        var tracks = await desk.Tracks(3);
        var id = await Playlist(desk, editor, "One", tracks);
        var preview = await desk.Get<PreviewWideEdit>().Of([tracks[0]]);
        await Edit(desk, editor, id, new DraftEdit.WriteNote(tracks[0], "kept?"));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => desk.Get<ChangeEverywhere>().TakeDown(editor, preview, "Rights ended"));
        Assert.Equal("“One” has changed since you looked. Nothing was changed anywhere; look at the preview again.", refused.Message);
        Assert.Equal(3, (await Pool(desk, id)).Count());
        Assert.Empty(await desk.Get<ListWideEdits>().Newest());
    }

    [Fact]
    public async Task A_place_that_changed_since_is_not_restored_and_the_answer_says_where()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("ann", Roles.Editor);
        var tracks = await desk.Tracks(5);
        var one = await Playlist(desk, editor, "One", tracks.Take(4));
        var two = await Playlist(desk, editor, "Two", tracks.Take(4), new DraftEdit.PinTrack(tracks[1], 3));
        var id = await desk.Get<ChangeEverywhere>().TakeDown(editor, await desk.Get<PreviewWideEdit>().Of([tracks[1]]), "Rights ended");
        await Edit(desk, editor, one, new DraftEdit.AddTracks([tracks[4]], tracks[0]));
        await Edit(desk, editor, two, new DraftEdit.PinTrack(tracks[2], 3));
        var outcome = await desk.Get<TakeBackWideEdit>().Run(editor, id);
        Assert.Equal(1, outcome.Restored);
        Assert.Equal(["“One”, Track 1 at 2: the pool has changed at that place since.", "“Two”, Track 1 at 2: it is back, but without its pin at 3, which is taken or past the end of the list now."], outcome.Left);
        Assert.Equal(tracks.Take(4), await Pool(desk, two));
    }

    [Fact]
    public async Task A_replacement_keeps_pins_and_notes_is_authorship_and_is_taken_back()
    {
        await using var desk = await TestDesk.Open();
        var (editor, other) = (await desk.Person("ann", Roles.Editor), await desk.Person("ben", Roles.Editor));
        var tracks = await desk.Tracks(4);
        var one = await Playlist(desk, editor, "One", tracks.Take(3), new DraftEdit.PinTrack(tracks[1], 2), new DraftEdit.WriteNote(tracks[1], "opens"));
        var id = await desk.Get<ChangeEverywhere>().Replace(other, await desk.Get<PreviewWideEdit>().Of([tracks[1]]), tracks[3]);
        var entry = (await desk.Get<OpenPlaylist>().Newest(one))!.Draft.Pool[1];
        Assert.Equal((tracks[3], 2, "opens"), (entry.Track, entry.Pin, entry.Note));
        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Equal(2, await db.PlaylistAuthors.CountAsync());
        Assert.Equal(1, (await desk.Get<TakeBackWideEdit>().Run(other, id)).Restored);
        Assert.Equal(tracks.Take(3), await Pool(desk, one));
    }

    [Fact]
    public async Task Live_editions_are_named_and_left_as_they_are_and_a_blocked_track_is_on_no_new_list()
    {
        await using var room = await Newsroom.Open();
        var live = (await room.Publish()).Live!.Edition;
        var track = (await room.Get<OpenPlaylist>().Newest(room.Playlist))!.Draft.Pool[0].Track;
        var preview = await room.Get<PreviewWideEdit>().Of([track]);
        var edition = Assert.Single(preview.Live);
        Assert.Equal((live.Number, live.ListCount), (edition.Number, edition.Of));
        Assert.InRange(edition.Lists, 1, edition.Of);
        await room.Get<ChangeEverywhere>().TakeDown(room.Editor, preview, "Rights ended");
        Assert.Equal(edition, Assert.Single((await room.Get<PreviewWideEdit>().Of([track])).Live));
        var next = await room.Get<PreviewListener>().Run(room.Playlist, new PreviewChoice.Newcomer());
        Assert.DoesNotContain(next!.List!.Slots.ToArray(), slot => slot.Track == track);
    }

    [Fact]
    public async Task A_pasted_list_is_read_by_number_link_isrc_and_recording_and_says_what_it_does_not_know()
    {
        await using var desk = await TestDesk.Open();
        var tracks = await desk.Tracks(3);
        await using (var db = await desk.Factory.CreateDbContextAsync())
        {
            (await db.Tracks.SingleAsync(track => track.Id == tracks[2])).State(isrc: "NLA010000001");
            await db.SaveChangesAsync();
        }

        var preview = await desk.Get<PreviewWideEdit>().Named($"{tracks[0]}\nhttps://music.example/tracks/{tracks[1]}, nla010000001\n9999 what");
        Assert.Equal(tracks, preview.Tracks.Select(track => track.Id));
        Assert.Equal(["9999", "what"], preview.Unknown);
    }

    private static async Task<PlaylistId> Playlist(TestDesk desk, Actor editor, string title, IEnumerable<TrackId> tracks, params DraftEdit[] more)
    {
        var id = await desk.Get<CreatePlaylist>().Run(editor, title);
        foreach (var edit in more.Prepend(new DraftEdit.AddTracks([.. tracks]))) await Edit(desk, editor, id, edit);
        return id;
    }

    private static async Task Edit(TestDesk desk, Actor editor, PlaylistId id, DraftEdit edit) =>
        Assert.False((await desk.Get<EditDraft>().Run(editor, id, (await desk.Get<OpenPlaylist>().Newest(id))!.Version, edit)).Conflict);

    private static async Task<IEnumerable<TrackId>> Pool(TestDesk desk, PlaylistId id) => (await desk.Get<OpenPlaylist>().Newest(id))!.Draft.Pool.Select(entry => entry.Track);
}
