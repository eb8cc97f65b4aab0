using Curation.Core.Desk.Acting;
using Curation.Core.Listening;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Listeners;

/// <summary>What is kept of one listener beside what they heard.</summary>
/// <param name="Id">Number in this store, which the log names.</param>
/// <param name="Key">The pseudonym.</param>
/// <param name="AgeBand">Coarse age band, where given.</param>
/// <param name="Region">Coarse region, where given.</param>
/// <param name="Since">Listening since this day, where given.</param>
/// <param name="Plays">Plays with a time that are kept.</param>
/// <param name="ProfilingOff">Whether the listener's history must not be used.</param>
/// <param name="ExcludesExplicit">Whether no explicit track may be on their lists.</param>
public sealed record ListenerView(ListenerId Id, string Key, string? AgeBand, string? Region, DateOnly? Since, int Plays, bool ProfilingOff, bool ExcludesExplicit);

/// <summary>Reads one listener's settings.</summary>
public sealed class ReadListener(Store store)
{
    /// <summary>The listener with a key; null where there is none.</summary>
    public Task<ListenerView?> ByKey(string key, CancellationToken cancel = default) => store.Read(
        db => db.Listeners.Where(row => row.Key == key)
            .Select(row => new ListenerView(row.Id, row.Key, row.AgeBand, row.Region, row.Since, db.Plays.Count(play => play.Listener == row.Id), row.ProfilingOff, row.ExcludesExplicit)).SingleOrDefaultAsync(cancel),
        cancel);
}
