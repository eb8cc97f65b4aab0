using Curation.Core.Catalog;
using Curation.Core.Importing;
using Curation.Core.Listening;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Storage.Bulk;

/// <summary>Adds lists that were made elsewhere, track by track; what a list holds already is not added again.</summary>
internal sealed class ListWriter(CurationDb db, BulkIds ids, CatalogueWriter catalogue, BatchId batch) : IDisposable
{
    private readonly Statement findList = new(db, """SELECT "Id" FROM "EvidenceLists" WHERE "Key" = @0""", 1);
    private readonly Statement addList = new(db, """INSERT INTO "EvidenceLists" ("Key", "Name", "On", "Batch") VALUES (@0, @1, @2, @3) RETURNING "Id" """, 4);
    private readonly Statement addEntry = new(db, """INSERT INTO "EvidenceEntries" ("List", "Position", "Track") VALUES (@0, @1, @2)""", 3);

    /// <summary>Adds a track at the end of its list, unless the list said so already.</summary>
    public bool Add(ListRow row)
    {
        var track = catalogue.Track(row.Track, out var learned);
        var list = List(row);
        return list.SaysAgain(track) ? learned : addEntry.With(list.Id, list.Append(), track).Change();
    }

    /// <summary>Takes note of a row that an earlier start of the same import has dealt with.</summary>
    public void Recall(ListRow row) => List(row).SaysAgain(catalogue.Track(row.Track));

    public void Dispose()
    {
        findList.Dispose();
        addList.Dispose();
        addEntry.Dispose();
    }

    private ListState List(ListRow row)
    {
        var key = "programme:" + ArtistKey.Of(row.List) + "\u001f" + (row.Day is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "");
        if (ids.Lists.TryGetValue(key, out var known)) return known;
        var found = findList.With(key).Number();
        var state = found is { } id
            ? new ListState(id, [.. db.EvidenceEntries.Where(entry => entry.List == new EvidenceListId(id)).OrderBy(entry => entry.Position).Select(entry => entry.Track).AsEnumerable().Select(track => track.Value)])
            : new ListState(addList.With(key, row.List, row.Day, batch.Value).Number()!.Value, []);
        return ids.Lists[key] = state;
    }
}
