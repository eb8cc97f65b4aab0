using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Search;

/// <summary>Everything the workbench knows of an artist.</summary>
/// <param name="Artist">Facts, each from a stated source.</param>
/// <param name="Plays">Plays of all tracks that credit the artist.</param>
/// <param name="Tracks">Tracks that credit the artist, the most played first.</param>
/// <param name="InPools">How many places in playlists' pools those tracks hold.</param>
public sealed record ArtistView(Artist Artist, double Plays, IReadOnlyList<TrackRow> Tracks, int InPools);

/// <summary>Looks an artist up.</summary>
public sealed class LookUpArtist(Store store, CurrentModel current)
{
    /// <summary>The artist, or null where the catalogue does not hold one of this id.</summary>
    public async Task<ArtistView?> Run(ArtistId id, CancellationToken cancel = default)
    {
        var snapshot = await current.Get(cancel);
        var tracks = snapshot.Ground.By(id);
        var ids = tracks.Select(track => track.Id).ToList();
        var (artist, pools) = await store.Read(async db => (
            await db.Artists.SingleOrDefaultAsync(row => row.Id == id, cancel),
            await db.PoolTracks.CountAsync(row => ids.Contains(row.Track), cancel)), cancel);
        return artist is null ? null : new ArtistView(artist, snapshot.Ground.PlaysOf(id), [.. tracks.Select(track => snapshot.RowOf(track))], pools);
    }
}
