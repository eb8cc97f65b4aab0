using Curation.Core.Catalog;

namespace Curation.Core.Listening;

/// <summary>Plays of each track by day, over the last weeks, by a sample of listeners. Immutable.</summary>
public sealed class RecentPlays
{
    private readonly Dictionary<TrackId, int[]> byTrack = [];

    /// <summary>Counts plays on the <paramref name="days"/> days up to <paramref name="last"/>; others are passed over.</summary>
    public RecentPlays(DateOnly last, int days, IEnumerable<(TrackId Track, DateOnly On)> plays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        Days = days;
        Last = last;
        foreach (var (track, on) in plays)
        {
            var day = days - 1 - (last.DayNumber - on.DayNumber);
            if (day < 0 || day >= days) continue;
            if (!byTrack.TryGetValue(track, out var counts)) byTrack[track] = counts = new int[days];
            counts[day]++;
        }
    }

    /// <summary>Days that are counted.</summary>
    public int Days { get; }

    /// <summary>The last of them.</summary>
    public DateOnly Last { get; }

    /// <summary>Plays a day of these tracks together on the days that were asked for and are counted; none where there is no such day.</summary>
    public int[] Between(DateOnly first, DateOnly last, IEnumerable<TrackId> tracks)
    {
        var oldest = Last.AddDays(1 - Days);
        var from = Math.Max(0, first.DayNumber - oldest.DayNumber);
        var to = Math.Min(Days, last.DayNumber - oldest.DayNumber + 1);
        return from >= to ? [] : Of(tracks)[from..to];
    }

    /// <summary>Plays a day of these tracks together, the oldest day first.</summary>
    public int[] Of(IEnumerable<TrackId> tracks)
    {
        var sum = new int[Days];
        foreach (var track in tracks.Distinct())
        {
            if (!byTrack.TryGetValue(track, out var counts)) continue;
            for (var day = 0; day < Days; day++) sum[day] += counts[day];
        }

        return sum;
    }
}
