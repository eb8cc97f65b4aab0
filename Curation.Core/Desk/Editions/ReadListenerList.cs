using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Publishing.Formats;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>Reads one published list, checked against its hash.</summary>
public sealed class ReadListenerList(Store store, CurrentModel current)
{
    /// <summary>The live list of a playlist for a listener by pseudonymous key, or the shared one where the key is null; null where nothing is released to them.</summary>
    /// <exception cref="InvalidDataException">The stored bytes are not what was published.</exception>
    public Task<ExportedList?> Live(string slug, string? listener, CancellationToken cancel = default) =>
        Read(db => from playlist in db.Playlists where playlist.Slug == slug join edition in db.Editions on playlist.LiveEdition equals edition.Id select edition, listener, cancel);

    /// <summary>A list of any complete edition, live or not.</summary>
    /// <exception cref="InvalidDataException">The stored bytes are not what was published.</exception>
    public Task<ExportedList?> Of(PlaylistId playlist, int number, string? listener, CancellationToken cancel = default) =>
        Read(db => db.Editions.Where(row => row.Playlist == playlist && row.Number == number && row.Hash != ""), listener, cancel);

    /// <summary>The live list's hash, without reading the list; null where nothing is released to them.</summary>
    public Task<string?> LiveHash(string slug, string? listener, CancellationToken cancel = default) => store.Read(async db =>
    {
        var id = await IdOf(db, listener, cancel);
        var hash = id is null ? null : await (from playlist in db.Playlists
                                              where playlist.Slug == slug
                                              join list in db.EditionLists on playlist.LiveEdition equals list.Edition
                                              where list.Listener == id
                                              select list.Hash).SingleOrDefaultAsync(cancel);
        return hash is null ? null : Convert.ToHexStringLower(hash);
    }, cancel);

    private async Task<ExportedList?> Read(Func<CurationDb, IQueryable<Edition>> of, string? listener, CancellationToken cancel)
    {
        var catalogue = (await current.Get(cancel)).Catalogue;
        return await store.Read(async db =>
        {
            var edition = await of(db).SingleOrDefaultAsync(cancel);
            if (edition is null || await IdOf(db, listener, cancel) is not { } id) return null;
            var list = await db.EditionLists.SingleOrDefaultAsync(row => row.Edition == edition.Id && row.Listener == id, cancel);
            if (list is null) return null;
            var slug = await db.Playlists.Where(row => row.Id == edition.Playlist).Select(row => row.Slug).SingleAsync(cancel);
            var tracks = StoredEdition.Slots(edition, list).Select(slot => Track(slot, catalogue)).ToList();
            return new ExportedList(slug, edition.Title, edition.Number, edition.Hash, Convert.ToHexStringLower(list.Hash), edition.PublishedAt!.Value, tracks);
        }, cancel);
    }

    /// <summary>The number under which the list for a listener is stored: 0, the shared one, for nobody in particular and for who has profiling off now, whatever an edition made before; null where the key is not known.</summary>
    private static async Task<int?> IdOf(CurationDb db, string? key, CancellationToken cancel) =>
        key is null ? 0 : await db.Listeners.Where(row => row.Key == key).Select(row => (int?)(row.ProfilingOff ? 0 : (int)(object)row.Id)).SingleOrDefaultAsync(cancel);

    private static ExportedTrack Track(Slot slot, Catalog.Catalogue catalogue) => catalogue.Find(slot.Track) is { } facts
        ? new ExportedTrack(slot, facts.Title, facts.ArtistLine, facts.DurationMs, facts.Isrc, facts.Mbid)
        : new ExportedTrack(slot, $"Track {slot.Track}, no longer in the catalogue", "Unknown", null, null, null);
}
