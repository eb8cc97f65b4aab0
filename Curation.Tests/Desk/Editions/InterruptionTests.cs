using Curation.Core.Storage;
using Curation.Tests.Fixtures;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Editions;

public sealed class InterruptionTests
{
    private const int Listeners = 40;

    [Fact]
    public async Task A_publication_that_is_stopped_at_any_step_goes_on_and_ends_in_the_same_edition()
    {
        await using var room = await Newsroom.Open(Listeners);
        room.Get<PublishWork>().Chunk = 15;
        await room.Approve();
        var job = await room.Queue();
        var seen = new List<string>();
        for (var stops = 0; ; stops++)
        {
            using var stop = new CancellationTokenSource();
            var steps = 0;
            var state = await room.Work(job, stop.Token, (_, doing) =>
            {
                if (!seen.Contains(doing)) seen.Add(doing);
                else return;
                if (++steps == 1) stop.Cancel();
            });
            Pools.Close(room.Get<DataDirectory>());
            if (state == JobState.Done) break;
            Assert.Equal(JobState.Running, state);
            Assert.Null((await room.Get<ListEditions>().Of(room.Playlist))!.Live);
            Assert.Null(await room.Get<ReadListenerList>().Live("night-drive", null));
            Assert.True(stops < 20);
        }

        Assert.True(seen.Count >= 4);
        var resumed = (await room.Get<ListEditions>().Of(room.Playlist))!.Live!.Edition;
        Assert.Equal(Listeners + 1, resumed.ListCount);
        Assert.Empty((await room.Get<VerifyEditions>().Run()).Faults);
        Assert.Equal(resumed.Hash, await HashOfAnUninterruptedRun(room, resumed.Id));
    }

    [Fact]
    public async Task A_cancelled_publication_leaves_the_live_edition_and_nothing_of_the_new_one()
    {
        await using var room = await Newsroom.Open(20);
        var first = (await room.Publish()).Live!.Edition;
        await room.Edit(new DraftEdit.RemoveTracks([room.Camps.Calm[3]]));
        await room.Approve();
        var job = await room.Queue();
        await using (var db = await room.Desk.Factory.CreateDbContextAsync())
        {
            var cancelled = false;
            Assert.Equal(JobState.Cancelled, await room.Work(job, watcher: (_, _) =>
            {
                if (cancelled) return;
                cancelled = true;
                room.Get<CancelJob>().Run(room.Editor, job).GetAwaiter().GetResult();
            }));
            Assert.Equal(1, await db.Editions.CountAsync());
            Assert.Equal(first.ListCount, await db.EditionLists.CountAsync());
        }

        Assert.Equal(first.Hash, (await room.Get<ListEditions>().Of(room.Playlist))!.Live!.Edition.Hash);
        Assert.Equal(JobState.Done, await room.Work(await room.Queue()));
        Assert.Equal(2, (await room.Get<ListEditions>().Of(room.Playlist))!.Live!.Edition.Number);
    }

    [Fact]
    public async Task A_cancelled_publication_can_be_resumed_and_starts_over()
    {
        await using var room = await Newsroom.Open(10);
        await room.Approve();
        var job = await room.Queue();
        var cancelled = false;
        await room.Work(job, watcher: (_, _) =>
        {
            if (cancelled) return;
            cancelled = true;
            room.Get<CancelJob>().Run(room.Editor, job).GetAwaiter().GetResult();
        });
        await room.Get<CancelJob>().Resume(room.Editor, job);
        Assert.Equal(JobState.Done, await room.Work(job));
        Assert.Equal(11, (await room.Get<ListEditions>().Of(room.Playlist))!.Live!.Edition.ListCount);
    }

    [Fact]
    public async Task A_half_built_edition_of_an_older_approval_goes_when_a_newer_one_is_published()
    {
        await using var room = await Newsroom.Open(20);
        await room.Approve();
        var older = await HalfBuilt(room);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await db.Jobs.Where(row => row.Id == older).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, JobState.Failed));
        await room.Edit(new DraftEdit.RemoveTracks([room.Camps.Calm[3]]));
        await room.Approve();

        Assert.Equal(JobState.Done, await room.Work(await room.Queue()));

        Assert.Equal(EditionState.Live, (await db.Editions.SingleAsync()).State);
        Assert.Equal(21, await db.EditionLists.CountAsync());
    }

    [Fact]
    public async Task A_publication_that_is_cancelled_while_it_waits_leaves_nothing_half_built()
    {
        await using var room = await Newsroom.Open(20);
        await room.Approve();
        var job = await HalfBuilt(room);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await db.Jobs.Where(row => row.Id == job).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, JobState.Queued));

        await room.Get<CancelJob>().Run(room.Editor, job);

        Assert.Equal(0, await db.Editions.CountAsync());
        Assert.Equal(0, await db.EditionLists.CountAsync());
    }

    /// <summary>A publication that stopped on the way, with lists in the store.</summary>
    private static async Task<int> HalfBuilt(Newsroom room)
    {
        room.Get<PublishWork>().Chunk = 5;
        var job = await room.Queue();
        using var stop = new CancellationTokenSource();
        var reports = 0;
        Assert.Equal(JobState.Running, await room.Work(job, stop.Token, (_, _) => { if (++reports == 2) stop.Cancel(); }));
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        Assert.InRange(await db.EditionLists.CountAsync(), 1, 20);
        return job;
    }

    /// <summary>Takes the edition out of the store and publishes the same approval again, without a stop.</summary>
    private static async Task<string> HashOfAnUninterruptedRun(Newsroom room, int edition)
    {
        await using (var db = await room.Desk.Factory.CreateDbContextAsync())
        {
            await db.EditionLists.Where(row => row.Edition == edition).ExecuteDeleteAsync();
            await db.Editions.Where(row => row.Id == edition).ExecuteDeleteAsync();
        }

        Assert.Equal(JobState.Done, await room.Work(await room.Queue()));
        return (await room.Get<ListEditions>().Of(room.Playlist))!.Live!.Edition.Hash;
    }
}
