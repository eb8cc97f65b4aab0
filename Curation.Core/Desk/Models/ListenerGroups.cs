using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Models;

/// <summary>Groups of listeners by what they gave of themselves: region and age band.</summary>
internal static class ListenerGroups
{
    /// <summary>The groupings of the log's rows; none where no listener gave anything.</summary>
    public static async Task<IReadOnlyList<Grouping>> Of(CurationDb db, ListeningLog log, CancellationToken cancel)
    {
        var listeners = await db.Listeners.AsNoTracking().Where(listener => listener.Region != null || listener.AgeBand != null).ToListAsync(cancel);
        var (regions, ages) = (new string?[log.Listeners + log.Lists], new string?[log.Listeners + log.Lists]);
        foreach (var listener in listeners)
        {
            if (log.RowOf(listener.Id) is var row and >= 0) (regions[row], ages[row]) = (listener.Region, listener.AgeBand);
        }

        return [.. new Grouping[] { new("region", regions), new("age band", ages) }.Where(grouping => grouping.Groups.Count > 0)];
    }
}
