using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Jobs;

/// <summary>Asks a job to stop, or puts a stopped one back in the queue.</summary>
public sealed class CancelJob(Store store, JobBell bell, IEnumerable<IJobWork> works)
{
    /// <summary>Asks it to stop; one that only waits stops at once.</summary>
    public Task Run(Actor actor, int id, CancellationToken cancel = default) => store.Write(actor, Roles.All, async write =>
    {
        var job = await Mine(write, id);
        if (job.Ended) throw new RefusedException($"\"{job.Title}\" has already ended; there is nothing to cancel.");
        job.RequestCancel();
        if (job.State == JobState.Queued)
        {
            job.End(JobState.Cancelled, write.Now);
            if (WorkOf(job) is { } work) await work.Abandon(write, job);
        }

        await write.Log("job.cancel", $"job:{id}", job.Title);
    }, cancel);

    /// <summary>Puts a failed or cancelled job back in the queue, to go on from its bookmark.</summary>
    public async Task Resume(Actor actor, int id, CancellationToken cancel = default)
    {
        await store.Write(actor, Roles.All, async write =>
        {
            var job = await Mine(write, id);
            await Authority.Require(write.Db, write.Actor, [.. (WorkOf(job)?.Askers ?? []).Append(Roles.Admin).Distinct()], write.Now, write.Cancel);
            if (job.Key is not null && await write.Db.Jobs.AnyAsync(other => other.Key == job.Key && other.Id != id && (other.State == JobState.Queued || other.State == JobState.Running), write.Cancel))
                throw new RefusedException($"\"{job.Title}\" was asked for again and is already queued or running. Let that end or cancel it, then resume this one.");
            if (WorkOf(job) is { } mine && await mine.Over(write.Db, job.Arguments, write.Cancel) is { } over) throw new RefusedException(over);
            job.Resume(write.Now);
            await write.Log("job.resume", $"job:{id}", job.Title);
        }, cancel);
        bell.Ring();
    }

    private IJobWork? WorkOf(Job job) => works.SingleOrDefault(work => work.Kind == job.Kind);

    private static async Task<Job> Mine(Write write, int id)
    {
        var job = await write.Db.Jobs.SingleOrDefaultAsync(row => row.Id == id, write.Cancel)
            ?? throw new RefusedException("There is no such job.");
        if (job.By != write.Actor.Person) await Authority.Require(write.Db, write.Actor, [Roles.Admin], write.Now, write.Cancel);
        return job;
    }
}
