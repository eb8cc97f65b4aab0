using Curation.Core.Numerics;

namespace Curation.Core.Desk.Demo;

/// <summary>Draws that a made-up world needs, from one seeded stream for each part so that parts do not disturb each other.</summary>
internal sealed class Dice(long seed, string part)
{
    private readonly SeededRandom random = new(Mix(seed, part));

    public double Share() => random.NextDouble();

    public bool Chance(double share) => random.NextDouble() < share;

    public int Below(int count) => random.NextInt(count);

    public int Between(int least, int most) => least + random.NextInt(most - least + 1);

    public T Pick<T>(IReadOnlyList<T> from) => from[random.NextInt(from.Count)];

    public double Around(double mean, double spread, double least, double most) => Math.Clamp(mean + (spread * random.NextGaussian()), least, most);

    /// <summary>Positive numbers, most small and a few large, with mean 1 before they are scaled.</summary>
    public double Uneven(double spread) => Math.Exp((spread * random.NextGaussian()) - (spread * spread / 2));

    /// <summary>Place in a list of running totals, each place as likely as its step is large.</summary>
    public int Weighted(double[] runningTotals)
    {
        var place = Array.BinarySearch(runningTotals, random.NextDouble() * runningTotals[^1]);
        return Math.Min(place < 0 ? ~place : place + 1, runningTotals.Length - 1);
    }

    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        random.Shuffle<T>(shuffled);
        return shuffled;
    }

    public static double[] RunningTotals(IEnumerable<double> weights)
    {
        var total = 0.0;
        return weights.Select(weight => total += weight).ToArray();
    }

    private static long Mix(long seed, string part)
    {
        unchecked
        {
            var mixed = seed;
            foreach (var c in part) mixed = (mixed * 1_099_511_628_211) ^ c;
            return mixed;
        }
    }
}
