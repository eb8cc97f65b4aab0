using Curation.Core.Auditing.Assessing;
using Curation.Core.Desk.Attributes;
using Curation.Core.Importing;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Curation.Core.Storage.Imports;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>Reads the ground of a revision's figures as it stands at a moment. What many rows make up is marked by what counts them: plays by their imports.</summary>
internal static class Grounds
{
    private static readonly string OfListeners = ImportFormats.NameOf(ImportFormat.Listeners);
    private static readonly string[] OfCatalogue = [ImportFormats.NameOf(ImportFormat.Tracks), ImportFormats.NameOf(ImportFormat.Artists), ImportFormats.NameOf(ImportFormat.MusicBrainz)];

    public static async Task<AssessmentGround> Of(CurationDb db, Revision revision, DateTimeOffset now, CancellationToken cancel)
    {
        var holds = await GroundHolds.Of(db, revision, now, cancel);
        return new AssessmentGround(
        [
            new(GroundPart.Catalogue, await Catalogue(db, cancel)),
            new(GroundPart.Attributes, GroundMark.Of([[await ListAttributes.Stamp(db, cancel)]])),
            new(GroundPart.Plays, await Imported(db, db.Imports.Where(row => !OfCatalogue.Contains(row.Format) && row.Format != OfListeners), [], cancel)),
            new(GroundPart.Listeners, await Listeners(db, cancel)),
            new(GroundPart.Refusals, await Refusals(db, revision, now, cancel)),
            new(GroundPart.Content, holds.Mark),
            new(GroundPart.PoolContent, holds.MarkOfPool),
            new(GroundPart.Edition, GroundMark.Of([[await db.Playlists.Where(row => row.Id == revision.Playlist).Select(row => row.LiveEdition).SingleAsync(cancel)]])),
        ]);
    }

    private static async Task<string> Catalogue(CurationDb db, CancellationToken cancel)
    {
        var genres = await db.Genres.OrderBy(row => row.Id).Select(row => new { row.Id, row.Name }).ToListAsync(cancel);
        return await Imported(db, db.Imports.Where(row => OfCatalogue.Contains(row.Format)), genres.ConvertAll(row => new object?[] { row.Id.Value, row.Name }), cancel);
    }

    private static async Task<string> Imported(CurationDb db, IQueryable<ImportBatch> among, IReadOnlyList<object?[]> beside, CancellationToken cancel)
    {
        var imports = await among.OrderBy(row => row.Id).Select(row => new { row.Id, row.Kept, TakenBack = row.Notes != null && row.Notes.Contains(ImportBatch.TakenBackMark) }).ToListAsync(cancel);
        return GroundMark.Of([.. imports.Select(row => new object?[] { row.Id.Value, row.Kept, row.TakenBack }), .. beside]);
    }

    private static async Task<string> Listeners(CurationDb db, CancellationToken cancel)
    {
        using var mark = new GroundMark();
        await ListeningReader.Each(
            db,
            db.Listeners.OrderBy(row => row.Id).Select(row => new { row.Id, row.AgeBand, row.Region, row.Since, row.ProfilingOff, row.ExcludesExplicit }),
            row => mark.Add(row.GetInt32(0), Text(row, 1), Text(row, 2), Text(row, 3), row.GetBoolean(4), row.GetBoolean(5)),
            cancel);
        return mark.Done();

        static string? Text(System.Data.Common.DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

    private static async Task<string> Refusals(CurationDb db, Revision revision, DateTimeOffset now, CancellationToken cancel)
    {
        var seed = revision.Draft.Seed;
        var refusals = await db.Refusals.AsNoTracking().Where(row => row.Playlist == revision.Playlist || (row.Playlist == null && (row.Genre == null || row.Genre == seed))).ToListAsync(cancel);
        return GroundMark.Of(refusals.Where(row => row.Holds(now)).Select(row => row.Track.Value).Distinct().Order().Select(track => new object?[] { track }));
    }
}
