using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Curation.Web.Playlists.Editing;
using Xunit;

namespace Curation.Tests.Web.Playlists;

public sealed class DraftSessionTests
{
    [Fact]
    public async Task An_edit_shows_at_once_and_is_in_the_store_when_the_mark_says_saved()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        await page.Session.Do(new DraftEdit.AddTracks([page.Tracks[0]]));
        Assert.Equal(SaveState.Saved, page.Session.State);
        Assert.Equal(page.Tracks[0], Assert.Single((await page.Stored()).Draft.Pool).Track);
    }

    [Fact]
    public async Task Undo_and_redo_are_saved_like_any_edit()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        await page.Session.Do(new DraftEdit.AddTracks(page.Tracks));
        await page.Session.Do(new DraftEdit.PinTrack(page.Tracks[1], 4));
        await page.Session.Undo();
        Assert.All((await page.Stored()).Draft.Pool, entry => Assert.Null(entry.Pin));
        await page.Session.Undo();
        Assert.Empty((await page.Stored()).Draft.Pool);
        await page.Session.Redo();
        await page.Session.Redo();
        Assert.Equal(4, (await page.Stored()).Draft.Pool[1].Pin);
        Assert.False(page.Session.CanRedo);
    }

    [Fact]
    public async Task A_new_edit_after_an_undo_leaves_nothing_to_redo()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        await page.Session.Do(new DraftEdit.AddTracks(page.Tracks));
        await page.Session.Undo();
        await page.Session.Do(new DraftEdit.AddTracks([page.Tracks[0]]));
        Assert.False(page.Session.CanRedo);
        Assert.True(page.Session.CanUndo);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_keeps_the_edits_here_and_takes_them_when_it_does()
    {
        await using var desk = await TestDesk.Open();
        var down = true;
        using var page = await Opened(desk, () => down);
        await page.Session.Do(new DraftEdit.AddTracks(page.Tracks));
        await page.Session.Do(new DraftEdit.RemoveTracks([page.Tracks[0]]));
        Assert.Equal(SaveState.Failed, page.Session.State);
        Assert.Equal(2, page.Session.Waiting);
        Assert.Equal(2, page.Session.Draft.Pool.Length);
        Assert.Empty((await page.Stored()).Draft.Pool);
        down = false;
        desk.Clock.Advance(TimeSpan.FromSeconds(4));
        await page.Retried;
        Assert.Equal(SaveState.Saved, page.Session.State);
        Assert.Equal(2, (await page.Stored()).Draft.Pool.Length);
    }

    [Fact]
    public async Task An_edit_goes_on_top_of_what_somebody_else_saved_meanwhile()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        await page.Session.Do(new DraftEdit.AddTracks(page.Tracks));
        await page.SomebodyElse(new DraftEdit.Describe("Night Drive, Rain", "", null));
        await page.Session.Do(new DraftEdit.MoveTracks([page.Tracks[2]], page.Tracks[0]));
        Assert.Equal(SaveState.Saved, page.Session.State);
        var stored = (await page.Stored()).Draft;
        Assert.Equal("Night Drive, Rain", stored.Title);
        Assert.Equal([page.Tracks[2], page.Tracks[0], page.Tracks[1]], stored.Pool.Select(entry => entry.Track));
        Assert.Equal(stored, page.Session.Draft);
    }

    [Fact]
    public async Task Undoing_after_somebody_else_saved_does_not_take_their_work_away()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        await page.Session.Do(new DraftEdit.AddTracks([page.Tracks[0], page.Tracks[1]]));
        await page.Session.Do(new DraftEdit.RemoveTracks([page.Tracks[0]]));
        await page.SomebodyElse(new DraftEdit.AddTracks([page.Tracks[2]]));
        await page.Session.Undo();
        Assert.Equal(SaveState.Saved, page.Session.State);
        Assert.Equal(page.Tracks, (await page.Stored()).Draft.Pool.Select(entry => entry.Track));
        await page.Session.Undo();
        Assert.Equal([page.Tracks[2]], (await page.Stored()).Draft.Pool.Select(entry => entry.Track));
    }

    [Fact]
    public async Task A_true_conflict_shows_both_with_their_author_and_keeps_everything_else()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        await page.SomebodyElse(new DraftEdit.Describe("Theirs", "", null));
        await page.Session.Do(new DraftEdit.Describe("Mine", "for the way home", null));
        var conflict = Assert.Single(page.Session.Conflicts);
        Assert.Equal(SaveState.Conflict, page.Session.State);
        Assert.True(page.Session.WouldLose);
        Assert.Equal((page.Rob, "\"Theirs\"", "\"Mine\""), (conflict.By!.Value, conflict.Theirs, conflict.Mine));
        Assert.Equal(("Theirs", "for the way home"), (page.Session.Draft.Title, (await page.Stored()).Draft.Need));
        await page.Session.Choose(conflict, conflict.Insist);
        Assert.Empty(page.Session.Conflicts);
        Assert.Equal("Mine", (await page.Stored()).Draft.Title);
        Assert.Equal(SaveState.Saved, page.Session.State);
    }

    [Fact]
    public async Task Leaving_theirs_settles_a_conflict_without_an_edit()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        await page.SomebodyElse(new DraftEdit.Describe("Theirs", "", null));
        await page.Session.Do(new DraftEdit.Describe("Mine", "", null));
        var version = (await page.Stored()).Version;
        page.Session.LeaveTheirs(page.Session.Conflicts[0]);
        Assert.Equal(SaveState.Saved, page.Session.State);
        Assert.Equal(("Theirs", version), ((await page.Stored()).Draft.Title, (await page.Stored()).Version));
    }

    [Fact]
    public async Task A_note_on_a_track_that_was_removed_can_bring_the_track_back_as_it_was()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        await page.Session.Do(new DraftEdit.AddTracks(page.Tracks));
        await page.Session.Do(new DraftEdit.PinTrack(page.Tracks[1], 4));
        await page.SomebodyElse(new DraftEdit.RemoveTracks([page.Tracks[1]]));
        await page.Session.Do(new DraftEdit.WriteNote(page.Tracks[1], "opens the night"));
        var conflict = Assert.Single(page.Session.Conflicts);
        Assert.Equal((ConflictKind.Removed, page.Rob), (conflict.Kind, conflict.By!.Value));
        await page.Session.Choose(conflict, conflict.Insist);
        var back = Assert.Single((await page.Stored()).Draft.Pool, entry => entry.Track == page.Tracks[1]);
        Assert.Equal(("opens the night", 4), (back.Note, back.Pin));
    }

    [Fact]
    public async Task What_others_save_comes_in_under_what_waits_here()
    {
        await using var desk = await TestDesk.Open();
        var down = true;
        using var page = await Opened(desk, () => down);
        IReadOnlySet<TrackId>? taken = null;
        page.Session.Taken += tracks => taken = tracks;
        await page.Session.Do(new DraftEdit.AddTracks([page.Tracks[0]]));
        await page.SomebodyElse(new DraftEdit.AddTracks([page.Tracks[1]]));
        page.Session.Take(await page.Stored());
        Assert.Equal([page.Tracks[1], page.Tracks[0]], page.Session.Draft.Pool.Select(entry => entry.Track));
        Assert.Equal([page.Tracks[1]], taken!.Except([page.Tracks[0]]));
        Assert.Equal((SaveState.Failed, 1), (page.Session.State, page.Session.Waiting));
        down = false;
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        await page.Retried;
        Assert.Equal(2, (await page.Stored()).Draft.Pool.Length);
    }

    [Fact]
    public async Task Edits_to_be_suggested_wait_here_until_they_are()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        page.Session.Suggesting = true;
        await page.Session.Do(new DraftEdit.AddTracks([page.Tracks[0]]));
        Assert.Single(page.Session.Draft.Pool);
        Assert.Single(page.Session.Held);
        Assert.True(page.Session.WouldLose);
        Assert.Empty((await page.Stored()).Draft.Pool);
    }

    [Fact]
    public async Task What_the_store_refuses_goes_from_the_page_too_and_is_told()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        await page.Session.Do(new DraftEdit.AddTracks([new TrackId(987_654)]));
        Assert.Empty(page.Session.Draft.Pool);
        Assert.Contains("not in the catalogue", Assert.Single(page.Refusals), StringComparison.Ordinal);
        Assert.Equal(SaveState.Saved, page.Session.State);
    }

    [Fact]
    public async Task After_the_page_is_left_a_save_that_fails_is_not_tried_again()
    {
        await using var desk = await TestDesk.Open();
        var tries = 0;
        OpenPage? page = null;
        page = await Opened(desk, () =>
        {
            tries++;
            page!.Session.Dispose();
            return true;
        });
        await page.Session.Do(new DraftEdit.AddTracks(page.Tracks));
        Assert.True(page.Session.WouldLose);
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task What_is_typed_is_saved_at_the_pause_as_one_step_and_until_then_counts_as_not_saved()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        foreach (var title in (string[])["N", "Ni", "Night Bus"]) await page.Session.Type(Title("Night Drive", title));
        Assert.True(page.Session.Typing);
        Assert.Equal("Night Drive", (await page.Stored()).Draft.Title);
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        await page.Retried;
        Assert.False(page.Session.Typing);
        Assert.Equal("Night Bus", (await page.Stored()).Draft.Title);
        await page.Session.Undo();
        Assert.Equal("Night Drive", (await page.Stored()).Draft.Title);
        Assert.False(page.Session.CanUndo);
    }

    [Fact]
    public async Task What_is_typed_goes_before_whatever_else_is_done()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        await page.Session.Do(new DraftEdit.AddTracks(page.Tracks));
        await page.Session.Type(new FieldEdit(page.Tracks[0], DraftFields.Note, "\"\"", "\"opens\""));
        await page.Session.Type(Title("Night Drive", "Night Bus"));
        Assert.Equal("opens", (await page.Stored()).Draft.Pool[0].Note);
        await page.Session.Do(new DraftEdit.RemoveTracks([page.Tracks[2]]));
        Assert.Equal(("Night Bus", 2), ((await page.Stored()).Draft.Title, page.Session.Saved.Draft.Pool.Length));
    }

    [Fact]
    public async Task Leaving_the_page_saves_what_was_typed()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        await page.Session.Type(Title("Night Drive", "Night Bus"));
        page.Session.Dispose();
        for (var tries = 0; tries < 500 && (await page.Stored()).Draft.Title != "Night Bus"; tries++) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Equal("Night Bus", (await page.Stored()).Draft.Title);
    }

    [Fact]
    public async Task Typing_on_after_a_pause_is_no_conflict_with_oneself_but_what_others_wrote_meanwhile_is_one()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk);
        await page.Session.Type(Title("Night Drive", "Night"));
        await page.Session.Rest();
        await page.Session.Type(Title("Night Drive", "Night Bus"));
        await page.Session.Rest();
        Assert.Equal(SaveState.Saved, page.Session.State);
        await page.Session.Type(Title("Night Bus", "Night Bus Home"));
        await page.SomebodyElse(new DraftEdit.Describe("Theirs", "", null));
        page.Session.Take(await page.Stored());
        await page.Session.Type(Title("Theirs", "Night Bus Home, Late"));
        await page.Session.Rest();
        var conflict = Assert.Single(page.Session.Conflicts);
        Assert.Equal(("\"Theirs\"", "\"Night Bus Home, Late\""), (conflict.Theirs, conflict.Mine));
        Assert.Equal("Theirs", (await page.Stored()).Draft.Title);
    }

    [Fact]
    public async Task Two_hundred_edits_can_be_taken_back_and_no_more()
    {
        await using var desk = await TestDesk.Open();
        using var page = await Opened(desk, () => true);
        for (var size = 1; size <= Steps.Most + 5; size++) await page.Session.Do(new DraftEdit.Describe($"Night Drive {size}", "", null));
        var taken = 0;
        for (; page.Session.CanUndo; taken++) await page.Session.Undo();
        Assert.Equal(Steps.Most, taken);
        Assert.Equal("Night Drive 5", page.Session.Draft.Title);
    }

    private static FieldEdit Title(string was, string now) => new(null, "title", $"\"{was}\"", $"\"{now}\"");

    private static async Task<OpenPage> Opened(TestDesk desk, Func<bool>? down = null)
    {
        var (ann, rob) = (await desk.Person("Ann", Roles.Editor), await desk.Person("Rob", Roles.Editor));
        var tracks = await desk.Tracks(3);
        var id = await desk.Get<CreatePlaylist>().Run(ann, "Night Drive");
        return new OpenPage(desk, ann, rob, tracks, (await desk.Get<OpenPlaylist>().Newest(id))!, down ?? (() => false));
    }

    /// <summary>A page that Ann has open, on the real desk; the way to the store can be cut.</summary>
    private sealed class OpenPage : IDisposable
    {
        private readonly TestDesk desk;
        private readonly Actor rob;
        private readonly TaskCompletionSource retried = new();

        public OpenPage(TestDesk desk, Actor ann, Actor rob, IReadOnlyList<TrackId> tracks, PlaylistView view, Func<bool> down)
        {
            (this.desk, this.rob, Tracks) = (desk, rob, tracks);
            Session = new DraftSession(
                view,
                ann.Person,
                (version, edit) => down() ? throw new TimeoutException("The store does not answer.") : desk.Get<EditDraft>().Run(ann, view.Id, version, edit),
                desk.Clock,
                async work =>
                {
                    await work();
                    retried.TrySetResult();
                });
            Session.Refused += Refusals.Add;
        }

        public PersonId Rob => rob.Person;

        public DraftSession Session { get; }

        public IReadOnlyList<TrackId> Tracks { get; }

        public List<string> Refusals { get; } = [];

        public Task Retried => retried.Task;

        public async Task<PlaylistView> Stored() => (await desk.Get<OpenPlaylist>().Newest(Session.Saved.Id))!;

        public async Task SomebodyElse(DraftEdit edit) =>
            Assert.False((await desk.Get<EditDraft>().Run(rob, Session.Saved.Id, (await Stored()).Version, edit)).Conflict);

        public void Dispose() => Session.Dispose();
    }
}
