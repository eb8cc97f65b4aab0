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
/// <param name="Counts">Plays of each track that were not skipped; 0 where all were.</param>
/// <param name="Weights">What the plays and skips of each track weigh together as evidence.</param>
internal sealed record ListenerHistory(ListenerId Id, bool ProfilingOff, TrackId[] Tracks, int[] Counts, float[] Weights)
{
    /// <summary>Where the listener is, an ISO 3166-1 alpha-2 code; null where it is not known.</summary>
    public string? Territory { get; init; }

    /// <summary>Whether no explicit track may be on their lists.</summary>
    public bool ExcludesExplicit { get; init; }

    /// <summary>Plays that were not skipped.</summary>
    public int Plays => (int)Math.Min(int.MaxValue, Counts.Sum(count => (long)count));

    /// <summary>The listener as a recipient of lists; preview and publishing both start from here.</summary>
    public Recipient ToRecipient(IRecommender? model)
    {
        if (ProfilingOff) return Recipient.Unprofiled(Id, Territory) with { ExcludesExplicit = ExcludesExplicit };
        var evidence = new List<Evidence>(Tracks.Length);
        for (var i = 0; i < Tracks.Length && model is not null; i++)
        {
            if (EvidenceBuilder.Counts(Weights[i]) && model.Tracks.RowOf(Tracks[i]) is >= 0 and var row) evidence.Add(new Evidence(row, Weights[i]));
        }

        return new Recipient(Id, evidence.Count == 0 ? null : model!.Taste(evidence), Tracks, default) { PlayCounts = Counts, Territory = Territory, ExcludesExplicit = ExcludesExplicit };
    }
}

/// <summary>Reads histories by listener, past the change tracker, with plays weighed as the model in use weighed those it learned from.</summary>
internal static class ListenerHistories
{
    /// <summary>The next <paramref name="count"/> listeners after an id, in order, with their histories.</summary>
    public static async Task<List<ListenerHistory>> After(CurationDb db, int after, int count, EvidenceWeights weights, CancellationToken cancel)
    {
        var listeners = await db.Listeners.FromAfter(new ListenerId(after)).OrderBy(row => row.Id).Take(count).Select(row => new Known(row.Id, row.ProfilingOff, row.Region, row.ExcludesExplicit)).ToListAsync(cancel);
        return listeners.Count == 0 ? [] : await Of(db, listeners, weights, cancel);
    }

    /// <summary>One listener's history, or null where the key is not known.</summary>
    public static async Task<ListenerHistory?> ByKey(CurationDb db, string key, EvidenceWeights weights, CancellationToken cancel)
    {
        var listener = await db.Listeners.Where(row => row.Key == key).Select(row => new Known(row.Id, row.ProfilingOff, row.Region, row.ExcludesExplicit)).SingleOrDefaultAsync(cancel);
        return listener is null ? null : (await Of(db, [listener], weights, cancel))[0];
    }

    /// <summary>The histories of these listeners, who may be far apart, in one look at plays and one at tallies.</summary>
    public static async Task<List<ListenerHistory>> Of(CurationDb db, IReadOnlyList<ListenerId> sample, EvidenceWeights weights, CancellationToken cancel)
    {
        var known = await db.Listeners.Where(row => EF.Parameter(sample).Contains(row.Id)).Select(row => new Known(row.Id, false, row.Region, row.ExcludesExplicit)).ToDictionaryAsync(row => row.Id, cancel);
        return await Of(
            db,
            db.Plays.Where(play => EF.Parameter(sample).Contains(play.Listener)),
            db.Tallies.Where(tally => EF.Parameter(sample).Contains(tally.Listener)),
            [.. sample.Select(id => known[id])],
            weights,
            cancel);
    }

    private static Task<List<ListenerHistory>> Of(CurationDb db, List<Known> listeners, EvidenceWeights weights, CancellationToken cancel)
    {
        var (first, last) = (listeners[0].Id, listeners[^1].Id);
        return Of(db, db.Plays.Between(first, last), db.Tallies.Between(first, last), listeners, weights, cancel);
    }

    private static async Task<List<ListenerHistory>> Of(CurationDb db, IQueryable<Play> plays, IQueryable<Tally> tallies, List<Known> listeners, EvidenceWeights weights, CancellationToken cancel)
    {
        var heard = new HeardRows(weights);
        await heard.Read(db, plays.OrderBy(play => play.Listener).Select(play => new { play.Listener, play.Track, Count = play.Skipped ? -1 : 1, play.At }), cancel);
        await heard.Read(db, tallies.OrderBy(tally => tally.Listener).Select(tally => new { tally.Listener, tally.Track, tally.Count }), cancel);
        heard.Sort();
        return listeners.ConvertAll(listener => heard.Of(listener.Id, listener.ProfilingOff) with { Territory = Territory.Of(listener.Region), ExcludesExplicit = listener.ExcludesExplicit });
    }

    // Compared as ids: a cast would keep the database from using the order in which it stores plays.
    private static IQueryable<Listener> FromAfter(this IQueryable<Listener> listeners, ListenerId after) => listeners.Where(row => row.Id > after);

    private static IQueryable<Play> Between(this IQueryable<Play> plays, ListenerId first, ListenerId last) =>
        plays.Where(play => play.Listener >= first && play.Listener <= last);

    private static IQueryable<Tally> Between(this IQueryable<Tally> tallies, ListenerId first, ListenerId last) =>
        tallies.Where(tally => tally.Listener >= first && tally.Listener <= last);

    private sealed record Known(ListenerId Id, bool ProfilingOff, string? Region, bool ExcludesExplicit);
}
