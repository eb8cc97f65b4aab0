using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Suggestions;

/// <summary>Tells the engine of one playlist to suggest more like a track or less of an artist.</summary>
public sealed class SteerCandidates(Store store)
{
    private const int Most = 50;

    /// <summary>More like a track; said twice it counts once. Returns what can be taken back.</summary>
    public Task<int> MoreLike(Actor actor, PlaylistId playlist, TrackId track, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        if (!await write.Db.Tracks.AnyAsync(row => row.Id == track, cancel)) throw new RefusedException("That track is not in the catalogue any more; nothing was changed.");
        var said = await write.Db.Steers.Where(row => row.Playlist == playlist && row.MoreLike == track).Select(row => row.Id).FirstOrDefaultAsync(cancel);
        return said > 0 ? said : await Add(write, Steer.More(playlist, track, actor.Person, write.Now), $"more like track:{track}");
    }, cancel);

    /// <summary>Less of an artist; said twice it counts once. Returns what can be taken back.</summary>
    public Task<int> LessOf(Actor actor, PlaylistId playlist, ArtistId artist, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        if (!await write.Db.Artists.AnyAsync(row => row.Id == artist, cancel)) throw new RefusedException("That artist is not in the catalogue any more; nothing was changed.");
        var said = await write.Db.Steers.Where(row => row.Playlist == playlist && row.LessOf == artist).Select(row => row.Id).FirstOrDefaultAsync(cancel);
        return said > 0 ? said : await Add(write, Steer.Less(playlist, artist, actor.Person, write.Now), $"less of artist:{artist}");
    }, cancel);

    private static async Task<int> Add(Write write, Steer steer, string words)
    {
        if (!await write.Db.Playlists.AnyAsync(row => row.Id == steer.Playlist, write.Cancel)) throw new RefusedException("There is no such playlist; nothing was changed.");
        if (await write.Db.Steers.CountAsync(row => row.Playlist == steer.Playlist, write.Cancel) >= Most)
            throw new RefusedException($"A playlist is steered by at most {Most} words; nothing was changed. Take one back first.");
        write.Db.Steers.Add(steer);
        await write.Db.SaveChangesAsync(write.Cancel);
        await write.Log("candidates.steer", $"playlist:{steer.Playlist}", $"{words}, steer {steer.Id}");
        return steer.Id;
    }
}
