using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Suggestions;

/// <summary>Remembers that a track is not to be suggested, for one playlist, a genre or everywhere, for a while or for good.</summary>
public sealed class RefuseTrack(Store store)
{
    private const int LongestReason = 500;

    /// <summary>Refuses a track and returns the refusal, so that it can be taken back. A null <paramref name="until"/> means for good.</summary>
    /// <exception cref="RefusedException">The track is unknown, the end is past or the reason too long; nothing was changed.</exception>
    public Task<int> Run(Actor actor, TrackId track, RefusalScope scope, DateTimeOffset? until = null, string reason = "", CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Editor], async write =>
        {
            if (until <= write.Now) throw new RefusedException("The refusal would end before it begins; nothing was changed. Choose a day to come.");
            if (reason.Length > LongestReason) throw new RefusedException($"A reason has at most {LongestReason} characters; nothing was changed.");
            if (!await write.Db.Tracks.AnyAsync(row => row.Id == track, cancel)) throw new RefusedException("That track is not in the catalogue any more; nothing was changed.");
            if (scope.Playlist is { } id && !await write.Db.Playlists.AnyAsync(row => row.Id == id, cancel)) throw new RefusedException("There is no such playlist; nothing was changed.");
            if (scope.Genre is { } genre && !await write.Db.Genres.AnyAsync(row => row.Id == genre, cancel)) throw new RefusedException("There is no such genre any more; nothing was changed.");
            var refusal = new Refusal(track, scope, actor.Person, write.Now, until, reason.Trim());
            write.Db.Refusals.Add(refusal);
            await write.Db.SaveChangesAsync(cancel);
            await write.Log("track.refuse", $"track:{track}", $"{InWords(scope)}, refusal {refusal.Id}");
            return refusal.Id;
        }, cancel);

    private static string InWords(RefusalScope scope) =>
        scope.Playlist is { } playlist ? $"for playlist:{playlist}" : scope.Genre is { } genre ? $"for genre:{genre}" : "everywhere";
}
