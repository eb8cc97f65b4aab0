namespace Curation.Core.Auditing.Figures;

/// <summary>How unequally exposure falls on items.</summary>
public static class Concentration
{
    /// <summary>Gini coefficient: sum of (2i - n - 1) x(i) over n sum of x, ascending, items that are never shown included. 0 is equal; null without items or without exposure.</summary>
    /// <param name="shown">Exposure of the items that have some; zeros may be among them.</param>
    /// <param name="never">Items beyond these that have none.</param>
    public static double? Gini(ReadOnlySpan<double> shown, int never = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(never);
        var sorted = shown.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, never);
    }

    /// <summary>Distinct items shown over all there are; null where there are none.</summary>
    public static double? Coverage(int shown, int all) => all > 0 ? (double)shown / all : null;

    internal static double? OfSorted(ReadOnlySpan<double> ascending, int never)
    {
        var count = (long)ascending.Length + never;
        double weighed = 0, sum = 0;
        for (var i = 0; i < ascending.Length; i++)
        {
            if (ascending[i] < 0) throw new ArgumentOutOfRangeException(nameof(ascending), ascending[i], "Exposure is not negative.");
            weighed += ((2 * (never + i + 1L)) - count - 1) * ascending[i];
            sum += ascending[i];
        }

        return sum > 0 ? weighed / (count * sum) : null;
    }
}
