using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Curation.Core.Desk.Jobs;

/// <summary>Works jobs off one at a time, oldest first. A job that was running when the process died is simply next.</summary>
public sealed class JobRunner(IDbContextFactory<CurationDb> factory, IEnumerable<IJobWork> works, TimeProvider clock, ILogger<JobRunner> logger)
{
    /// <summary>Runs the next job, if any; returns its id, or null when nothing waits.</summary>
    public async Task<int?> RunNext(CancellationToken cancel, Action<double, string>? watcher = null)
    {
        int? next;
        await using (var db = await factory.CreateDbContextAsync(cancel))
        {
            next = await db.Jobs
                .Where(job => job.State == JobState.Running || job.State == JobState.Queued)
                .OrderBy(job => job.State == JobState.Running ? 0 : 1).ThenBy(job => job.Id)
                .Select(job => (int?)job.Id).FirstOrDefaultAsync(cancel);
        }

        if (next is { } id) await RunOne(id, cancel, watcher);
        return next;
    }

    /// <summary>Runs one job to its end and returns how it ended.</summary>
    public async Task<JobState> RunOne(int id, CancellationToken cancel, Action<double, string>? watcher = null)
    {
        var job = await Change(id, row => row.Start(clock.GetUtcNow()), cancel);
        var work = works.SingleOrDefault(candidate => candidate.Kind == job.Kind);
        if (work is null) return await End(id, JobState.Failed, null, $"This version does not know jobs of the kind \"{job.Kind}\". Nothing was done.");
        try
        {
            var result = await work.Run(new JobRun(job, factory, clock, watcher), cancel);
            return await End(id, JobState.Done, result, null);
        }
        catch (JobCancelledException)
        {
            return await End(id, JobState.Cancelled, null, null);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The process is stopping: the row stays as it is, and the next start goes on from the bookmark.
            return JobState.Running;
        }
        catch (RefusedException refusal)
        {
            return await End(id, JobState.Failed, null, refusal.Message);
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "Job {Job} ({Kind}) failed", id, job.Kind);
            return await End(id, JobState.Failed, null, $"{fault.Message} What was finished before is kept; resume the job once the cause is gone.");
        }
    }

    private async Task<JobState> End(int id, JobState state, string? result, string? error)
    {
        await Change(id, row => row.End(state, clock.GetUtcNow(), result, error), CancellationToken.None, state switch { JobState.Done => "job.done", JobState.Cancelled => "job.cancelled", _ => "job.fail" });
        return state;
    }

    private async Task<Job> Change(int id, Action<Job> change, CancellationToken cancel, string? action = null)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var job = await db.Jobs.SingleAsync(row => row.Id == id, cancel);
        change(job);
        if (action is not null) await db.Log(job.By, action, FormattableString.Invariant($"job:{id}"), job.Error is null ? job.Title : $"{job.Title}: {job.Error}", clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return job;
    }
}
