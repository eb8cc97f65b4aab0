using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Curation.Core.Storage.Imports;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Home;

/// <summary>A playlist that a person works on.</summary>
public sealed record DraftLine(PlaylistId Id, string Title, int PoolSize, int Revision, DateTimeOffset SavedAt, PlaylistStage Stage, string Reason);

/// <summary>A submission that a person may decide on.</summary>
public sealed record WaitingLine(int Submission, PlaylistId Playlist, string Title, string By, DateTimeOffset At);

/// <summary>An edition that went out lately.</summary>
public sealed record ReleaseLine(PlaylistId Playlist, RevisionId Revision, string Title, int Number, EditionState State, DateTimeOffset At, string By);

/// <summary>What the engine knows: when it last learnt, and how much it has to learn from.</summary>
public sealed record Freshness(DateTimeOffset? TrainedAt, DateTimeOffset? ImportedAt, int Tracks, int Listeners, int Playlists);

/// <summary>What a person sees first.</summary>
public sealed record HomeView(IReadOnlyList<DraftLine> Drafts, IReadOnlyList<WaitingLine> Waiting, IReadOnlyList<ReleaseLine> Released, Freshness Freshness);

/// <summary>Reads what a person sees first.</summary>
public sealed class ReadHome(Store store)
{
    private const int Lines = 6;

    /// <summary>The home of one person; only submissions that this person has not written in and does not own count as waiting.</summary>
    public Task<HomeView> For(PersonId person, CancellationToken cancel = default) => store.Read(
        async db => new HomeView(await Drafts(db, person, cancel), await Waiting(db, person).Take(Lines).ToListAsync(cancel), await Released(db, cancel), await FreshnessOf(db, cancel)), cancel);

    /// <summary>How many submissions wait for this person, who is a reviewer.</summary>
    public Task<int> CountWaiting(PersonId person, CancellationToken cancel = default) => store.Read(db => Waiting(db, person).CountAsync(cancel), cancel);

    private static async Task<List<DraftLine>> Drafts(CurationDb db, PersonId person, CancellationToken cancel)
    {
        var rows = await (from playlist in db.Playlists
                          where !playlist.Archived && db.PlaylistAuthors.Any(author => author.Playlist == playlist.Id && author.Person == person)
                          let newest = db.Submissions.Where(row => row.Playlist == playlist.Id).OrderByDescending(row => row.Id).FirstOrDefault()
                          let live = db.Editions.Where(edition => edition.Id == playlist.LiveEdition).Select(edition => (RevisionId?)edition.Revision).FirstOrDefault()
                          orderby playlist.SavedAt descending
                          select new { playlist, newest, live }).Take(Lines).ToListAsync(cancel);
        return rows.Select(row => new DraftLine(
            row.playlist.Id,
            row.playlist.Title,
            row.playlist.PoolSize,
            row.playlist.HeadNumber,
            row.playlist.SavedAt,
            Stages.Of(row.playlist.Head, row.newest?.Revision, row.newest?.State, row.live),
            row.newest?.Reason ?? "")).ToList();
    }

    private static IQueryable<WaitingLine> Waiting(CurationDb db, PersonId person) =>
        from submission in db.Submissions
        where submission.State == SubmissionState.Waiting && !db.PlaylistAuthors.Any(author => author.Playlist == submission.Playlist && author.Person == person)
        join playlist in db.Playlists on submission.Playlist equals playlist.Id
        where playlist.Owner != person
        orderby submission.Id
        select new WaitingLine(submission.Id, playlist.Id, playlist.Title, db.Users.Where(user => user.Id == (string)(object)submission.SubmittedBy).Select(user => user.DisplayName).FirstOrDefault() ?? "", submission.SubmittedAt);

    private static Task<List<ReleaseLine>> Released(CurationDb db, CancellationToken cancel) =>
        (from edition in db.Editions
         where edition.Hash != ""
         join playlist in db.Playlists on edition.Playlist equals playlist.Id
         orderby edition.Id descending
         select new ReleaseLine(playlist.Id, edition.Revision, playlist.Title, edition.Number, edition.State, edition.PublishedAt ?? edition.StartedAt, db.Users.Where(user => user.Id == (string)(object)edition.PublishedBy).Select(user => user.DisplayName).FirstOrDefault() ?? ""))
        .Take(Lines).ToListAsync(cancel);

    private static async Task<Freshness> FreshnessOf(CurationDb db, CancellationToken cancel) => new(
        await db.Models.Where(model => model.Active).Select(model => (DateTimeOffset?)model.TrainedAt).FirstOrDefaultAsync(cancel),
        await db.Imports.Where(batch => batch.Notes == null || !batch.Notes.Contains(ImportBatch.TakenBackMark)).MaxAsync(batch => batch.EndedAt, cancel),
        await db.Tracks.CountAsync(cancel),
        await db.Listeners.CountAsync(cancel),
        await db.Playlists.CountAsync(playlist => !playlist.Archived, cancel));
}
