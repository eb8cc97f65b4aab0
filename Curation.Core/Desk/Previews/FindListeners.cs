using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Previews;

/// <summary>A listener as a line to choose from.</summary>
public sealed record ListenerRow(string Key, string? AgeBand, string? Region, bool ProfilingOff, bool ExcludesExplicit);

/// <summary>Finds listeners by pseudonymous key.</summary>
public sealed class FindListeners(Store store)
{
    /// <summary>Listeners whose key starts with the text, by key.</summary>
    public Task<List<ListenerRow>> StartingWith(string text, int count = 20, CancellationToken cancel = default) => store.Read(
        db => db.Listeners.Where(row => row.Key.StartsWith(text)).OrderBy(row => row.Key).Take(count)
            .Select(row => new ListenerRow(row.Key, row.AgeBand, row.Region, row.ProfilingOff, row.ExcludesExplicit)).ToListAsync(cancel),
        cancel);
}
