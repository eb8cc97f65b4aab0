using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>Finds a playlist by its name in addresses.</summary>
public sealed class FindPlaylist(Store store)
{
    /// <summary>The playlist, or null.</summary>
    public Task<PlaylistId?> BySlug(string slug, CancellationToken cancel = default) =>
        store.Read(db => db.Playlists.Where(row => row.Slug == slug).Select(row => (PlaylistId?)row.Id).SingleOrDefaultAsync(cancel), cancel);
}
