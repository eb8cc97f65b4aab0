using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>Puts a playlist out of the way, or back. Nothing is deleted, and a live edition stays live.</summary>
public sealed class ArchivePlaylist(Store store)
{
    /// <summary>Archives or brings back.</summary>
    public Task Run(Actor actor, PlaylistId id, bool archived, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        var playlist = await write.Db.Playlists.SingleOrDefaultAsync(row => row.Id == id, cancel)
            ?? throw new RefusedException("There is no such playlist.");
        playlist.Archive(archived);
        await write.Log(archived ? "playlist.archive" : "playlist.unarchive", $"playlist:{id}", playlist.Title);
    }, cancel);
}
