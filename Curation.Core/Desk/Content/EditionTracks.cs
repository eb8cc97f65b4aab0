using System.Collections.Concurrent;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>Which tracks stand on the lists of an edition though its pool does not hold them: what the engine found for somebody. An edition never changes, so its lists are read once.</summary>
public sealed class EditionTracks
{
    private readonly ConcurrentDictionary<int, IReadOnlySet<TrackId>> known = new();

    /// <summary>The tracks from outside the pool; none where the recipe lets none in.</summary>
    internal async Task<IReadOnlySet<TrackId>> Beyond(CurationDb db, int edition, Draft draft, CancellationToken cancel)
    {
        if (draft.Blend.DiscoveryShare <= 0) return new HashSet<TrackId>();
        if (known.TryGetValue(edition, out var read)) return read;
        var tracks = new HashSet<TrackId>();
        await ListeningReader.Each(
            db,
            db.EditionLists.Where(row => row.Edition == edition).Select(row => row.Slots),
            row => tracks.UnionWith(On((byte[])row.GetValue(0))),
            cancel);
        tracks.ExceptWith(draft.Pool.Select(entry => entry.Track));
        return known[edition] = tracks;
    }

    private static IEnumerable<TrackId> On(byte[] stored)
    {
        try
        {
            return SlotCodec.Unpack(stored).Select(slot => slot.Track);
        }
        catch (InvalidDataException)
        {
            // A list that does not verify is given to nobody, and so is what stands on it.
            return [];
        }
    }
}
