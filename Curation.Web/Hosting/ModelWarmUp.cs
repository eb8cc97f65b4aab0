using Curation.Core.Desk.Models;
using Curation.Core.Desk.Search;
using Curation.Core.Desk.Suggestions;

namespace Curation.Web.Hosting;

/// <summary>Reads catalogue and model, and indexes words that wait, while the first person is still signing in, so that nobody's first page waits for them.</summary>
internal sealed class ModelWarmUp(CurrentModel current, CurrentAudience audience, TextIndex words, ILogger<ModelWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await WarmUp(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogDebug("Stopped before catalogue and model were read");
        }
    }

    private async Task WarmUp(CancellationToken stoppingToken)
    {
        var snapshot = await current.Get(stoppingToken);
        try
        {
            await audience.Get(stoppingToken);
            await words.CatchUp(stoppingToken);
        }
        catch (System.Data.Common.DbException error)
        {
            logger.LogWarning(error, "The sample of listeners or the search index is not ready; the first who asks for it tries again");
        }

        logger.LogInformation("Catalogue of {Tracks} tracks is in memory, {Model}", snapshot.Catalogue.Count, snapshot.Model is null ? "without a model" : "with its model");
    }
}
