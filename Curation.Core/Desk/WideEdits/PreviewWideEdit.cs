using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.WideEdits;

/// <summary>Shows where tracks stand in all playlists, and what an edit of all of them would change and what it would not.</summary>
public sealed class PreviewWideEdit(Store store, CurrentModel current)
{
    /// <summary>The places of these tracks.</summary>
    public async Task<WidePreview> Of(IReadOnlyCollection<TrackId> tracks, IReadOnlyList<string>? unknown = null, CancellationToken cancel = default)
    {
        var catalogue = (await current.Get(cancel)).Catalogue;
        var known = tracks.Distinct().Select(catalogue.Find).OfType<TrackFacts>().ToList();
        var ids = known.Select(track => track.Id).ToHashSet();
        return await store.Read(async db => new WidePreview(
            known,
            unknown ?? [],
            await Playlists(db, ids, catalogue, cancel),
            await Live(db, ids, cancel),
            await db.TrackBlocks.Where(block => ids.Contains(block.Track)).Select(block => block.Track).Distinct().CountAsync(cancel)), cancel);
    }

    /// <summary>All tracks whose main artist is this one.</summary>
    public async Task<WidePreview> By(ArtistId artist, CancellationToken cancel = default) =>
        await Of([.. (await current.Get(cancel)).Catalogue.Tracks.Where(track => track.Artists.Contains(artist)).Select(track => track.Id)], null, cancel);

    /// <summary>Tracks named in a pasted text: one a line or between commas, each a number of this catalogue, a link to a track, an ISRC or a MusicBrainz recording.</summary>
    public async Task<WidePreview> Named(string text, CancellationToken cancel = default)
    {
        var catalogue = (await current.Get(cancel)).Catalogue;
        var named = text.Split(['\n', ',', ';', ' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var found = named.ToDictionary(name => name, name => Find(catalogue, name), StringComparer.OrdinalIgnoreCase);
        return await Of([.. found.Values.SelectMany(tracks => tracks)], [.. named.Where(name => found[name].Count == 0)], cancel);
    }

    private static List<TrackId> Find(Catalogue catalogue, string name)
    {
        var last = name[(name.LastIndexOf('/') + 1)..];
        if (int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return catalogue.Find(new TrackId(number)) is { } track ? [track.Id] : [];
        var isMbid = Guid.TryParse(last, out var mbid);
        return [.. catalogue.Tracks.Where(track => isMbid ? track.Mbid == mbid : string.Equals(track.Isrc, last, StringComparison.OrdinalIgnoreCase)).Select(track => track.Id)];
    }

    private static async Task<IReadOnlyList<WidePlaylist>> Playlists(CurationDb db, HashSet<TrackId> tracks, Catalogue catalogue, CancellationToken cancel)
    {
        var rows = await (from playlist in db.Playlists
                          where db.PoolTracks.Any(row => row.Playlist == playlist.Id && tracks.Contains(row.Track)) || db.Submissions.Any(row => row.Playlist == playlist.Id && row.State == SubmissionState.Waiting)
                          join head in db.Revisions on playlist.Head equals head.Id
                          let newest = db.Submissions.Where(row => row.Playlist == playlist.Id).OrderByDescending(row => row.Id).FirstOrDefault()
                          let live = db.Editions.Where(edition => edition.Id == playlist.LiveEdition).Select(edition => (RevisionId?)edition.Revision).FirstOrDefault()
                          orderby playlist.Title
                          select new { playlist, head.Draft, newest, live }).ToListAsync(cancel);
        var waiting = rows.Where(row => row.newest?.State == SubmissionState.Waiting).Select(row => row.newest!.Revision).ToList();
        var frozen = await db.Revisions.Where(revision => waiting.Contains(revision.Id)).ToDictionaryAsync(revision => revision.Id, revision => revision.Draft, cancel);
        return [.. rows.Select(row => new WidePlaylist(
            row.playlist.Id,
            row.playlist.Title,
            row.playlist.Version,
            Stages.Of(row.playlist.Head, row.newest?.Revision, row.newest?.State, row.live),
            row.playlist.Archived,
            [.. row.Draft.Pool.Index().Where(place => tracks.Contains(place.Item.Track)).Select(place => new WideLine(place.Item.Track, catalogue.Find(place.Item.Track)?.Title ?? $"track {place.Item.Track}", place.Index + 1, place.Item.Pin, place.Item.Note))],
            row.newest?.State == SubmissionState.Waiting && frozen[row.newest.Revision].Pool.Any(entry => tracks.Contains(entry.Track)))).Where(row => row.Lines.Count > 0 || row.InReview)];
    }

    /// <summary>Reads the lists of every live edition, since the engine puts tracks on lists that no pool holds.</summary>
    private static async Task<IReadOnlyList<WideEdition>> Live(CurationDb db, HashSet<TrackId> tracks, CancellationToken cancel)
    {
        if (tracks.Count == 0) return [];
        var wanted = tracks.Select(track => track.Value).ToHashSet();
        var found = new List<WideEdition>();
        foreach (var edition in await db.Editions.Where(edition => edition.State == EditionState.Live).OrderBy(edition => edition.Title).ToListAsync(cancel))
        {
            var held = 0;
            await foreach (var slots in db.EditionLists.Where(list => list.Edition == edition.Id).Select(list => list.Slots).AsAsyncEnumerable().WithCancellation(cancel))
            {
                if (SlotCodec.Unpack(slots).Any(slot => wanted.Contains(slot.Track.Value))) held++;
            }

            if (held > 0) found.Add(new WideEdition(edition.Playlist, edition.Title, edition.Number, held, edition.ListCount));
        }

        return found;
    }
}
