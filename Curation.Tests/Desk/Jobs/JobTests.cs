using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Fixtures;
using Curation.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Curation.Tests.Desk.Jobs;

public sealed class JobTests
{
    [Fact]
    public async Task A_job_that_was_cut_off_goes_on_from_its_bookmark_and_does_nothing_twice()
    {
        var work = new CountingWork { StopAfter = 3 };
        await using var desk = await TestDesk.Open(services => services.AddSingleton<IJobWork>(work));
        var admin = await desk.Person("Adi", Roles.Admin);
        var id = await Queue(desk, admin);

        using var process = new CancellationTokenSource();
        work.Kill = process;
        Assert.Equal(JobState.Running, await desk.Get<JobRunner>().RunOne(id, process.Token));
        work.StopAfter = int.MaxValue;
        Assert.Equal(id, await desk.Get<JobRunner>().RunNext(CancellationToken.None));

        Assert.Equal("Done", (await desk.Get<ListJobs>().Find(id))!.State);
        Assert.Equal(CountingWork.Steps, await Artists(desk));
    }

    [Fact]
    public async Task A_cancelled_job_keeps_whole_steps_and_can_be_resumed()
    {
        var work = new CountingWork();
        await using var desk = await TestDesk.Open(services => services.AddSingleton<IJobWork>(work));
        var admin = await desk.Person("Adi", Roles.Admin);
        var id = await Queue(desk, admin);
        work.OnStep = async step =>
        {
            if (step == 4) await desk.Get<CancelJob>().Run(admin, id);
        };

        Assert.Equal(JobState.Cancelled, await desk.Get<JobRunner>().RunOne(id, CancellationToken.None));
        Assert.Equal(5, await Artists(desk));

        work.OnStep = _ => Task.CompletedTask;
        await desk.Get<CancelJob>().Resume(admin, id);
        await desk.Get<JobRunner>().RunNext(CancellationToken.None);
        Assert.Equal(CountingWork.Steps, await Artists(desk));
    }

    [Fact]
    public async Task A_failed_step_leaves_no_trace_and_the_job_says_why()
    {
        var work = new CountingWork { FailAt = 2 };
        await using var desk = await TestDesk.Open(services => services.AddSingleton<IJobWork>(work));
        var id = await Queue(desk, await desk.Person("Adi", Roles.Admin));

        Assert.Equal(JobState.Failed, await desk.Get<JobRunner>().RunOne(id, CancellationToken.None));

        var job = await desk.Get<ListJobs>().Find(id);
        Assert.Equal("The disk is full; two artists were kept.", job!.Error);
        Assert.True(job.CanResume);
        Assert.Equal(2, await Artists(desk));
    }

    [Fact]
    public async Task The_same_work_is_queued_once_however_often_it_is_asked_for()
    {
        await using var desk = await TestDesk.Open(services => services.AddSingleton<IJobWork>(new CountingWork()));
        var admin = await desk.Person("Adi", Roles.Admin);

        var ids = new HashSet<int>();
        for (var click = 0; click < 50; click++) ids.Add(await Queue(desk, admin));

        Assert.Single(ids);
    }

    [Fact]
    public async Task A_job_that_was_asked_for_again_is_not_resumed_beside_the_new_one()
    {
        await using var desk = await TestDesk.Open(services => services.AddSingleton<IJobWork>(new CountingWork()));
        var admin = await desk.Person("Adi", Roles.Admin);
        var first = await Queue(desk, admin);
        await desk.Get<CancelJob>().Run(admin, first);
        await Queue(desk, admin);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => desk.Get<CancelJob>().Resume(admin, first));

        Assert.Contains("already queued or running", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("Cancelled", (await desk.Get<ListJobs>().Find(first))!.State);
    }

    [Fact]
    public async Task Who_asked_for_a_job_cannot_resume_it_without_the_role_that_it_needs()
    {
        await using var desk = await TestDesk.Open(services => services.AddSingleton<IJobWork>(new CountingWork()));
        var editor = await desk.Person("Edi", Roles.Editor);
        var id = await desk.Get<QueueJob>().Run(editor, [Roles.Editor], CountingWork.Name, "Counting", new object());
        await desk.Get<CancelJob>().Run(editor, id);

        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<CancelJob>().Resume(editor, id));
        await desk.Get<CancelJob>().Resume(await desk.Person("Adi", Roles.Admin), id);

        Assert.Equal("Queued", (await desk.Get<ListJobs>().Find(id))!.State);
    }

    [Fact]
    public async Task A_store_that_cannot_note_the_end_of_a_job_does_not_stop_the_worker()
    {
        await using var desk = await TestDesk.Open(services => services.AddSingleton<IJobWork>(new CountingWork()));
        var id = await Queue(desk, await desk.Person("Adi", Roles.Admin));
        await using (var db = await desk.Factory.CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER stuck BEFORE UPDATE ON Jobs WHEN NEW.EndedAt IS NOT NULL AND OLD.Starts < 2 BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        using var worker = new JobWorker(desk.Get<JobRunner>(), desk.Get<JobBell>(), desk.Clock, NullLogger<JobWorker>.Instance);
        await worker.StartAsync(CancellationToken.None);

        while (!(await desk.Get<ListJobs>().Find(id))!.Ended)
        {
            Assert.False(worker.ExecuteTask!.IsCompleted);
            desk.Clock.Advance(JobWorker.Pause);
            await Task.Yield();
        }

        await worker.StopAsync(CancellationToken.None);
        Assert.Equal("Done", (await desk.Get<ListJobs>().Find(id))!.State);
        Assert.Equal(CountingWork.Steps, await Artists(desk));
    }

    private static Task<int> Queue(TestDesk desk, Actor by) => desk.Get<QueueJob>().Run(by, [Roles.Admin], CountingWork.Name, "Counting", new object(), key: "counting");

    private static async Task<int> Artists(TestDesk desk)
    {
        await using var db = await desk.Factory.CreateDbContextAsync();
        return await db.Artists.CountAsync();
    }

    /// <summary>Adds one artist a step, so that a step done twice or lost is seen in the store.</summary>
    private sealed class CountingWork : IJobWork
    {
        public const string Name = "count";

        public const int Steps = 7;

        public int StopAfter { get; set; } = int.MaxValue;

        public int FailAt { get; init; } = -1;

        public CancellationTokenSource? Kill { get; set; }

        public Func<int, Task> OnStep { get; set; } = _ => Task.CompletedTask;

        public string Kind => Name;

        public async Task<string?> Run(JobRun run, CancellationToken cancel)
        {
            for (var step = run.Bookmark<Mark>()?.Next ?? 0; step < Steps; step++)
            {
                if (step == StopAfter) await Kill!.CancelAsync();
                var current = step;
                await run.Step(
                    db =>
                    {
                        db.Artists.Add(new Artist($"Artist {current}"));
                        if (current == FailAt) throw new RefusedException("The disk is full; two artists were kept.");
                        return Task.FromResult(new Mark(current + 1));
                    },
                    cancel);
                await OnStep(step);
                await run.Report((step + 1.0) / Steps, "counting", cancel);
            }

            return null;
        }

        private sealed record Mark(int Next);
    }
}
