using System.Runtime.InteropServices;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Previews;

/// <summary>Plays and tallies of many listeners, by listener, track and time: in one order, so that a history sums up to the same bits whichever listeners were read beside it.</summary>
internal sealed class HeardRows(EvidenceWeights weights)
{
    private readonly List<Row> rows = [];

    /// <summary>Adds what a query of listener, track, count (below zero: skips) and, where it knows it, time gives.</summary>
    public async Task Read<T>(CurationDb db, IQueryable<T> query, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = query.CreateDbCommand();
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            var timed = reader.FieldCount > 3;
            while (reader.Read()) rows.Add(new Row(reader.GetInt32(0), reader.GetInt32(1), timed ? reader.GetInt64(3) : ListeningLog.NoTime, reader.GetInt32(2)));
        }

        await db.Database.CloseConnectionAsync();
    }

    public void Sort() => CollectionsMarshal.AsSpan(rows).Sort();

    public ListenerHistory Of(ListenerId listener, bool profilingOff)
    {
        var start = rows.BinarySearch(new Row(listener.Value, int.MinValue, long.MinValue, 0));
        var tracks = new List<TrackId>();
        var counts = new List<int>();
        var sums = new List<float>();
        for (var i = start < 0 ? ~start : start; i < rows.Count && rows[i].Listener == listener.Value; i++)
        {
            var row = rows[i];
            if (tracks.Count == 0 || tracks[^1].Value != row.Track)
            {
                tracks.Add(new TrackId(row.Track));
                counts.Add(0);
                sums.Add(0);
            }

            counts[^1] = (int)Math.Min(int.MaxValue, (long)counts[^1] + Math.Max(0, row.Count));
            sums[^1] += weights.Of(row.Count, row.At);
        }

        return new ListenerHistory(listener, profilingOff, [.. tracks], [.. counts], [.. sums]);
    }

    private readonly record struct Row(int Listener, int Track, long At, int Count) : IComparable<Row>
    {
        public int CompareTo(Row other) =>
            Listener != other.Listener ? Listener.CompareTo(other.Listener) : Track != other.Track ? Track.CompareTo(other.Track) : At.CompareTo(other.At);
    }
}
