using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Suggestions;

/// <summary>A refusal as a line of a list; <c>Genre</c> names the genre in whose playlists it counts, else it is empty.</summary>
public sealed record RefusalRow(int Id, TrackId Track, string Title, string ArtistLine, bool Everywhere, string Genre, string ByName, DateTimeOffset At, DateTimeOffset? Until, string Reason);

/// <summary>Reads refusals.</summary>
public sealed class ListRefusals(Store store)
{
    private const int MostTaught = 50;

    /// <summary>Refusals that count now for a playlist, those for its genre and for everywhere included, the newest first.</summary>
    public Task<List<RefusalRow>> Of(PlaylistId playlist, CancellationToken cancel = default)
    {
        var now = store.Now;
        return store.Read(db =>
            (from refusal in Counting(db, playlist, now)
             join track in db.Tracks on refusal.Track equals track.Id
             orderby refusal.Id descending
             select new RefusalRow(
                 refusal.Id,
                 track.Id,
                 track.Title,
                 track.ArtistLine,
                 refusal.Playlist == null && refusal.Genre == null,
                 db.Genres.Where(genre => genre.Id == refusal.Genre).Select(genre => genre.Name).FirstOrDefault() ?? "",
                 db.Users.Where(person => person.Id == (string)(object)refusal.By).Select(person => person.DisplayName).FirstOrDefault() ?? "",
                 refusal.At,
                 refusal.Until,
                 refusal.Reason)).ToListAsync(cancel), cancel);
    }

    /// <summary>Tracks that are refused now for a playlist, its genre or everywhere. Preview and publishing leave them out too.</summary>
    public Task<HashSet<TrackId>> Holding(PlaylistId playlist, CancellationToken cancel = default) =>
        store.Read(db => Holding(db, playlist, store.Now, cancel), cancel);

    internal static async Task<HashSet<TrackId>> Holding(CurationDb db, PlaylistId playlist, DateTimeOffset now, CancellationToken cancel) =>
        (await Counting(db, playlist, now).Select(refusal => refusal.Track).ToListAsync(cancel)).ToHashSet();

    /// <summary>Tracks that are refused now for this playlist alone: what an editor taught the engine here, the newest first.</summary>
    internal static Task<List<TrackId>> Here(CurationDb db, PlaylistId playlist, DateTimeOffset now, CancellationToken cancel) =>
        Counting(db, playlist, now).Where(refusal => refusal.Playlist == playlist).OrderByDescending(refusal => refusal.Id).Select(refusal => refusal.Track).Take(MostTaught).ToListAsync(cancel);

    private static IQueryable<Refusal> Counting(CurationDb db, PlaylistId playlist, DateTimeOffset now) =>
        from refusal in db.Refusals
        where refusal.Until == null || refusal.Until > now
        where refusal.Playlist == playlist || (refusal.Playlist == null && (refusal.Genre == null || db.Playlists.Any(row => row.Id == playlist && row.Seed == refusal.Genre)))
        select refusal;
}
