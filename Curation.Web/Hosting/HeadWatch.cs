using Curation.Core.Desk.Audit;
using Curation.Core.Playlists;

namespace Curation.Web.Hosting;

/// <summary>Looks every second whether a head of the audit log is due. At the start it compares the last head with the log, and says loudly where they disagree.</summary>
internal sealed class HeadWatch(WriteHeads heads, VerifyAuditLog verify, AuditKey key, TimeProvider clock, ILogger<HeadWatch> logger) : BackgroundService
{
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);

    private readonly Lock ending = new();
    private Task? ended;

    /// <summary>Who asks twice waits twice for the same end: a host may do so, and takes the store away after the first answer.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (ending) return ended ??= End(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Compare(stoppingToken);
        while (true) await Task.Delay(await Write(now: false, stoppingToken) ? Every : AfterFault, clock, stoppingToken);
    }

    private async Task End(CancellationToken cancel)
    {
        await base.StopAsync(cancel);
        await Write(now: true, cancel);
    }

    private async Task Compare(CancellationToken cancel)
    {
        try
        {
            if (await verify.LastHead(cancel) is { } fault)
                logger.LogCritical("THE AUDIT LOG AND ITS SIGNED HEADS DISAGREE. {Fault} Keep the data directory as it is, run \"verify\", and compare with a backup and with heads kept elsewhere", fault.Words);
            if (key.IsOpenToOthers) logger.LogWarning("Others than its owner may read or change {Key}, with which heads of the audit log are signed", key.Path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or RefusedException or System.Data.Common.DbException)
        {
            logger.LogError(fault, "The audit log could not be compared with its last head");
        }
    }

    private async Task<bool> Write(bool now, CancellationToken cancel)
    {
        try
        {
            await heads.Run(now, cancel);
            return true;
        }
        catch (OperationCanceledException) when (now)
        {
            // There was no time left at the end; the next start writes it.
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or RefusedException or System.Data.Common.DbException)
        {
            logger.LogError(fault, "No head of the audit log could be written; it is tried again in {Pause}", AfterFault);
            return false;
        }
    }
}
