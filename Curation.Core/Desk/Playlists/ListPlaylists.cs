using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>A playlist as a line of a list.</summary>
/// <param name="Id">The playlist.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Need">The listener's need, in the editor's words.</param>
/// <param name="PoolSize">Tracks in the newest pool.</param>
/// <param name="RevisionNumber">Number of the newest revision.</param>
/// <param name="SavedBy">Who saved it last.</param>
/// <param name="SavedByName">Their name.</param>
/// <param name="SavedAt">When.</param>
/// <param name="LiveEdition">The edition listeners get, or 0.</param>
/// <param name="Stage">Where the newest revision stands.</param>
/// <param name="Archived">Out of the way.</param>
public sealed record PlaylistRow(
    PlaylistId Id,
    string Slug,
    string Title,
    string Need,
    int PoolSize,
    int RevisionNumber,
    PersonId SavedBy,
    string SavedByName,
    DateTimeOffset SavedAt,
    int LiveEdition,
    PlaylistStage Stage,
    bool Archived);

/// <summary>Lists playlists.</summary>
public sealed class ListPlaylists(Store store)
{
    /// <summary>All playlists whose title holds <paramref name="text"/>, the newest saved first.</summary>
    public Task<List<PlaylistRow>> All(string? text = null, bool archived = false, CancellationToken cancel = default) => store.Read(async db =>
    {
        var rows = await (from playlist in db.Playlists
                          where playlist.Archived == archived && (text == null || EF.Functions.Like(playlist.Title, "%" + text + "%"))
                          join head in db.Revisions on playlist.Head equals (RevisionId?)head.Id
                          join person in db.Users on (string)(object)head.By equals person.Id into people
                          from person in people.DefaultIfEmpty()
                          let newest = db.Submissions.Where(row => row.Playlist == playlist.Id).OrderByDescending(row => row.Id).FirstOrDefault()
                          let live = db.Editions.Where(edition => edition.Id == playlist.LiveEdition).Select(edition => (RevisionId?)edition.Revision).FirstOrDefault()
                          orderby playlist.SavedAt descending
                          select new { playlist, head.By, Name = person == null ? "" : person.DisplayName, newest, live }).ToListAsync(cancel);
        return rows.Select(row => new PlaylistRow(
            row.playlist.Id,
            row.playlist.Slug,
            row.playlist.Title,
            row.playlist.Need,
            row.playlist.PoolSize,
            row.playlist.HeadNumber,
            row.By,
            row.Name,
            row.playlist.SavedAt,
            row.playlist.LiveEdition,
            Stages.Of(row.playlist.Head, row.newest?.Revision, row.newest?.State, row.live),
            row.playlist.Archived)).ToList();
    }, cancel);
}
