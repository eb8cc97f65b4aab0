using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>A case as a line of the queue.</summary>
/// <param name="Case">The case.</param>
/// <param name="PlaylistTitle">Title of its playlist; null where it has none.</param>
/// <param name="TrackTitle">Credit and title of its track; null where it has none.</param>
/// <param name="Reports">How many people reported it.</param>
/// <param name="WaitsSince">Since when somebody waits: for the decision, or for the answer to an appeal.</param>
public sealed record CaseRow(ContentCase Case, string? PlaylistTitle, string? TrackTitle, int Reports, DateTimeOffset WaitsSince)
{
    /// <summary>What it is about, in words.</summary>
    public string About => TrackTitle ?? PlaylistTitle ?? "not named yet";
}

/// <summary>Reads the one queue of findings, reports and appeals.</summary>
public sealed class ListCases(Store store)
{
    /// <summary>Cases on a page of the queue.</summary>
    public const int PageSize = 50;

    /// <summary>A page of those that wait, counted from 1: what blocks comes first, then appeals, then the longest waiting.</summary>
    public Task<List<CaseRow>> Waiting(int page = 1, CancellationToken cancel = default) => store.Read(async db =>
    {
        var ids = await Queue(db).Skip(PageSize * (Math.Max(1, page) - 1)).Take(PageSize).ToListAsync(cancel);
        var rows = await Rows(db, db.ContentCases.Where(row => ids.Contains(row.Id))).ToDictionaryAsync(row => row.Case.Id, cancel);
        return ids.ConvertAll(id => rows[id]);
    }, cancel);

    /// <summary>The case that stands <paramref name="by"/> places further in the queue than another, or the first where that one does not wait; null where there is none.</summary>
    public Task<int?> Beside(int id, int by, CancellationToken cancel = default) => store.Read<int?>(async db =>
    {
        var ids = await Queue(db).ToListAsync(cancel);
        var at = ids.IndexOf(id);
        var wanted = at < 0 ? 0 : at + by;
        return wanted >= 0 && wanted < ids.Count ? ids[wanted] : null;
    }, cancel);

    /// <summary>Those that were decided, the newest first.</summary>
    public Task<List<CaseRow>> Decided(int count, CancellationToken cancel = default) =>
        store.Read(db => Rows(db, db.ContentCases.Where(row => row.State == CaseState.Decided).OrderByDescending(row => row.DecidedAt).Take(count)).ToListAsync(cancel), cancel);

    /// <summary>Those of a playlist and those about tracks of its newest pool, the newest first.</summary>
    public Task<List<CaseRow>> Of(PlaylistId playlist, CancellationToken cancel = default) =>
        store.Read(db => Rows(db, db.ContentCases.Where(row => row.Playlist == playlist || (row.Playlist == null && db.PoolTracks.Any(held => held.Playlist == playlist && held.Track == row.Track))).OrderByDescending(row => row.Id)).ToListAsync(cancel), cancel);

    /// <summary>How many wait.</summary>
    public Task<int> CountWaiting(CancellationToken cancel = default) => store.Read(db => db.ContentCases.CountAsync(row => row.State != CaseState.Decided, cancel), cancel);

    private static IQueryable<int> Queue(CurationDb db) =>
        from row in db.ContentCases
        where row.State != CaseState.Decided
        orderby row.Level == ContentLevel.Block descending, row.State == CaseState.Appealed descending,
            db.ContentAppeals.Where(appeal => appeal.Case == row.Id && appeal.State == AppealState.Waiting).Select(appeal => (DateTimeOffset?)appeal.At).FirstOrDefault() ?? row.OpenedAt, row.Id
        select row.Id;

    internal static IQueryable<CaseRow> Rows(CurationDb db, IQueryable<ContentCase> cases) =>
        from row in cases
        select new CaseRow(
            row,
            db.Playlists.Where(playlist => playlist.Id == row.Playlist).Select(playlist => playlist.Title).FirstOrDefault(),
            db.Tracks.Where(track => track.Id == row.Track).Select(track => track.ArtistLine + " – " + track.Title).FirstOrDefault(),
            db.OutsideReports.Count(report => report.Case == row.Id),
            db.ContentAppeals.Where(appeal => appeal.Case == row.Id && appeal.State == AppealState.Waiting).Select(appeal => (DateTimeOffset?)appeal.At).FirstOrDefault() ?? row.OpenedAt);
}
