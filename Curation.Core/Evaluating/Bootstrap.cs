using Curation.Core.Numerics;

namespace Curation.Core.Evaluating;

/// <summary>Percentile intervals of means by resampling listeners (Efron 1979). The same seed draws the same listeners.</summary>
public static class Bootstrap
{
    /// <summary>The 95 % interval of the mean of each column. Rows are listeners, columns metrics; null where there are no rows.</summary>
    public static (double Low, double High)[]? Intervals(IReadOnlyList<double[]> values, long seed, int resamples = 1000)
    {
        if (values.Count == 0) return null;
        var random = new SeededRandom(seed);
        var columns = values[0].Length;
        var means = new double[columns][];
        for (var column = 0; column < columns; column++) means[column] = new double[resamples];
        for (var sample = 0; sample < resamples; sample++)
        {
            for (var draw = 0; draw < values.Count; draw++)
            {
                var drawn = values[random.NextInt(values.Count)];
                for (var column = 0; column < columns; column++) means[column][sample] += drawn[column] / values.Count;
            }
        }

        return Array.ConvertAll(means, column =>
        {
            Array.Sort(column);
            return (column[(int)(0.025 * resamples)], column[(int)Math.Ceiling(0.975 * resamples) - 1]);
        });
    }
}
