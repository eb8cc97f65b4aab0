using Curation.Core.Listening;

namespace Curation.Core.Evaluating;

/// <summary>One observation with its time, as splits take it.</summary>
/// <param name="Row">Row of the listener or list.</param>
/// <param name="Column">Row of the track in the index.</param>
/// <param name="At">Unix time in milliseconds, or <see cref="ListeningLog.NoTime"/>.</param>
/// <param name="Weight">How much it counts, above 0.</param>
public readonly record struct TimedEvent(int Row, int Column, long At, float Weight = 1)
{
    /// <summary>Days since 1970, or null where there is no time.</summary>
    internal long? Day => At == ListeningLog.NoTime ? null : Math.DivRem(At, 86_400_000) is var (days, rest) && rest < 0 ? days - 1 : days;
}

/// <summary>Evidence as it was read, before it is parted: the observations of each row in their order.</summary>
/// <param name="Events">All observations; those of a list stand in the list's order.</param>
/// <param name="Listeners">Number of rows that are listeners.</param>
/// <param name="Lists">Number of rows that are lists; they follow the listeners.</param>
/// <param name="Tracks">Number of columns.</param>
/// <param name="Facts">What is known of each row; null where nothing is known of any.</param>
public sealed record Observations(IReadOnlyList<TimedEvent> Events, int Listeners, int Lists, int Tracks, IReadOnlyList<RowFacts?>? Facts = null)
{
    /// <summary>How what has a time weighs the less the older it is, as of the moment of a split by time. Default: age does not matter.</summary>
    internal EvidenceWeights Ageing { get; init; } = EvidenceWeights.Plain;

    /// <summary>Number of rows.</summary>
    public int Rows => Listeners + Lists;

    /// <summary>The observations of a log; columns are rows of <paramref name="tracks"/>. What counts for nothing or against a track is no observation.</summary>
    public static Observations Of(ListeningLog log, TrackIndex tracks)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(tracks);
        var events = new List<TimedEvent>(log.OfListeners.Count + log.OfLists.Count);
        foreach (var heard in log.OfListeners.Where(heard => heard.Weight > 0)) events.Add(new(heard.Row, tracks.RowOf(heard.Track), heard.At, heard.Weight));
        foreach (var listed in log.OfLists) events.Add(new(log.Listeners + listed.Row, tracks.RowOf(listed.Track), listed.At, listed.Weight));
        return new(events, log.Listeners, log.Lists, tracks.Count, log.Facts());
    }

    /// <summary>All observations summed, or those that pass; where a first test day is given, weighed by their age before it.</summary>
    public ListeningMatrix Matrix(Func<TimedEvent, bool>? where = null, long? firstTestDay = null)
    {
        var ageing = firstTestDay is { } day ? Ageing with { AsOf = StartOf(day) } : EvidenceWeights.Plain;
        var builder = NewPart(Events.Count);
        foreach (var seen in Events)
            if (where?.Invoke(seen) ?? true) builder.Add(seen.Row, seen.Column, ageing.Of(seen.Weight, seen.At));
        return Built(builder);
    }

    /// <summary>The different tracks of each of these rows, in the order of time where it is known and else as they were read; the weights of one track are summed.</summary>
    internal IEnumerable<(int Row, Evidence[] Tracks)> InOrder(IReadOnlySet<int> rows)
    {
        foreach (var row in Events.Where(seen => rows.Contains(seen.Row)).GroupBy(seen => seen.Row).OrderBy(row => row.Key))
        {
            var tracks = row.OrderBy(seen => seen.At).GroupBy(seen => seen.Column);
            yield return (row.Key, [.. tracks.Select(track => new Evidence(track.Key, track.Sum(seen => seen.Weight)))]);
        }
    }

    /// <summary>The first day of the last share of days, since 1970; at least one day is before and one after it.</summary>
    /// <exception cref="ArgumentException">There are no two different days.</exception>
    internal long LastDays(double share)
    {
        var days = Events.Select(seen => seen.Day).OfType<long>().Distinct().Order().ToArray();
        if (days.Length < 2) throw new ArgumentException("A split by time needs listening on at least two different days; these data have none or one. Choose another split.");
        return days[days.Length - Math.Clamp((int)Math.Round(share * days.Length), 1, days.Length - 1)];
    }

    /// <summary>The first moment of a day since 1970, in milliseconds.</summary>
    internal static long StartOf(long day) => day * 86_400_000;

    internal static ListeningMatrixBuilder NewPart(int capacity = 1024) => new(capacity);

    internal ListeningMatrix Built(ListeningMatrixBuilder part) => part.Build(Listeners, Lists, Tracks);
}
