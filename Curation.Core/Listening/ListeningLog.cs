using Curation.Core.Catalog;

namespace Curation.Core.Listening;

/// <summary>Who heard what and when, gathered before it is summed into a matrix: the evidence of listeners first, then of lists. Filled once, then read.</summary>
public sealed class ListeningLog
{
    /// <summary>The time of evidence that has none.</summary>
    public const long NoTime = long.MinValue;

    private readonly Dictionary<int, int> listenerRows = [];
    private readonly Dictionary<int, int> listNumbers = [];
    private readonly List<Heard> heard = [];
    private readonly List<Heard> listed = [];
    private readonly Dictionary<int, RowFacts> factsOfLists = [];
    private readonly Func<ListenerId, bool>? listenerAside;
    private readonly Func<EvidenceListId, bool>? listAside;

    /// <summary>A log of everything.</summary>
    public ListeningLog()
    {
    }

    /// <summary>A log that sets aside what some listeners heard and some lists hold.</summary>
    public ListeningLog(Func<ListenerId, bool> listenerAside, Func<EvidenceListId, bool> listAside)
    {
        this.listenerAside = listenerAside;
        this.listAside = listAside;
        Aside = new ListeningLog();
    }

    /// <summary>What was set aside, a log of its own; null where nothing is.</summary>
    public ListeningLog? Aside { get; }

    /// <summary>Number of listeners with evidence.</summary>
    public int Listeners => listenerRows.Count;

    /// <summary>Number of lists with evidence.</summary>
    public int Lists => listNumbers.Count;

    /// <summary>Evidence of listeners, by listener's row in the order they were first added.</summary>
    public IReadOnlyList<Heard> OfListeners => heard;

    /// <summary>Evidence of lists, in each list's order; rows count from <see cref="Listeners"/> in the matrix and from 0 here.</summary>
    public IReadOnlyList<Heard> OfLists => listed;

    /// <summary>The time of the newest evidence, or <see cref="NoTime"/> where none has a time.</summary>
    public long Newest => heard.Concat(listed).Select(item => item.At).DefaultIfEmpty(NoTime).Max();

    /// <summary>Notes that a listener heard a track so many times, or below zero skipped it; <paramref name="at"/> is Unix time in milliseconds or <see cref="NoTime"/>.</summary>
    public void Add(ListenerId listener, TrackId track, float weight, long at)
    {
        if (listenerAside?.Invoke(listener) == true) Aside!.Add(listener, track, weight, at);
        else heard.Add(new Heard(RowOf(listenerRows, listener.Value), track, weight, at));
    }

    /// <summary>Notes that a track stands on a list, in the list's order, and what is known of the list.</summary>
    public void Add(EvidenceListId list, TrackId track, long at, RowFacts? facts = null)
    {
        if (listAside?.Invoke(list) == true)
        {
            Aside!.Add(list, track, at, facts);
            return;
        }

        var row = RowOf(listNumbers, list.Value);
        listed.Add(new Heard(row, track, 1, at));
        if (facts is not null) factsOfLists[row] = facts;
    }

    /// <summary>What is known of each row of <see cref="Matrix"/>; null for listeners and for lists of which nothing is known.</summary>
    public IReadOnlyList<RowFacts?> Facts() => [.. Enumerable.Range(-Listeners, Listeners + Lists).Select(list => factsOfLists.GetValueOrDefault(list))];

    /// <summary>The row of a listener, or -1 where there is no evidence of that listener.</summary>
    public int RowOf(ListenerId listener) => listenerRows.GetValueOrDefault(listener.Value, -1);

    /// <summary>How often each track was heard or listed, at any time; skips do not count.</summary>
    public double[] Plays(TrackIndex tracks)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        var plays = new double[tracks.Count];
        foreach (var item in heard.Concat(listed))
            if (item.Weight > 0) plays[tracks.RowOf(item.Track)] += item.Weight;
        return plays;
    }

    /// <summary>An index over every track that has evidence.</summary>
    public TrackIndex Tracks() => new(heard.Concat(listed).Select(item => item.Track));

    /// <summary>The evidence that passes, weighed and summed: listeners' rows first, then lists'. Lists age as plays do, and without weights skips do not count.</summary>
    public ListeningMatrix Matrix(TrackIndex tracks, Func<Heard, bool>? ofListener = null, Func<Heard, bool>? ofList = null, EvidenceWeights? weights = null)
    {
        weights ??= EvidenceWeights.Plain;
        ArgumentNullException.ThrowIfNull(tracks);
        var builder = new EvidenceBuilder(heard.Count + listed.Count);
        foreach (var item in heard)
        {
            if (ofListener?.Invoke(item) ?? true) builder.Add(item.Row, tracks.RowOf(item.Track), weights.Of(item.Weight, item.At));
        }

        foreach (var item in listed)
        {
            if (ofList?.Invoke(item) ?? true) builder.Add(Listeners + item.Row, tracks.RowOf(item.Track), weights.Of(item.Weight, item.At));
        }

        return builder.Build(Listeners, Lists, tracks.Count);
    }

    private static int RowOf(Dictionary<int, int> rows, int id)
    {
        if (!rows.TryGetValue(id, out var row)) rows[id] = row = rows.Count;
        return row;
    }
}

/// <summary>One piece of evidence.</summary>
/// <param name="Row">Row of the listener, or number of the list.</param>
/// <param name="Track">What was heard.</param>
/// <param name="Weight">How many times; below zero how many times it was skipped.</param>
/// <param name="At">When, Unix time in milliseconds, or <see cref="ListeningLog.NoTime"/>.</param>
public readonly record struct Heard(int Row, TrackId Track, float Weight, long At);
