using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Playlists;

public sealed class EditingTests
{
    [Fact]
    public async Task An_edit_is_in_the_store_when_it_returns()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("Ada", Roles.Editor);
        var tracks = await desk.Tracks(3);
        var id = await desk.Get<CreatePlaylist>().Run(editor, "Night Drive", "awake, but calm");

        await Edit(desk, editor, id, new DraftEdit.AddTracks(tracks));

        var opened = await desk.Get<OpenPlaylist>().Newest(id);
        Assert.Equal(tracks, opened!.Draft.Pool.Select(entry => entry.Track));
        Assert.Equal("night-drive", opened.Slug);
        Assert.Equal("awake, but calm", opened.Draft.Need);
        Assert.Equal(3, Assert.Single(await desk.Get<ListPlaylists>().All()).PoolSize);
    }

    [Fact]
    public async Task The_later_of_two_editors_is_put_on_top_of_the_earlier()
    {
        await using var desk = await TestDesk.Open();
        var (ada, bo) = (await desk.Person("Ada", Roles.Editor), await desk.Person("Bo", Roles.Editor));
        var tracks = await desk.Tracks(2);
        var id = await desk.Get<CreatePlaylist>().Run(ada, "Shared");
        var opened = await desk.Get<OpenPlaylist>().Newest(id);

        var first = await desk.Get<EditDraft>().Run(ada, id, opened!.Version, new DraftEdit.AddTracks([tracks[0]]));
        var second = await desk.Get<EditDraft>().Run(bo, id, opened.Version, new DraftEdit.AddTracks([tracks[1]]));

        Assert.False(first.Conflict);
        Assert.False(second.Conflict);
        Assert.Equal(tracks, second.Now.Draft.Pool.Select(entry => entry.Track));
        Assert.Equal(tracks, (await desk.Get<OpenPlaylist>().Newest(id))!.Draft.Pool.Select(entry => entry.Track));
    }

    [Fact]
    public async Task One_sitting_is_one_revision_and_another_person_starts_the_next()
    {
        await using var desk = await TestDesk.Open();
        var (ada, bo) = (await desk.Person("Ada", Roles.Editor), await desk.Person("Bo", Roles.Editor));
        var tracks = await desk.Tracks(4);
        var id = await desk.Get<CreatePlaylist>().Run(ada, "Sittings");
        await Edit(desk, ada, id, new DraftEdit.AddTracks([tracks[0]]));
        await Edit(desk, ada, id, new DraftEdit.AddTracks([tracks[1]]));
        await Edit(desk, bo, id, new DraftEdit.AddTracks([tracks[2]]));
        desk.Clock.Advance(Revision.Sitting);
        await Edit(desk, bo, id, new DraftEdit.AddTracks([tracks[3]]));

        var history = await desk.Get<OpenPlaylist>().History(id);

        Assert.Equal([3, 2, 1], history.Select(row => row.Number));
        Assert.Equal(["Bo", "Bo", "Ada"], history.Select(row => row.ByName));
        var first = await desk.Get<OpenPlaylist>().At(id, history[^1].Id);
        Assert.Equal(2, first!.Draft.Pool.Length);
    }

    [Fact]
    public async Task Someone_without_the_role_changes_nothing()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("Ada", Roles.Editor);
        var reviewer = await desk.Person("Rue", Roles.Reviewer);
        var id = await desk.Get<CreatePlaylist>().Run(editor, "Closed");

        await Assert.ThrowsAsync<RefusedException>(() => Edit(desk, reviewer, id, new DraftEdit.Describe("Open", "", null)));

        Assert.Equal("Closed", (await desk.Get<OpenPlaylist>().Newest(id))!.Draft.Title);
    }

    [Fact]
    public async Task Restoring_an_earlier_state_brings_it_back_as_it_was()
    {
        await using var desk = await TestDesk.Open();
        var ada = await desk.Person("Ada", Roles.Editor);
        var tracks = await desk.Tracks(3);
        var id = await desk.Get<CreatePlaylist>().Run(ada, "Undo");
        var before = (await Edit(desk, ada, id, new DraftEdit.AddTracks(tracks))).Draft;
        await Edit(desk, ada, id, new DraftEdit.PinTrack(tracks[2], 1));
        await Edit(desk, ada, id, new DraftEdit.RemoveTracks([tracks[0]]));

        var restored = await Edit(desk, ada, id, new DraftEdit.ReplaceDraft(before, "restored"));

        Assert.Equal(before, restored.Draft);
    }

    [Fact]
    public async Task Lists_know_need_and_seed_without_reading_a_draft()
    {
        await using var desk = await TestDesk.Open();
        var (ada, root) = (await desk.Person("Ada", Roles.Editor), await desk.Person("Root", Roles.Admin));
        var genre = await desk.Get<MakeGenre>().Run(root, "House");
        var id = await desk.Get<CreatePlaylist>().Run(ada, "Night Drive");
        await Edit(desk, ada, id, new DraftEdit.Describe("Night Drive", "awake, but calm", genre));
        await using (var db = await desk.Factory.CreateDbContextAsync()) await db.Database.ExecuteSqlRawAsync("UPDATE Revisions SET Draft = 'unreadable'");

        Assert.Equal("awake, but calm", Assert.Single(await desk.Get<ListPlaylists>().All()).Need);
        Assert.Equal(["Night Drive"], (await desk.Get<MergeGenres>().Plan(genre)).Playlists);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => desk.Get<DeleteGenre>().Run(root, genre));
        Assert.Contains("Night Drive", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<PlaylistView> Edit(TestDesk desk, Actor actor, PlaylistId id, DraftEdit edit)
    {
        var opened = await desk.Get<OpenPlaylist>().Newest(id);
        var outcome = await desk.Get<EditDraft>().Run(actor, id, opened!.Version, edit);
        Assert.False(outcome.Conflict);
        return outcome.Now;
    }
}
