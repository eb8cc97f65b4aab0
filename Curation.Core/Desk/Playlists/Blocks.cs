using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>Holds a takedown against everything that would bring a track back.</summary>
internal static class Blocks
{
    /// <summary>Refuses tracks that were taken down, whether they are added or come back with an earlier state.</summary>
    public static async Task MustAllow(Write write, IReadOnlyCollection<TrackId> tracks)
    {
        if (tracks.Count == 0 || !await write.Db.TrackBlocks.AnyAsync(write.Cancel)) return;
        var blocked = await write.Db.TrackBlocks.Where(block => tracks.Contains(block.Track)).Select(block => block.Track).Distinct().ToListAsync(write.Cancel);
        if (blocked.Count == 0) return;
        var titles = await write.Db.Tracks.Where(track => blocked.Contains(track.Id)).OrderBy(track => track.Id).Select(track => track.Title).Take(3).ToListAsync(write.Cancel);
        var named = string.Join(", ", titles.Select(title => $"“{title}”")) + (blocked.Count > titles.Count ? $" and {blocked.Count - titles.Count} more" : "");
        throw new RefusedException($"{named} {(blocked.Count == 1 ? "was" : "were")} taken down and may not be in any playlist; nothing was saved. Leave {(blocked.Count == 1 ? "it" : "them")} out, or have the takedown taken back under “In all playlists”.");
    }
}
