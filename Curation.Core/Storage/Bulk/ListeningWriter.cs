using Curation.Core.Importing;
using Curation.Core.Listening;

namespace Curation.Core.Storage.Bulk;

/// <summary>Adds plays and tallies; what is there already stays as it is.</summary>
internal sealed class ListeningWriter(CurationDb db, BulkIds ids, CatalogueWriter catalogue, BatchId batch) : IDisposable
{
    private readonly Statement findListener = new(db, """SELECT "Id" FROM "Listeners" WHERE "Key" = @0""", 1);
    private readonly Statement addListener = new(db, """INSERT INTO "Listeners" ("Key", "ProfilingOff", "ExcludesExplicit") VALUES (@0, FALSE, FALSE) RETURNING "Id" """, 1);

    private readonly Statement addPlay = new(
        db,
        """INSERT INTO "Plays" ("Listener", "At", "Track", "MsPlayed", "Skipped", "Saved", "Source", "Batch") VALUES (@0, @1, @2, @3, @4, @5, @6, @7) ON CONFLICT DO NOTHING""",
        8);

    private readonly Statement addTally = new(
        db,
        """
        INSERT INTO "Tallies" ("Listener", "Track", "Count", "Batch") VALUES (@0, @1, @2, @3)
        ON CONFLICT ("Listener", "Track") DO UPDATE SET "Count" = excluded."Count", "Batch" = excluded."Batch" WHERE excluded."Count" > "Tallies"."Count"
        """,
        4);

    /// <summary>Adds plays, in the order in which they lie in the store, and says how many were new.</summary>
    public int Plays(List<PlayRow> rows)
    {
        var placed = new (int Listener, int Track, PlayRow Row)[rows.Count];
        for (var i = 0; i < placed.Length; i++) placed[i] = (Listener(rows[i].Listener), catalogue.Track(rows[i].Track), rows[i]);
        Array.Sort(placed, static (one, other) => one.Listener != other.Listener ? one.Listener.CompareTo(other.Listener) : one.Row.At.CompareTo(other.Row.At));
        addPlay[7] = batch.Value;
        var added = 0;
        foreach (var (listener, track, row) in placed)
        {
            addPlay.With(listener, row.At, track, row.MsPlayed, row.Skipped, row.Saved, row.Source);
            if (addPlay.Change()) added++;
        }

        return added;
    }

    /// <summary>Notes a tally; of two for the same pair the greater stands.</summary>
    public bool Tally(TallyRow row) => addTally.With(Listener(row.Listener), catalogue.Track(row.Track), row.Count, batch.Value).Change();

    public void Dispose()
    {
        findListener.Dispose();
        addListener.Dispose();
        addPlay.Dispose();
        addTally.Dispose();
    }

    private int Listener(string key)
    {
        if (!ids.Listeners.TryGetValue(key, out var id)) ids.Listeners[key] = id = findListener.With(key).Number() ?? addListener.With(key).Number()!.Value;
        return id;
    }
}
