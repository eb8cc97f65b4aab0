namespace Curation.Core.Listening;

/// <summary>How lately each track was heard, as of one moment: five numbers a track. Counts are of plays and list entries that have a time.</summary>
public sealed class TrackTimes
{
    /// <summary>Numbers held for each track.</summary>
    public const int Width = 5;

    /// <summary>Days that stand for "never": longer than any that is measured.</summary>
    public const float Never = 10_000;

    private const double MillisecondsADay = 86_400_000;

    private readonly float[] values;

    internal TrackTimes(float[] values) => this.values = values;

    /// <summary>Number of tracks.</summary>
    public int Count => values.Length / Width;

    internal ReadOnlySpan<float> All => values;

    /// <summary>Gathers events of before <paramref name="moment"/>; later ones and those without a time do not count.</summary>
    /// <param name="tracks">Number of tracks.</param>
    /// <param name="events">Row of the track, and Unix time in milliseconds or <see cref="ListeningLog.NoTime"/>.</param>
    /// <param name="moment">Unix time in milliseconds.</param>
    public static TrackTimes Of(int tracks, IEnumerable<(int Row, long At)> events, long moment)
    {
        ArgumentNullException.ThrowIfNull(events);
        var values = new float[tracks * Width];
        for (var row = 0; row < tracks; row++) (values[(row * Width) + 3], values[(row * Width) + 4]) = (Never, Never);
        foreach (var (row, at) in events)
        {
            if (at == ListeningLog.NoTime || at > moment) continue;
            var days = (float)Math.Min(Never, (moment - at) / MillisecondsADay);
            var of = values.AsSpan(row * Width, Width);
            of[0] += days <= 7 ? 1 : 0;
            of[1] += days <= 28 ? 1 : 0;
            of[2] += days <= 84 ? 1 : 0;
            of[3] = Math.Min(of[3], days);
            of[4] = of[4] == Never ? days : Math.Max(of[4], days);
        }

        return new TrackTimes(values);
    }

    /// <summary>Plays in the last 7, 28 and 84 days, days since the newest play and since the oldest (<see cref="Never"/> where there is none).</summary>
    public ReadOnlySpan<float> this[int row] => values.AsSpan(row * Width, Width);
}
