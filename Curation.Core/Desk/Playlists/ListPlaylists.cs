using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>A playlist as a line of a list.</summary>
public sealed record PlaylistRow(
    PlaylistId Id,
    string Slug,
    string Title,
    int PoolSize,
    int RevisionNumber,
    PersonId CreatedBy,
    string CreatedByName,
    DateTimeOffset SavedAt,
    int LiveEdition,
    SubmissionState? Submission,
    bool Archived);

/// <summary>Lists playlists.</summary>
public sealed class ListPlaylists(Store store)
{
    /// <summary>All playlists whose title holds <paramref name="text"/>, the newest saved first.</summary>
    public Task<List<PlaylistRow>> All(string? text = null, bool archived = false, CancellationToken cancel = default) => store.Read(db =>
        (from playlist in db.Playlists
         where playlist.Archived == archived && (text == null || EF.Functions.Like(playlist.Title, "%" + text + "%"))
         join person in db.Users on (string)(object)playlist.CreatedBy equals person.Id into people
         from person in people.DefaultIfEmpty()
         orderby playlist.SavedAt descending
         select new PlaylistRow(
             playlist.Id,
             playlist.Slug,
             playlist.Title,
             playlist.PoolSize,
             playlist.HeadNumber,
             playlist.CreatedBy,
             person == null ? "" : person.DisplayName,
             playlist.SavedAt,
             playlist.LiveEdition,
             db.Submissions.Where(row => row.Playlist == playlist.Id).OrderByDescending(row => row.Id).Select(row => (SubmissionState?)row.State).FirstOrDefault(),
             playlist.Archived)).ToListAsync(cancel), cancel);
}
