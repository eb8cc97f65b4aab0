using Curation.Core.Desk.Jobs;

namespace Curation.Web.Hosting;

/// <summary>Works jobs off in the background, one at a time, beginning with what was running when the process last stopped.</summary>
internal sealed class JobWorker(JobRunner runner, JobBell bell) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            while (await runner.RunNext(stoppingToken) is not null && !stoppingToken.IsCancellationRequested)
            {
                // The next one, until none waits.
            }

            await bell.Wait(stoppingToken);
        }
    }
}
