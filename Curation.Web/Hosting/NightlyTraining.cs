using Curation.Core.Desk.Models;

namespace Curation.Web.Hosting;

/// <summary>Looks once at the start and then at the appointed time of every day whether a training is due.</summary>
/// <remarks>A scheduler with a store of its own would keep a second truth about when the last training was; the jobs already say.</remarks>
internal sealed class NightlyTraining(TrainNightly nightly, TimeProvider clock, ILogger<NightlyTraining> logger) : BackgroundService
{
    /// <summary>The longest sleep, so that a clock that was set is noticed.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (nightly.UntilNext() is { } wait)
        {
            await Look(stoppingToken);
            await Task.Delay(wait < Longest ? wait : Longest, clock, stoppingToken);
        }
    }

    private async Task Look(CancellationToken cancel)
    {
        try
        {
            if (await nightly.Run(cancel) is { } job) logger.LogInformation("Training was queued for the night as job {Job}", job);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            logger.LogError(fault, "The nightly training could not be queued; it is tried again within {Longest}", Longest);
        }
    }
}
