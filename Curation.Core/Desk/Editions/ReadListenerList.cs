using System.Collections.Concurrent;
using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Publishing.Formats;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>Reads one published list, checked against its hash, without what may not be given any more.</summary>
public sealed class ReadListenerList(Store store, CurrentModel current)
{
    private readonly ConcurrentDictionary<RevisionId, IReadOnlyDictionary<TrackId, CommercialTie>> declared = new();

    /// <summary>The live list of a playlist for a listener by pseudonymous key, or the shared one where the key is null; null where nothing is released to them, or a decision is that nobody gets it.</summary>
    /// <exception cref="InvalidDataException">The stored bytes are not what was published.</exception>
    public Task<ExportedList?> Live(string slug, string? listener, CancellationToken cancel = default) =>
        Read(db => from playlist in db.Playlists where playlist.Slug == slug join edition in db.Editions on playlist.LiveEdition equals edition.Id select edition, listener, live: true, cancel);

    /// <summary>A list of any complete edition, live or not.</summary>
    /// <exception cref="InvalidDataException">The stored bytes are not what was published.</exception>
    public Task<ExportedList?> Of(PlaylistId playlist, int number, string? listener, CancellationToken cancel = default) =>
        Read(db => db.Editions.Where(row => row.Playlist == playlist && row.Number == number && row.Hash != ""), listener, live: false, cancel);

    private async Task<ExportedList?> Read(Func<CurationDb, IQueryable<Edition>> of, string? listener, bool live, CancellationToken cancel)
    {
        var catalogue = (await current.Get(cancel)).Catalogue;
        return await store.Read(async db =>
        {
            var edition = await of(db).SingleOrDefaultAsync(cancel);
            if (edition is null || await Whose(db, listener, cancel) is not { } whose) return null;
            if (await ListOf(db, edition.Id, whose, cancel) is not { } list) return null;
            var decisions = await ContentRecord.Decisions(db, store.Now, cancel);
            var content = new ContentHolds(ContentRules.None, decisions, edition.Playlist, null, DateOnly.FromDateTime(store.Now.UtcDateTime));
            if (live && content.OfPlaylist == ContentMeasure.Remove) return null;
            var slug = await db.Playlists.Where(row => row.Id == edition.Playlist).Select(row => row.Slug).SingleAsync(cancel);
            var ties = await Ties(db, edition.Revision, cancel);
            var slots = StoredEdition.Slots(edition, list).Select(slot => (Slot: slot, Because: WhyNot(slot, catalogue, content, whose))).ToList();
            var tracks = slots.Where(row => row.Because is null).Select(row => Track(row.Slot, catalogue) with { Advised = content.MeasureOf(row.Slot.Track, whose.Territory) == ContentMeasure.Advisory, Promoted = ties.GetValueOrDefault(row.Slot.Track) }).ToList();
            return new ExportedList(slug, edition.Title, edition.Number, edition.Hash, Convert.ToHexStringLower(list.Hash), edition.PublishedAt!.Value, tracks)
            {
                LeftOut = [.. slots.Where(row => row.Because is not null).Select(row => new NotGiven(row.Slot.Track, row.Because!))],
            };
        }, cancel);
    }

    /// <summary>Why a published track is not given any more; null where it is.</summary>
    private static string? WhyNot(Slot slot, Catalogue catalogue, ContentHolds content, Reader whose) => content.MeasureOf(slot.Track, whose.Territory) switch
    {
        ContentMeasure.Remove => "removed",
        ContentMeasure.Restrict => "restricted",
        _ => catalogue.Find(slot.Track) switch
        {
            { Explicit: true } when whose.ExcludesExplicit => "explicit",
            { } track when !track.Rights.MayBeHeardIn(whose.Territory) => "territory",
            _ => null,
        },
    };

    /// <summary>What was declared in a revision. A published one never changes, so it is read once.</summary>
    private async Task<IReadOnlyDictionary<TrackId, CommercialTie>> Ties(CurationDb db, RevisionId revision, CancellationToken cancel)
    {
        if (declared.TryGetValue(revision, out var known)) return known;
        var draft = await db.Revisions.Where(row => row.Id == revision).Select(row => row.Draft).SingleAsync(cancel);
        return declared[revision] = draft.Pool.Where(entry => entry.Commercial is not null).ToDictionary(entry => entry.Track, entry => entry.Commercial!);
    }

    /// <summary>The list stored for a reader. Who has profiling off now gets none that was made from their history: where profiling was on when the edition was made, it is the shared list, without what they may not get.</summary>
    private static async Task<EditionList?> ListOf(CurationDb db, int edition, Reader whose, CancellationToken cancel)
    {
        var own = await db.EditionLists.SingleOrDefaultAsync(row => row.Edition == edition && row.Listener == whose.Id && (row.Unprofiled || !whose.ProfilingOff), cancel);
        return own is null && whose.ProfilingOff ? await db.EditionLists.SingleOrDefaultAsync(row => row.Edition == edition && row.Listener == 0, cancel) : own;
    }

    /// <summary>The number under which a listener's list is stored, 0 for nobody in particular, and what keeps tracks from them now; null where the key is not known.</summary>
    private static async Task<Reader?> Whose(CurationDb db, string? key, CancellationToken cancel)
    {
        if (key is null) return new Reader(0, null, false, false);
        var listener = await db.Listeners.Where(row => row.Key == key).Select(row => new { Id = (int)(object)row.Id, row.Region, row.ExcludesExplicit, row.ProfilingOff }).SingleOrDefaultAsync(cancel);
        return listener is null ? null : new Reader(listener.Id, Territory.Of(listener.Region), listener.ExcludesExplicit, listener.ProfilingOff);
    }

    private static ExportedTrack Track(Slot slot, Catalogue catalogue) => catalogue.Find(slot.Track) is { } facts
        ? new ExportedTrack(slot, facts.Title, facts.ArtistLine, facts.DurationMs, facts.Isrc, facts.Mbid)
        : new ExportedTrack(slot, $"Track {slot.Track}, no longer in the catalogue", "Unknown", null, null, null);

    private sealed record Reader(int Id, string? Territory, bool ExcludesExplicit, bool ProfilingOff);
}
