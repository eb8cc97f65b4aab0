using Curation.Core.Desk.Jobs;

namespace Curation.Web.Hosting;

/// <summary>Works jobs off in the background, one at a time, beginning with what was running when the process last stopped.</summary>
internal sealed class JobWorker(JobRunner runner, JobBell bell, TimeProvider clock, ILogger<JobWorker> logger) : BackgroundService
{
    /// <summary>How long a store that refused is left alone, unless a job is queued before.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await WorkOff(stoppingToken)) await bell.Wait(stoppingToken);
            else await WaitAWhile(stoppingToken);
        }
    }

    /// <summary>Runs jobs until none waits; false where the store could not even note how one ended.</summary>
    private async Task<bool> WorkOff(CancellationToken cancel)
    {
        try
        {
            while (await runner.RunNext(cancel) is not null && !cancel.IsCancellationRequested)
            {
                // The next one, until none waits.
            }

            return true;
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            // People go on working while, say, the disk is full; the job goes on from its bookmark.
            logger.LogError(fault, "The queue of jobs could not go on; it tries again in {Pause}", Pause);
            return false;
        }
    }

    private async Task WaitAWhile(CancellationToken cancel)
    {
        using var enough = new CancellationTokenSource(Pause, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancel);
        try
        {
            await bell.Wait(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Time to try again.
        }
    }
}
