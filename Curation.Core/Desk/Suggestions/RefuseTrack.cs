using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Suggestions;

/// <summary>Remembers that a track is not to be suggested, for one playlist or everywhere, for a while or for good.</summary>
public sealed class RefuseTrack(Store store)
{
    private const int LongestReason = 500;

    /// <summary>Refuses a track and returns the refusal, so that it can be taken back. A null <paramref name="playlist"/> means everywhere, a null <paramref name="until"/> for good.</summary>
    /// <exception cref="RefusedException">The track is unknown, the end is past or the reason too long; nothing was changed.</exception>
    public Task<int> Run(Actor actor, TrackId track, PlaylistId? playlist, DateTimeOffset? until = null, string reason = "", CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Editor], async write =>
        {
            if (until <= write.Now) throw new RefusedException("The refusal would end before it begins; nothing was changed. Choose a day to come.");
            if (reason.Length > LongestReason) throw new RefusedException($"A reason has at most {LongestReason} characters; nothing was changed.");
            if (!await write.Db.Tracks.AnyAsync(row => row.Id == track, cancel)) throw new RefusedException("That track is not in the catalogue any more; nothing was changed.");
            if (playlist is { } id && !await write.Db.Playlists.AnyAsync(row => row.Id == id, cancel)) throw new RefusedException("There is no such playlist; nothing was changed.");
            var refusal = new Refusal(track, playlist, actor.Person, write.Now, until, reason.Trim());
            write.Db.Refusals.Add(refusal);
            await write.Db.SaveChangesAsync(cancel);
            await write.Log("track.refuse", $"track:{track}", playlist is { } scope ? $"for playlist:{scope}, refusal {refusal.Id}" : $"everywhere, refusal {refusal.Id}");
            return refusal.Id;
        }, cancel);
}
