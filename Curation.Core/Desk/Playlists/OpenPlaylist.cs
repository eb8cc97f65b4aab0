using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>A playlist as the editor page holds it.</summary>
/// <param name="Id">The playlist.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Version">The token to send back with an edit.</param>
/// <param name="Revision">The newest revision.</param>
/// <param name="RevisionNumber">Its number.</param>
/// <param name="Frozen">Whether that revision is submitted, so that the next edit starts another.</param>
/// <param name="Draft">What it says.</param>
/// <param name="SavedBy">Who saved it last.</param>
/// <param name="SavedAt">When.</param>
/// <param name="LiveEdition">The edition listeners get, or 0.</param>
/// <param name="Submission">The newest submission, or null.</param>
/// <param name="Stage">Where the newest revision stands on its way to listeners.</param>
/// <param name="SaysWhatIsLive">Whether the newest revision says exactly what the live edition was made from, be it that revision or a later one that came back to it.</param>
public sealed record PlaylistView(
    PlaylistId Id,
    string Slug,
    int Version,
    RevisionId Revision,
    int RevisionNumber,
    bool Frozen,
    Draft Draft,
    PersonId SavedBy,
    DateTimeOffset SavedAt,
    int LiveEdition,
    Submission? Submission,
    PlaylistStage Stage,
    bool SaysWhatIsLive)
{
    /// <summary>Whether the newest revision is the one that was approved last.</summary>
    public bool Approved => Submission is { State: SubmissionState.Approved } approved && approved.Revision == Revision;
}

/// <summary>Opens a playlist for reading or editing.</summary>
public sealed class OpenPlaylist(Store store)
{
    /// <summary>The newest state, or null where there is no such playlist.</summary>
    public Task<PlaylistView?> Newest(PlaylistId id, CancellationToken cancel = default) => store.Read(async db =>
    {
        var playlist = await db.Playlists.SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (playlist is null) return null;
        var head = await db.Revisions.SingleAsync(row => row.Id == playlist.Head, cancel);
        return await View(db, playlist, head, cancel);
    }, cancel);

    /// <summary>One revision, or null.</summary>
    public Task<Revision?> At(PlaylistId id, RevisionId revision, CancellationToken cancel = default) =>
        store.Read(db => db.Revisions.SingleOrDefaultAsync(row => row.Playlist == id && row.Id == revision, cancel), cancel);

    /// <summary>The newest revisions first, without their drafts.</summary>
    public Task<List<RevisionRow>> History(PlaylistId id, int count = 200, CancellationToken cancel = default) => store.Read(db =>
        (from revision in db.Revisions
         where revision.Playlist == id
         join person in db.Users on (string)(object)revision.By equals person.Id into people
         from person in people.DefaultIfEmpty()
         orderby revision.Number descending
         select new RevisionRow(revision.Id, revision.Number, revision.Change, revision.By, person == null ? "" : person.DisplayName, revision.SavedAt, revision.Frozen)).Take(count).ToListAsync(cancel), cancel);

    internal static async Task<PlaylistView> View(CurationDb db, Playlist playlist, Revision head, CancellationToken cancel)
    {
        var submission = await db.Submissions.Where(row => row.Playlist == playlist.Id).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
        var live = await db.Editions.Where(edition => edition.Id == playlist.LiveEdition).Select(edition => new { edition.Revision, edition.RevisionHash }).FirstOrDefaultAsync(cancel);
        var stage = Stages.Of(head.Id, submission?.Revision, submission?.State, live?.Revision);
        return new PlaylistView(
            playlist.Id, playlist.Slug, playlist.Version, head.Id, head.Number, head.Frozen, head.Draft, head.By, head.SavedAt, playlist.LiveEdition, submission, stage, live?.RevisionHash == head.Hash);
    }
}

/// <summary>A revision as a line of the history.</summary>
public sealed record RevisionRow(RevisionId Id, int Number, string Change, PersonId By, string ByName, DateTimeOffset SavedAt, bool Frozen);
