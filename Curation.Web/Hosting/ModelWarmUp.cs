using Curation.Core.Desk.Models;

namespace Curation.Web.Hosting;

/// <summary>Reads catalogue and model while the first person is still signing in, so that nobody's first page waits for them.</summary>
internal sealed class ModelWarmUp(CurrentModel current, ILogger<ModelWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var snapshot = await current.Get(stoppingToken);
        logger.LogInformation("Catalogue of {Tracks} tracks is in memory, {Model}", snapshot.Catalogue.Count, snapshot.Model is null ? "without a model" : "with its model");
    }
}
