namespace Curation.Core.Auditing.Reviewing;

/// <summary>Quantiles of spans of time, by the nearest rank, so that each is a span that happened.</summary>
public static class Quantiles
{
    /// <summary>The smallest span that is not exceeded by a share <paramref name="q"/> of all; null where there are none.</summary>
    public static TimeSpan? At(IEnumerable<TimeSpan> spans, double q)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(q);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(q, 1);
        var sorted = spans.Order().ToArray();
        return sorted.Length == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(q * sorted.Length) - 1)];
    }
}
