using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Home;

/// <summary>How much the tracks of revisions were played lately.</summary>
/// <param name="Listeners">Listeners in the sample whose plays are counted.</param>
/// <param name="ByRevision">Plays a day, the oldest day first.</param>
public sealed record Reach(int Listeners, IReadOnlyDictionary<RevisionId, int[]> ByRevision)
{
    /// <summary>Nothing counted yet.</summary>
    public static Reach None { get; } = new(0, new Dictionary<RevisionId, int[]>());
}

/// <summary>Counts how much the tracks of revisions were played lately, by a sample of listeners.</summary>
public sealed class ReadReach(Store store, CurrentAudience audience)
{
    /// <summary>Plays a day of the pools of these revisions.</summary>
    public async Task<Reach> Of(IReadOnlyList<RevisionId> revisions, CancellationToken cancel = default)
    {
        var picture = await audience.Get(cancel);
        var drafts = await store.Read(db => db.Revisions.Where(row => revisions.Contains(row.Id)).Select(row => new { row.Id, row.Draft }).ToListAsync(cancel), cancel);
        return new Reach(picture.Sample.Listeners, drafts.ToDictionary(row => row.Id, row => picture.Recent.Of(row.Draft.Pool.Select(entry => entry.Track))));
    }
}
