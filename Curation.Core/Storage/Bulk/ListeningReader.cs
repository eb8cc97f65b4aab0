using System.Data.Common;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Storage.Bulk;

/// <summary>Reads all listening as evidence, in one pass over each table and past the change tracker.</summary>
public static class ListeningReader
{
    private const int ReportEvery = 1 << 16;

    /// <summary>Reads plays, skipped ones below zero, tallies and, where wanted, lists. What listeners with profiling turned off heard is left out.</summary>
    /// <param name="db">The store.</param>
    /// <param name="lists">Whether lists made elsewhere count as evidence.</param>
    /// <param name="into">Where to put it; a new log where not given.</param>
    /// <param name="read">Told now and then how many rows were read.</param>
    /// <param name="cancel">Stops between rows.</param>
    public static async Task<ListeningLog> Read(CurationDb db, bool lists, ListeningLog? into = null, Action<long>? read = null, CancellationToken cancel = default)
    {
        var log = into ?? new ListeningLog();
        var off = (await db.Listeners.Where(listener => listener.ProfilingOff).Select(listener => listener.Id).ToListAsync(cancel)).ToHashSet();
        var rows = 0L;
        await Each(
            db,
            db.Plays.OrderBy(play => play.Listener).Select(play => new { play.Listener, play.Track, play.At, play.Skipped }),
            row => Heard(new ListenerId(row.GetInt32(0)), row.GetInt32(1), row.GetBoolean(3) ? -1 : 1, row.GetInt64(2)),
            cancel);
        await Each(
            db,
            db.Tallies.OrderBy(tally => tally.Listener).Select(tally => new { tally.Listener, tally.Track, tally.Count }),
            row => Heard(new ListenerId(row.GetInt32(0)), row.GetInt32(1), row.GetInt32(2), ListeningLog.NoTime),
            cancel);
        if (lists) await ReadLists(db, log, cancel);
        return log;

        void Heard(ListenerId listener, int track, float weight, long at)
        {
            if (!off.Contains(listener)) log.Add(listener, new TrackId(track), weight, at);
            if (++rows % ReportEvery == 0) read?.Invoke(rows);
        }
    }

    private static async Task ReadLists(CurationDb db, ListeningLog log, CancellationToken cancel)
    {
        var facts = await db.EvidenceLists.ToDictionaryAsync(list => list.Id, list => new RowFacts(list.On, list.Name), cancel);
        await Each(
            db,
            db.EvidenceEntries.OrderBy(entry => entry.List).ThenBy(entry => entry.Position).Select(entry => new { entry.List, entry.Track }),
            row =>
            {
                var list = new EvidenceListId(row.GetInt32(0));
                log.Add(list, new TrackId(row.GetInt32(1)), facts[list].On is { } day ? Milliseconds(day) : ListeningLog.NoTime, facts[list]);
            },
            cancel);
    }

    private static long Milliseconds(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>Runs the provider's own SQL for a query and hands over raw rows: several times faster than materialising each.</summary>
    internal static async Task Each<T>(CurationDb db, IQueryable<T> query, Action<DbDataReader> row, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var command = query.CreateDbCommand();
        await using (command)
        {
            var reader = await command.ExecuteReaderAsync(cancel);
            await using (reader)
            {
                var sinceLook = 0;
                while (reader.Read())
                {
                    row(reader);
                    if (++sinceLook % ReportEvery == 0) cancel.ThrowIfCancellationRequested();
                }
            }
        }

        await db.Database.CloseConnectionAsync();
    }
}
