using System.Collections.Concurrent;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Search;

/// <summary>Says when each track was last in the pool of a published edition. An edition never changes, so the pool of each is read once.</summary>
public sealed class LastUse(Store store)
{
    private readonly ConcurrentDictionary<RevisionId, TrackId[]> pools = new();

    /// <summary>The last day of use by track; today while an edition is live. Editions of <paramref name="except"/> do not count.</summary>
    public Task<Dictionary<TrackId, DateOnly>> ByTrack(PlaylistId? except = null, CancellationToken cancel = default) => store.Read(async db =>
    {
        var editions = await db.Editions.Where(edition => edition.PublishedAt != null && (except == null || edition.Playlist != except))
            .Select(edition => new { edition.Revision, edition.State, edition.PublishedAt }).ToListAsync(cancel);
        var unread = editions.Select(edition => edition.Revision).Where(revision => !pools.ContainsKey(revision)).Distinct().ToList();
        if (unread.Count > 0)
        {
            foreach (var row in await db.Revisions.Where(revision => unread.Contains(revision.Id)).Select(revision => new { revision.Id, revision.Draft }).ToListAsync(cancel))
                pools[row.Id] = [.. row.Draft.Pool.Select(entry => entry.Track)];
        }

        var used = new Dictionary<TrackId, DateOnly>();
        foreach (var edition in editions)
        {
            if ((edition.State == EditionState.Live ? store.Now : edition.PublishedAt) is not { } time) continue;
            var day = DateOnly.FromDateTime(time.UtcDateTime);
            foreach (var track in pools.GetValueOrDefault(edition.Revision, [])) used[track] = used.TryGetValue(track, out var other) && other > day ? other : day;
        }

        return used;
    }, cancel);
}
