using Curation.Core.Catalog;
using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Desk.Models;

/// <summary>Parts the evidence for the evaluation card: by time where times are known, else at random, with at most so many listeners and lists tested.</summary>
/// <remarks>
/// Listeners: the last fifth of plays is held out, and a tested listener's new tracks in it are to be found; without times, a random fifth of each tested listener's tracks.
/// Lists: the last fifth of dated lists is kept from training, and the last fifth of each is to be found from its beginning; without dates, a random fifth of lists.
/// Plays are weighed as they were at the cut; a skip is never to be found.
/// </remarks>
internal sealed class CardSplit(ListeningLog log, TrackIndex tracks, EvidenceWeights? weights = null, int most = CardSplit.MostTested, long seed = 1)
{
    public const int MostTested = 2_000;

    private const double HeldOutShare = 0.2;

    private readonly EvidenceBuilder train = new(log.OfListeners.Count + log.OfLists.Count);
    private readonly EvidenceBuilder history = new();
    private readonly EvidenceBuilder heldOut = new();
    private readonly List<string> how = [];
    private readonly SeededRandom random = new(seed);
    private long until = long.MaxValue;
    private EvidenceWeights weights = weights ?? EvidenceWeights.Plain;

    /// <summary>The split, and in words how it was made.</summary>
    public (Split Split, string How) Make()
    {
        var timed = log.OfListeners.Count(item => item.At != ListeningLog.NoTime);
        if (timed * 2 > log.OfListeners.Count) ListenersByTime(timed);
        else if (log.Listeners > 0) ListenersAtRandom();
        if (log.Lists > 0) NewLists();
        var seen = Built(train);
        return (new Split(seen, Built(history), Built(heldOut)) { Until = until }, string.Join("; ", how));
    }

    private ListeningMatrix Built(EvidenceBuilder part) => part.Build(log.Listeners, log.Lists, tracks.Count);

    private void ListenersByTime(int timed)
    {
        how.Add("the last fifth of plays by time");
        var cut = until = Cut(log.OfListeners, timed);
        weights = weights with { AsOf = cut };
        var tested = Sample(log.OfListeners.Where(item => item.At >= cut).Select(item => item.Row));
        var known = log.OfListeners.Where(item => item.At < cut && tested.Contains(item.Row)).Select(item => (item.Row, item.Track)).ToHashSet();
        foreach (var item in log.OfListeners)
        {
            if (item.At < cut)
            {
                Add(train, item.Row, item);
                if (tested.Contains(item.Row)) Add(history, item.Row, item);
            }
            else if (tested.Contains(item.Row) && !known.Contains((item.Row, item.Track)))
            {
                if (item.Weight > 0) Add(heldOut, item.Row, item);
            }
        }
    }

    private void ListenersAtRandom()
    {
        how.Add("a random fifth of tracks of each tested listener");
        var tested = Sample(log.OfListeners.Select(item => item.Row));
        foreach (var listener in log.OfListeners.GroupBy(item => item.Row))
        {
            var held = tested.Contains(listener.Key) ? Some(listener.Select(item => item.Track).Distinct().ToArray()) : [];
            foreach (var item in listener)
            {
                if (held.Contains(item.Track))
                {
                    if (item.Weight > 0) Add(heldOut, item.Row, item);
                    continue;
                }

                Add(train, item.Row, item);
                if (tested.Contains(item.Row)) Add(history, item.Row, item);
            }
        }
    }

    private void NewLists()
    {
        var dated = log.OfLists.Count(item => item.At != ListeningLog.NoTime);
        var byTime = dated * 2 > log.OfLists.Count;
        how.Add(byTime ? "the ends of the last fifth of lists by day" : "the ends of a random fifth of lists");
        var cut = byTime ? Cut(log.OfLists, dated) : long.MaxValue;
        var aged = byTime ? weights with { AsOf = cut } : weights;
        var kept = byTime
            ? log.OfLists.Where(item => item.At >= cut).Select(item => item.Row).ToHashSet()
            : Some(Enumerable.Range(0, log.Lists).ToArray());
        var tested = Sample(kept);
        foreach (var list in log.OfLists.GroupBy(item => item.Row))
        {
            if (!kept.Contains(list.Key))
            {
                foreach (var item in list) train.Add(log.Listeners + item.Row, tracks.RowOf(item.Track), aged.Of(item.Weight, item.At));
            }
            else if (tested.Contains(list.Key))
            {
                Fold([.. list.DistinctBy(item => item.Track)]);
            }
        }
    }

    private void Fold(Heard[] list)
    {
        var begins = Math.Max(1, (int)(list.Length * (1 - HeldOutShare)));
        for (var i = 0; i < list.Length; i++) Add(i < begins ? history : heldOut, log.Listeners + list[i].Row, list[i]);
    }

    private void Add(EvidenceBuilder part, int row, Heard item) => part.Add(row, tracks.RowOf(item.Track), row < log.Listeners ? weights.Of(item.Weight, item.At) : item.Weight);

    private static long Cut(IReadOnlyList<Heard> items, int timed)
    {
        var times = items.Where(item => item.At != ListeningLog.NoTime).Select(item => item.At).Order().ToArray();
        return times[Math.Min(timed - 1, (int)(timed * (1 - HeldOutShare)))];
    }

    private HashSet<int> Sample(IEnumerable<int> rows)
    {
        var all = rows.Distinct().Order().ToArray();
        random.Shuffle<int>(all);
        return [.. all.Take(most)];
    }

    private HashSet<T> Some<T>(T[] all)
    {
        random.Shuffle<T>(all);
        var held = all.Length < 2 ? 0 : Math.Clamp((int)Math.Round(all.Length * HeldOutShare), 1, all.Length - 1);
        return [.. all.Take(held)];
    }
}
