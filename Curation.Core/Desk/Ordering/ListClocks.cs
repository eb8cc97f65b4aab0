using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Ordering;

/// <summary>A clock that playlists can take.</summary>
public sealed record ClockRow(int Id, int Version, Clock Clock);

/// <summary>Lists the clocks by name.</summary>
public sealed class ListClocks(Store store)
{
    /// <summary>All clocks.</summary>
    public Task<IReadOnlyList<ClockRow>> Run(CancellationToken cancel = default) => store.Read(async db =>
        (IReadOnlyList<ClockRow>)await db.ClockTemplates.AsNoTracking().OrderBy(template => template.Name).Select(template => new ClockRow(template.Id, template.Version, template.Clock)).ToListAsync(cancel), cancel);
}
