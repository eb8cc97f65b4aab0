using Curation.Core.Blending;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>Holds a sample of listeners as recipients for the whole process, so that a draft is measured at once while it is edited. Read again for another model, and once it is old.</summary>
public sealed class SampledAudience(Store store) : IDisposable
{
    /// <summary>Listeners in the sample, at most: every nth by id.</summary>
    public const int Most = 1_000;

    private static readonly TimeSpan Old = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1, 1);
    private (ModelSnapshot Of, SimulatedAudience Audience, Recipient[] Recipients)? held;

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    /// <summary>The sample before a snapshot.</summary>
    internal async Task<(SimulatedAudience Audience, Recipient[] Recipients)> Get(ModelSnapshot snapshot, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            if (held is { } known && known.Of == snapshot && store.Now - known.Audience.ReadAt < Old && await StillSo(known.Audience, cancel)) return (known.Audience, known.Recipients);
            var audience = await Task.Run(() => Read(snapshot, cancel), cancel);
            var recipients = audience.Recipients(snapshot.Model?.Factorisation);
            held = (snapshot, audience, recipients);
            return (audience, recipients);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Whether nobody in it has turned profiling or explicit tracks off or on since, or is somewhere else: what is held of somebody who did is dropped at once.</summary>
    private async Task<bool> StillSo(SimulatedAudience audience, CancellationToken cancel) =>
        (await store.Read(db => AudienceHistories.ByIds(db, [.. audience.Listeners.Select(listener => listener.Id)], cancel), cancel)).SequenceEqual(audience.Listeners);

    private Task<SimulatedAudience> Read(ModelSnapshot snapshot, CancellationToken cancel) => store.Read(async db =>
    {
        var (listeners, population) = await AudienceHistories.EveryNth(db, Most, cancel);
        return new SimulatedAudience(listeners, await AudienceHistories.OfScattered(db, listeners, snapshot.Weights, cancel), population, store.Now);
    }, cancel);
}
