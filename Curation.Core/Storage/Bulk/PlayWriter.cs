using Curation.Core.Catalog;
using Curation.Core.Listening;

namespace Curation.Core.Storage.Bulk;

/// <summary>Adds plays whose tracks are known, inside the transaction of its context; a play that is there already stays as it is.</summary>
internal sealed class PlayWriter(CurationDb db, BatchId batch) : IDisposable
{
    private readonly Dictionary<string, int> listeners = new(StringComparer.Ordinal);
    private readonly Statement findListener = new(db, """SELECT "Id" FROM "Listeners" WHERE "Key" = @0""", 1);
    private readonly Statement addListener = new(db, """INSERT INTO "Listeners" ("Key", "ProfilingOff", "ExcludesExplicit") VALUES (@0, FALSE, FALSE) RETURNING "Id" """, 1);

    private readonly Statement addPlay = new(
        db,
        """INSERT INTO "Plays" ("Listener", "At", "Track", "MsPlayed", "Skipped", "Saved", "Source", "Batch") VALUES (@0, @1, @2, @3, @4, @5, @6, @7) ON CONFLICT DO NOTHING""",
        8);

    /// <summary>Adds a play of the listener with this key, who is new where the key is; false where it was there already.</summary>
    public bool Add(string listener, TrackId track, DateTimeOffset at, int? msPlayed, bool skipped, bool saved, string? source)
    {
        if (!listeners.TryGetValue(listener, out var id)) listeners[listener] = id = findListener.With(listener).Number() ?? addListener.With(listener).Number()!.Value;
        return addPlay.With(id, at.ToUnixTimeMilliseconds(), track.Value, msPlayed, skipped, saved, source, batch.Value).Change();
    }

    public void Dispose()
    {
        findListener.Dispose();
        addListener.Dispose();
        addPlay.Dispose();
    }
}
