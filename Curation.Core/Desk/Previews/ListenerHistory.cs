using System.Runtime.InteropServices;
using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Previews;

/// <summary>What one listener has heard.</summary>
/// <param name="Id">The listener.</param>
/// <param name="ProfilingOff">Whether the listener's history must not be used.</param>
/// <param name="Tracks">Tracks ascending, each once.</param>
/// <param name="Weights">Plays of each track that were not skipped; 0 where all were.</param>
internal sealed record ListenerHistory(ListenerId Id, bool ProfilingOff, TrackId[] Tracks, float[] Weights)
{
    /// <summary>Plays that were not skipped.</summary>
    public int Plays => (int)Math.Min(int.MaxValue, Weights.Sum(weight => (double)weight));

    /// <summary>The listener as a recipient of lists; preview and publishing both start from here.</summary>
    public Recipient ToRecipient(IRecommender? model)
    {
        if (ProfilingOff) return Recipient.Unprofiled(Id);
        var evidence = new List<Evidence>(Tracks.Length);
        for (var i = 0; i < Tracks.Length && model is not null; i++)
        {
            if (Weights[i] > 0 && model.Tracks.RowOf(Tracks[i]) is >= 0 and var row) evidence.Add(new Evidence(row, Weights[i]));
        }

        return new Recipient(Id, evidence.Count == 0 ? null : model!.Taste(evidence), Tracks, default);
    }
}

/// <summary>Reads histories by listener, past the change tracker.</summary>
internal static class ListenerHistories
{
    /// <summary>The next <paramref name="count"/> listeners after an id, in order, with their histories.</summary>
    public static async Task<List<ListenerHistory>> After(CurationDb db, int after, int count, CancellationToken cancel)
    {
        var listeners = await db.Listeners.FromAfter(new ListenerId(after)).OrderBy(row => row.Id).Take(count).Select(row => new Known(row.Id, row.ProfilingOff)).ToListAsync(cancel);
        return listeners.Count == 0 ? [] : await Of(db, listeners, cancel);
    }

    /// <summary>One listener's history, or null where the key is not known.</summary>
    public static async Task<ListenerHistory?> ByKey(CurationDb db, string key, CancellationToken cancel)
    {
        var listener = await db.Listeners.Where(row => row.Key == key).Select(row => new Known(row.Id, row.ProfilingOff)).SingleOrDefaultAsync(cancel);
        return listener is null ? null : (await Of(db, [listener], cancel))[0];
    }

    /// <summary>The histories of these listeners, who may be far apart, in one look at plays and one at tallies.</summary>
    public static Task<List<ListenerHistory>> Of(CurationDb db, IReadOnlyList<ListenerId> sample, CancellationToken cancel) => Of(
        db,
        db.Plays.Where(play => EF.Parameter(sample).Contains(play.Listener)),
        db.Tallies.Where(tally => EF.Parameter(sample).Contains(tally.Listener)),
        [.. sample.Select(id => new Known(id, false))],
        cancel);

    private static Task<List<ListenerHistory>> Of(CurationDb db, List<Known> listeners, CancellationToken cancel)
    {
        var (first, last) = (listeners[0].Id, listeners[^1].Id);
        return Of(db, db.Plays.Between(first, last), db.Tallies.Between(first, last), listeners, cancel);
    }

    private static async Task<List<ListenerHistory>> Of(CurationDb db, IQueryable<Play> plays, IQueryable<Tally> tallies, List<Known> listeners, CancellationToken cancel)
    {
        var heard = new Heard();
        await heard.Read(db, plays.OrderBy(play => play.Listener).Select(play => new { play.Listener, play.Track, Count = play.Skipped ? 0 : 1 }), cancel);
        await heard.Read(db, tallies.OrderBy(tally => tally.Listener).Select(tally => new { tally.Listener, tally.Track, tally.Count }), cancel);
        heard.Sort();
        return listeners.ConvertAll(listener => heard.Of(listener.Id, listener.ProfilingOff));
    }

    // Compared as ids: a cast would keep the database from using the order in which it stores plays.
    private static IQueryable<Listener> FromAfter(this IQueryable<Listener> listeners, ListenerId after) => listeners.Where(row => row.Id > after);

    private static IQueryable<Play> Between(this IQueryable<Play> plays, ListenerId first, ListenerId last) =>
        plays.Where(play => play.Listener >= first && play.Listener <= last);

    private static IQueryable<Tally> Between(this IQueryable<Tally> tallies, ListenerId first, ListenerId last) =>
        tallies.Where(tally => tally.Listener >= first && tally.Listener <= last);

    private sealed record Known(ListenerId Id, bool ProfilingOff);

    /// <summary>Listener, track and count of many rows, sorted by the first two.</summary>
    private sealed class Heard
    {
        private readonly List<ulong> keys = [];
        private readonly List<int> counts = [];

        public async Task Read<T>(CurationDb db, IQueryable<T> rows, CancellationToken cancel)
        {
            await db.Database.OpenConnectionAsync(cancel);
            await using var command = rows.CreateDbCommand();
            await using (var reader = await command.ExecuteReaderAsync(cancel))
            {
                while (reader.Read())
                {
                    keys.Add(((ulong)(uint)reader.GetInt32(0) << 32) | (uint)reader.GetInt32(1));
                    counts.Add(reader.GetInt32(2));
                }
            }

            await db.Database.CloseConnectionAsync();
        }

        public void Sort() => CollectionsMarshal.AsSpan(keys).Sort(CollectionsMarshal.AsSpan(counts));

        public ListenerHistory Of(ListenerId listener, bool profilingOff)
        {
            var start = keys.BinarySearch((ulong)(uint)listener.Value << 32);
            var tracks = new List<TrackId>();
            var weights = new List<float>();
            for (var i = start < 0 ? ~start : start; i < keys.Count && (int)(keys[i] >> 32) == listener.Value; i++)
            {
                var track = new TrackId((int)(uint)keys[i]);
                if (tracks.Count == 0 || tracks[^1] != track)
                {
                    tracks.Add(track);
                    weights.Add(0);
                }

                weights[^1] += counts[i];
            }

            return new ListenerHistory(listener, profilingOff, [.. tracks], [.. weights]);
        }
    }
}
