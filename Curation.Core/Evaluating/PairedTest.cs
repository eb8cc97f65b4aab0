using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating;

/// <summary>Compares two recommenders listener by listener (Smucker, Allan, Carterette 2007): a bootstrap interval of the difference and a randomisation test.</summary>
public static class PairedTest
{
    /// <summary>Up to so many listeners who differ, every way of exchanging is gone through; beyond, a sample of ways.</summary>
    private const int MostExact = 14;

    private const int Resamples = 5_000;
    private const int Exchanges = 10_000;

    /// <summary>Compares the values of one metric; NaN is a value that is not defined, and leaves the listener out.</summary>
    public static PairedDifference Of(string metric, (string Name, double[] Values) one, (string Name, double[] Values) other, long seed = 1)
    {
        if (one.Values.Length != other.Values.Length) throw new ArgumentException("Two recommenders are compared on the same listeners.", nameof(other));
        var pairs = one.Values.Zip(other.Values).Where(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second)).ToArray();
        if (pairs.Length == 0) return new(metric, one.Name, other.Name, 0, null, null, null, null, null);
        var differences = Array.ConvertAll(pairs, pair => pair.First - pair.Second);
        var (mean, baseline) = (differences.Average(), pairs.Average(pair => pair.Second));
        var interval = Bootstrap.Intervals([differences], seed, Resamples)[0];
        return new(metric, one.Name, other.Name, pairs.Length, mean, interval?.Low, interval?.High, baseline == 0 ? null : mean / baseline, Chance(differences, seed));
    }

    /// <summary>Two-sided p of the randomisation test: exchanging the two values of a listener turns the sign of the difference.</summary>
    internal static double Chance(double[] differences, long seed)
    {
        var moved = Array.FindAll(differences, difference => difference != 0);
        var observed = Math.Abs(moved.Sum()) - (1e-12 * moved.Sum(Math.Abs));
        return moved.Length <= MostExact ? Exactly(moved, observed) : Sampled(moved, observed, new SeededRandom(seed));
    }

    private static double Exactly(double[] moved, double observed)
    {
        var asLarge = 0;
        for (var signs = 0UL; signs < 1UL << moved.Length; signs++)
            if (Math.Abs(Sum(moved, 0, signs)) >= observed) asLarge++;
        return asLarge / Math.Pow(2, moved.Length);
    }

    private static double Sampled(double[] moved, double observed, SeededRandom random)
    {
        var asLarge = 1;
        for (var exchange = 0; exchange < Exchanges; exchange++)
        {
            var sum = 0.0;
            for (var first = 0; first < moved.Length; first += 64) sum += Sum(moved, first, random.NextBits());
            if (Math.Abs(sum) >= observed) asLarge++;
        }

        return asLarge / (1.0 + Exchanges);
    }

    /// <summary>Sum of up to 64 differences, with the sign turned where the bit is set.</summary>
    private static double Sum(double[] moved, int first, ulong signs)
    {
        var sum = 0.0;
        var end = Math.Min(moved.Length, first + 64);
        for (var i = first; i < end; i++) sum += (signs >> (i - first) & 1) == 0 ? moved[i] : -moved[i];
        return sum;
    }
}
