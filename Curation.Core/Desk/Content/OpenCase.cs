using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>A case as whoever decides needs it.</summary>
/// <param name="Row">The case.</param>
/// <param name="Reports">What people outside said.</param>
/// <param name="Decisions">What was decided, in order, with names.</param>
/// <param name="Appeals">Who asked for another look.</param>
/// <param name="Holders">Playlists whose newest pool holds the track.</param>
/// <param name="Live">Playlists that listeners get now and that would be different, with the number of their lists.</param>
/// <param name="Involved">Who wrote in the playlist, owns it or reported, and so never decides.</param>
public sealed record CaseView(
    CaseRow Row,
    IReadOnlyList<OutsideReport> Reports,
    IReadOnlyList<(ContentDecision Decision, string ByName)> Decisions,
    IReadOnlyList<Appeal> Appeals,
    IReadOnlyList<PlaylistName> Holders,
    IReadOnlyList<(PlaylistName Playlist, int Lists)> Live,
    IReadOnlyList<PersonId> Involved)
{
    /// <summary>Why a person cannot decide this now; null where they can.</summary>
    public string? Obstacle(PersonId person)
    {
        if (Row.Case.State == CaseState.Decided) return "This is decided. Who disagrees may appeal, and somebody else looks again.";
        if (Involved.Contains(person)) return "You wrote in this playlist, own it or reported it, so somebody else decides.";
        if (Row.Case.State == CaseState.Appealed && Decisions.Any(made => made.Decision.By == person)) return "You decided this before, so another reviewer looks again.";
        return Appeals.Any(appeal => appeal.State == AppealState.Waiting && appeal.By == person) ? "This is your own appeal, so somebody else looks." : null;
    }

    /// <summary>Whether the playlist's side can still appeal.</summary>
    public bool PlaylistMayAppeal => Row.Case.State == CaseState.Decided && Appeals.All(appeal => appeal.Side != AppealSide.Playlist);
}

/// <summary>Opens a case with all that was said, and with what a decision would affect.</summary>
public sealed class OpenCase(Store store, EditionTracks tracks)
{
    /// <summary>The case, or null where there is none.</summary>
    public Task<CaseView?> Run(int id, CancellationToken cancel = default) => store.Read(async db =>
    {
        if (await ListCases.Rows(db, db.ContentCases.Where(row => row.Id == id)).SingleOrDefaultAsync(cancel) is not { } found) return null;
        var reports = await db.OutsideReports.Where(report => report.Case == id).OrderBy(report => report.Id).ToListAsync(cancel);
        var decisions = await (from decision in db.ContentDecisions
                               where decision.Case == id
                               orderby decision.Id
                               select new { decision, Name = db.Users.Where(person => person.Id == (string)(object)decision.By).Select(person => person.DisplayName).FirstOrDefault() }).ToListAsync(cancel);
        var appeals = await db.ContentAppeals.Where(appeal => appeal.Case == id).OrderBy(appeal => appeal.Id).ToListAsync(cancel);
        var involved = await DecideCase.Involved(db, found.Case, cancel);
        return new CaseView(found, reports, [.. decisions.Select(row => (row.decision, row.Name ?? "somebody who left"))], appeals, await Holders(db, found.Case, cancel), await Live(db, found.Case, cancel), involved);
    }, cancel);

    private static async Task<List<PlaylistName>> Holders(CurationDb db, ContentCase row, CancellationToken cancel) => row.Track is not { } track ? [] : await
        (from held in db.PoolTracks where held.Track == track join playlist in db.Playlists on held.Playlist equals playlist.Id where !playlist.Archived orderby playlist.Title select new PlaylistName(playlist.Id, playlist.Title)).ToListAsync(cancel);

    private async Task<List<(PlaylistName Playlist, int Lists)>> Live(CurationDb db, ContentCase row, CancellationToken cancel)
    {
        var (track, of) = (row.Track, row.Playlist);
        var live = await (from playlist in db.Playlists
                          where track != null || playlist.Id == of
                          join edition in db.Editions on playlist.LiveEdition equals edition.Id
                          join revision in db.Revisions on edition.Revision equals revision.Id
                          orderby playlist.Title
                          select new { playlist.Id, playlist.Title, Edition = edition.Id, edition.ListCount, revision.Draft }).ToListAsync(cancel);
        var affected = new List<(PlaylistName Playlist, int Lists)>();
        foreach (var found in live)
        {
            if (track is not { } sought || found.Draft.Holds(sought) || (await tracks.Beyond(db, found.Edition, found.Draft, cancel)).Contains(sought)) affected.Add((new PlaylistName(found.Id, found.Title), found.ListCount));
        }

        return affected;
    }
}
