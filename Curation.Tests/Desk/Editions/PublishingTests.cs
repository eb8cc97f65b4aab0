using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Previews;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage.Jobs;
using Curation.Core.Catalog;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Editions;

public sealed class PublishingTests
{
    [Fact]
    public async Task Every_listener_gets_the_list_that_the_preview_showed()
    {
        await using var room = await Newsroom.Open();
        var previews = new Dictionary<string, PreviewedList>();
        for (var i = 0; i < 30; i++) previews[$"listener-{i}"] = (await room.Get<PreviewListener>().Run(room.Playlist, new PreviewChoice.Listener($"listener-{i}")))!;
        var shared = await room.Get<PreviewListener>().Run(room.Playlist, new PreviewChoice.Newcomer());

        var state = await room.Publish();

        Assert.Equal(31, state.Live!.Edition.ListCount);
        foreach (var (key, preview) in previews)
        {
            var list = await room.Get<ReadListenerList>().Live("night-drive", key);
            Assert.Equal(preview.List!.HashText, list!.ListHash);
            Assert.Equal(preview.List.Slots.ToArray(), list.Tracks.Select(track => track.Slot));
        }

        Assert.Equal(shared!.List!.HashText, (await room.Get<ReadListenerList>().Live("night-drive", null))!.ListHash);
        Assert.True(previews.Values.Select(preview => string.Join(' ', preview.List!.Slots.ToArray().Select(slot => slot.Track))).Distinct().Count() > 2);
        Assert.Empty((await room.Get<VerifyEditions>().Run()).Faults);
    }

    [Fact]
    public async Task Fifty_replayed_clicks_make_one_edition()
    {
        await using var room = await Newsroom.Open(4);
        await room.Approve();
        var clicks = new List<Publication>();
        for (var i = 0; i < 25; i++) clicks.Add(await room.Get<PublishPlaylist>().Run(room.Editor, room.Playlist));
        var job = Assert.Single(clicks.Distinct());
        Assert.Equal(JobState.Done, await room.Work(((Publication.Queued)job).Job));
        for (var i = 0; i < 25; i++) Assert.IsType<Publication.AlreadyMade>(await room.Get<PublishPlaylist>().Run(room.Editor, room.Playlist));

        Assert.Single((await room.Get<ListEditions>().Of(room.Playlist))!.Editions);
        Assert.Single(await room.Get<ListJobs>().Newest(10, PublishPlaylist.Kind));
        Assert.Single(await room.Get<ReadAuditLog>().Newest(50, $"playlist:{room.Playlist}"), row => row.Entry.Action == "edition.publish");
    }

    [Fact]
    public async Task Work_that_is_done_again_after_the_switch_changes_nothing()
    {
        await using var room = await Newsroom.Open(4);
        var before = (await room.Publish()).Live!.Edition;
        var job = Assert.Single(await room.Get<ListJobs>().Newest(10, PublishPlaylist.Kind)).Id;
        Assert.Equal(JobState.Done, await room.Work(job));
        var after = (await room.Get<ListEditions>().Of(room.Playlist))!.Live!.Edition;
        Assert.Equal((before.Hash, before.PublishedAt, before.Version), (after.Hash, after.PublishedAt, after.Version));
    }

    [Fact]
    public async Task Nothing_is_published_without_an_approval()
    {
        await using var room = await Newsroom.Open(4);
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<PublishPlaylist>().Run(room.Editor, room.Playlist));
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<PublishPlaylist>().Run(room.Reviewer, room.Playlist));
        Assert.Empty(await room.Get<ListJobs>().Newest(10, PublishPlaylist.Kind));
    }

    [Fact]
    public async Task A_new_model_ends_an_approval_and_the_refusal_says_what_to_do()
    {
        await using var room = await Newsroom.Open(4);
        await room.Approve();
        var job = await room.Queue();
        await Listen(room);
        await Newsroom.Train(room.Desk);

        Assert.Equal(JobState.Failed, await room.Work(job));

        Assert.Contains("Submit the playlist again", (await room.Get<ListJobs>().Find(job))!.Error, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => room.Get<PublishPlaylist>().Run(room.Editor, room.Playlist));
        Assert.Contains("Another model", refused.Message, StringComparison.Ordinal);
        Assert.False((await room.Get<ListJobs>().Newest(1, PublishPlaylist.Kind)).Single().CanResume);
        Assert.Contains("Another model", (await Assert.ThrowsAsync<RefusedException>(() => room.Get<CancelJob>().Resume(room.Editor, job))).Message, StringComparison.Ordinal);
        Assert.Empty((await room.Get<ListEditions>().Of(room.Playlist))!.Editions);
    }

    [Fact]
    public async Task Editing_on_does_not_touch_what_was_approved()
    {
        await using var room = await Newsroom.Open(4);
        var preview = await room.Get<PreviewListener>().Run(room.Playlist, new PreviewChoice.Newcomer());
        await room.Approve();
        await room.Edit(new DraftEdit.RemoveTracks([room.Camps.Calm[0]]));
        await room.Work(await room.Queue());
        Assert.Equal(preview!.List!.HashText, (await room.Get<ReadListenerList>().Live("night-drive", null))!.ListHash);
    }

    [Fact]
    public async Task A_changed_byte_in_the_store_is_found_and_the_list_is_not_served()
    {
        await using var room = await Newsroom.Open(4);
        var edition = (await room.Publish()).Live!.Edition;
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.EditionLists.Where(row => row.Listener == 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.Slots, new byte[5])));
        var slots = (await db.EditionLists.SingleAsync(row => row.Edition == edition.Id && row.Listener == 0)).Slots;
        slots[1] ^= 1;
        await db.Database.ExecuteSqlAsync($"DROP TRIGGER EditionLists_immutable; UPDATE EditionLists SET Slots = {slots} WHERE Edition = {edition.Id} AND Listener = 0");

        await Assert.ThrowsAsync<InvalidDataException>(() => room.Get<ReadListenerList>().Live("night-drive", null));
        Assert.Single((await room.Get<VerifyEditions>().Run()).Faults);
    }

    private static async Task Listen(Newsroom room)
    {
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var one = await db.Plays.AsNoTracking().FirstAsync();
        db.Plays.Add(new Core.Listening.Play(one.Listener, room.Camps.Loud[^1], new DateTimeOffset(2026, 4, 30, 0, 0, 0, TimeSpan.Zero), null, false, false, null, one.Batch));
        await db.SaveChangesAsync();
    }
}
