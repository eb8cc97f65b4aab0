using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Suggestions;

/// <summary>Sets how much of a playlist's candidates each section gets.</summary>
public sealed class ShareCandidates(Store store)
{
    /// <summary>Sets the shares.</summary>
    /// <exception cref="RefusedException">They do not add up to 100, or there is no such playlist; the old ones were kept.</exception>
    public Task Run(Actor actor, PlaylistId playlist, CandidateShares shares, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        if (!await write.Db.Playlists.AnyAsync(row => row.Id == playlist, cancel)) throw new RefusedException("There is no such playlist; nothing was changed.");
        var row = await write.Db.PlaylistShares.SingleOrDefaultAsync(found => found.Playlist == playlist, cancel);
        if (row is null) write.Db.PlaylistShares.Add(row = new PlaylistShares(playlist));
        row.Set(shares);
        await write.Log("candidates.share", $"playlist:{playlist}", $"core {shares.Core}, bridges {shares.Bridges}, new voices {shares.NewVoices}, long tail {shares.LongTail}");
    }, cancel);
}
