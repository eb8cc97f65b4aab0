using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>Whose open pages look again once something is decided: those of the playlist of a case, and of every playlist with the track where that counts beyond one.</summary>
internal static class Concerned
{
    /// <summary>Notes them in a write that is under way.</summary>
    public static async Task Note(Write write, ContentCase row, bool everywhere = false)
    {
        if (row.Playlist is { } playlist) write.Changed(playlist);
        if (row.Track is not { } track || (row.Playlist is not null && !everywhere)) return;
        foreach (var holder in await write.Db.PoolTracks.Where(held => held.Track == track).Select(held => held.Playlist).Distinct().ToListAsync(write.Cancel)) write.Changed(holder);
    }
}
