using Curation.Core.Desk.Jobs;

namespace Curation.Web.Shared;

/// <summary>Looks at jobs again while a page is open: every second while one is unfinished, and every fifth otherwise.</summary>
public static class JobWatch
{
    private const int Idle = 5;

    /// <summary>Looks until the page is left. A look that fails ends the watch with its fault.</summary>
    public static async Task Run(TimeProvider clock, Func<IEnumerable<JobRow>?> jobs, Func<Task> look, CancellationToken gone)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            for (var tick = 1; await ticks.WaitForNextTickAsync(gone); tick++)
            {
                if (tick % Idle == 0 || jobs()?.Any(job => !job.Ended) == true) await look();
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left.
        }
    }
}
