using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Suggestions;

/// <summary>A refusal as a line of a list.</summary>
public sealed record RefusalRow(int Id, TrackId Track, string Title, string ArtistLine, bool Everywhere, string ByName, DateTimeOffset At, DateTimeOffset? Until, string Reason);

/// <summary>Reads refusals.</summary>
public sealed class ListRefusals(Store store)
{
    /// <summary>Refusals that count now for a playlist, those for everywhere included, the newest first.</summary>
    public Task<List<RefusalRow>> Of(PlaylistId playlist, CancellationToken cancel = default)
    {
        var now = store.Now;
        return store.Read(db =>
            (from refusal in db.Refusals
             where (refusal.Playlist == null || refusal.Playlist == playlist) && (refusal.Until == null || refusal.Until > now)
             join track in db.Tracks on refusal.Track equals track.Id
             orderby refusal.Id descending
             select new RefusalRow(
                 refusal.Id,
                 track.Id,
                 track.Title,
                 track.ArtistLine,
                 refusal.Playlist == null,
                 db.Users.Where(person => person.Id == (string)(object)refusal.By).Select(person => person.DisplayName).FirstOrDefault() ?? "",
                 refusal.At,
                 refusal.Until,
                 refusal.Reason)).ToListAsync(cancel), cancel);
    }

    /// <summary>Tracks that are refused now for a playlist or everywhere, or taken down. Preview and publishing leave them out too.</summary>
    public Task<HashSet<TrackId>> Holding(PlaylistId playlist, CancellationToken cancel = default) =>
        store.Read(db => Holding(db, playlist, store.Now, cancel), cancel);

    internal static async Task<HashSet<TrackId>> Holding(CurationDb db, PlaylistId playlist, DateTimeOffset now, CancellationToken cancel) =>
        (await db.Refusals
            .Where(refusal => (refusal.Playlist == null || refusal.Playlist == playlist) && (refusal.Until == null || refusal.Until > now))
            .Select(refusal => refusal.Track).Concat(db.TrackBlocks.Select(block => block.Track)).ToListAsync(cancel)).ToHashSet();
}
