using Curation.Core.Desk.Hearing;
using Curation.Core.Desk.Models;

namespace Curation.Web.Hosting;

/// <summary>Scans the media folder at the start, and again when the catalogue has changed.</summary>
internal sealed class MediaScan(MediaLibrary library, CurrentModel current, ILogger<MediaScan> logger) : BackgroundService
{
    private readonly SemaphoreSlim wanted = new(1, 1);

    public override void Dispose()
    {
        wanted.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await current.Get(stoppingToken);
        current.Swapped += Ask;
        try
        {
            while (true)
            {
                await wanted.WaitAsync(stoppingToken);
                await Scan(stoppingToken);
            }
        }
        finally
        {
            current.Swapped -= Ask;
        }
    }

    private async Task Scan(CancellationToken cancel)
    {
        try
        {
            await library.Scan(cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogError(fault, "The media folder was not scanned; what was known of it before stands");
        }
    }

    private void Ask(object? sender, EventArgs e)
    {
        if (wanted.CurrentCount == 0) wanted.Release();
    }
}
