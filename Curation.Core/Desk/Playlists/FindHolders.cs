using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>A playlist by name.</summary>
public sealed record PlaylistName(PlaylistId Id, string Title);

/// <summary>Finds the playlists that hold a track.</summary>
public sealed class FindHolders(Store store)
{
    /// <summary>Playlists whose newest pool holds the track, by title; archived ones are left out.</summary>
    public Task<List<PlaylistName>> Of(TrackId track, PlaylistId? except = null, CancellationToken cancel = default) => store.Read(db =>
        (from held in db.PoolTracks
         where held.Track == track && (except == null || held.Playlist != except)
         join playlist in db.Playlists on held.Playlist equals playlist.Id
         where !playlist.Archived
         orderby playlist.Title
         select new PlaylistName(playlist.Id, playlist.Title)).ToListAsync(cancel), cancel);
}
