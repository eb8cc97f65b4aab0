namespace Curation.Core.Numerics;

/// <summary>Percentile intervals of means by resampling listeners (Efron 1979). The same seed draws the same listeners.</summary>
public static class Bootstrap
{
    /// <summary>The 95 % interval of the mean of each metric; null where it has no value for anybody.</summary>
    /// <param name="columns">Of each metric a value for each listener, the same listeners in the same order; NaN where it is not defined for one.</param>
    /// <param name="seed">Seed of what is drawn.</param>
    /// <param name="resamples">How often listeners are drawn anew.</param>
    public static (double Low, double High)?[] Intervals(IReadOnlyList<double[]> columns, long seed, int resamples = 1000)
    {
        var means = new double[columns.Count][];
        for (var i = 0; i < means.Length; i++) means[i] = new double[resamples];
        var random = new SeededRandom(seed);
        var drawn = new int[columns.Count == 0 ? 0 : columns[0].Length];
        for (var sample = 0; sample < resamples && drawn.Length > 0; sample++)
        {
            Array.Clear(drawn);
            for (var draw = 0; draw < drawn.Length; draw++) drawn[random.NextInt(drawn.Length)]++;
            for (var i = 0; i < means.Length; i++) means[i][sample] = Mean(columns[i], drawn);
        }

        return Array.ConvertAll(means, column => drawn.Length == 0 ? null : Middle(column));
    }

    /// <summary>Mean of the values that are defined, each counted as often as it was drawn; NaN where none is.</summary>
    private static double Mean(double[] values, int[] drawn)
    {
        double sum = 0, count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            sum += drawn[i] * values[i];
            count += drawn[i];
        }

        return sum / count;
    }

    /// <summary>From the 2.5th to the 97.5th percentile of the values that are defined; null where none is.</summary>
    internal static (double Low, double High)? Middle(double[] means)
    {
        var defined = Array.FindAll(means, mean => !double.IsNaN(mean));
        if (defined.Length == 0) return null;
        Array.Sort(defined);
        return (defined[(int)(0.025 * defined.Length)], defined[(int)Math.Ceiling(0.975 * defined.Length) - 1]);
    }
}
