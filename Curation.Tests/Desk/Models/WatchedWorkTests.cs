using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Curation.Tests.Desk.Models;

public sealed class WatchedWorkTests
{
    [Fact]
    public async Task Nothing_goes_on_computing_behind_a_job_whose_watch_failed()
    {
        var work = new EndlessWork();
        await using var desk = await TestDesk.Open(services => services.AddSingleton<IJobWork>(work));
        work.Clock = desk.Clock;
        var id = await desk.Get<QueueJob>().Run(await desk.Person("Adi", Roles.Admin), [Roles.Admin], work.Kind, "Endless", new object());
        var reports = 0;
        var running = desk.Get<JobRunner>().RunOne(id, CancellationToken.None, (_, _) =>
        {
            if (++reports == 2) throw new InvalidOperationException("The store is gone.");
        });
        while (!running.IsCompleted)
        {
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(JobState.Failed, await running);
        Assert.True(work.Stopped);
    }

    private sealed class EndlessWork : IJobWork
    {
        public string Kind => "endless";

        public TimeProvider Clock { get; set; } = TimeProvider.System;

        public bool Stopped { get; private set; }

        public Task<string?> Run(JobRun run, CancellationToken cancel) => new WatchedWork(run, Clock).Run<string?>(
            "computing",
            0,
            1,
            (_, stop) =>
            {
                stop.WaitHandle.WaitOne();
                Stopped = true;
                return null;
            },
            cancel);
    }
}
