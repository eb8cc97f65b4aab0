using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>What listeners get now, as it was written, and what the engine put on their lists beside it.</summary>
internal sealed record LiveDraft(PlaylistId Playlist, string Title, int Edition, int Lists, Revision Revision, int Id)
{
    /// <summary>Tracks on its lists that its pool does not hold.</summary>
    public IReadOnlySet<TrackId> Beyond { get; private init; } = new HashSet<TrackId>();

    /// <summary>Every playlist with a live edition, and the facts of all their tracks.</summary>
    public static async Task<(List<LiveDraft> Live, Dictionary<TrackId, TrackFacts> Facts)> All(CurationDb db, EditionTracks tracks, CancellationToken cancel)
    {
        var live = new List<LiveDraft>();
        var rows = await (from playlist in db.Playlists
                          join edition in db.Editions on playlist.LiveEdition equals edition.Id
                          join revision in db.Revisions on edition.Revision equals revision.Id
                          orderby playlist.Title
                          select new LiveDraft(playlist.Id, edition.Title, edition.Number, edition.ListCount, revision, edition.Id)).AsNoTracking().ToListAsync(cancel);
        foreach (var row in rows) live.Add(row with { Beyond = await tracks.Beyond(db, row.Id, row.Revision.Draft, cancel) });
        return (live, await ContentRecord.Facts(db, live.SelectMany(row => row.Revision.Draft.Pool.Select(entry => entry.Track).Concat(row.Beyond)), cancel));
    }
}
