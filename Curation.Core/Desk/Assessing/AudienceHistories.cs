using Curation.Core.Catalog;
using Curation.Core.Desk.Previews;
using Curation.Core.Listening;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>Reads who the listeners are and what they heard. The history of a listener with profiling off is never asked for.</summary>
internal static class AudienceHistories
{
    /// <summary>All listeners by id.</summary>
    public static async Task<KnownListener[]> Everybody(CurationDb db, CancellationToken cancel) =>
        [.. await Known(db.Listeners).ToListAsync(cancel)];

    /// <summary>Every nth listener by id, at most so many, so that the same store gives the same ones; and how many there are.</summary>
    public static async Task<(KnownListener[] Sample, int Population)> EveryNth(CurationDb db, int most, CancellationToken cancel)
    {
        var ids = await db.Listeners.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        var step = Math.Max(1, (ids.Count + most - 1) / most);
        List<ListenerId> chosen = [.. ids.Where((_, place) => place % step == 0)];
        return (await ByIds(db, chosen, cancel), ids.Count);
    }

    /// <summary>These listeners by id, without those that are not there any more.</summary>
    public static async Task<KnownListener[]> ByIds(CurationDb db, IReadOnlyList<ListenerId> ids, CancellationToken cancel) =>
        [.. await Known(db.Listeners.Where(row => EF.Parameter(ids).Contains(row.Id))).ToListAsync(cancel)];

    /// <summary>What listeners heard who follow each other in the store; between the first and the last there is nobody else.</summary>
    public static Task<ListenerHistory[]> OfNeighbours(CurationDb db, IReadOnlyList<KnownListener> listeners, EvidenceWeights weights, CancellationToken cancel)
    {
        var profiled = listeners.Where(listener => !listener.ProfilingOff).Select(listener => listener.Id).ToList();
        if (profiled.Count == 0) return Of(db, null, null, listeners, weights, cancel);
        var (first, last) = (profiled[0], profiled[^1]);
        var off = listeners.Where(listener => listener.ProfilingOff && listener.Id > first && listener.Id < last).Select(listener => listener.Id).ToList();
        var plays = db.Plays.Where(play => play.Listener >= first && play.Listener <= last);
        var tallies = db.Tallies.Where(tally => tally.Listener >= first && tally.Listener <= last);
        return off.Count == 0
            ? Of(db, plays, tallies, listeners, weights, cancel)
            : Of(db, plays.Where(play => !EF.Parameter(off).Contains(play.Listener)), tallies.Where(tally => !EF.Parameter(off).Contains(tally.Listener)), listeners, weights, cancel);
    }

    /// <summary>What listeners heard who may be far apart.</summary>
    public static Task<ListenerHistory[]> OfScattered(CurationDb db, IReadOnlyList<KnownListener> listeners, EvidenceWeights weights, CancellationToken cancel)
    {
        var profiled = listeners.Where(listener => !listener.ProfilingOff).Select(listener => listener.Id).ToList();
        return Of(
            db,
            db.Plays.Where(play => EF.Parameter(profiled).Contains(play.Listener)),
            db.Tallies.Where(tally => EF.Parameter(profiled).Contains(tally.Listener)),
            listeners,
            weights,
            cancel);
    }

    private static IQueryable<KnownListener> Known(IQueryable<Listener> listeners) =>
        listeners.OrderBy(row => row.Id).Select(row => new KnownListener(row.Id, row.AgeBand, row.Region, row.Since, row.ProfilingOff, row.ExcludesExplicit));

    private static async Task<ListenerHistory[]> Of(CurationDb db, IQueryable<Play>? plays, IQueryable<Tally>? tallies, IReadOnlyList<KnownListener> listeners, EvidenceWeights weights, CancellationToken cancel)
    {
        var heard = new HeardRows(weights);
        if (plays is not null) await heard.Read(db, plays.OrderBy(play => play.Listener).Select(play => new { play.Listener, play.Track, Count = play.Skipped ? -1 : 1, play.At }), cancel);
        if (tallies is not null) await heard.Read(db, tallies.OrderBy(tally => tally.Listener).Select(tally => new { tally.Listener, tally.Track, tally.Count }), cancel);
        heard.Sort();
        return [.. listeners.Select(listener => heard.Of(listener.Id, listener.ProfilingOff) with { Territory = Territory.Of(listener.Region), ExcludesExplicit = listener.ExcludesExplicit })];
    }
}
