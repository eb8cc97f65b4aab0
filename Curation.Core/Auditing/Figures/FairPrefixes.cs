using System.Collections.Concurrent;

namespace Curation.Core.Auditing.Figures;

/// <summary>
/// FA*IR (Zehlike, Bonchi, Castillo, Hajian, Megahed, Baeza-Yates 2017): how many of a protected group every prefix of a ranking must have at least, so that a fair draw with the group's share would rarely have fewer.
/// </summary>
public static class FairPrefixes
{
    private const int MostKept = 256;

    private static readonly ConcurrentDictionary<(int Count, double Share, double Alpha), int[]> Kept = new();

    /// <summary>For each prefix of 1 to <paramref name="count"/> places the smallest number of the group that is not below the <paramref name="alpha"/> quantile of the binomial distribution.</summary>
    private static int[] Minimums(double[] logs, int count, double share, double alpha)
    {
        var minimums = new int[count];
        for (var places = 1; places <= count; places++)
        {
            var below = 0.0;
            for (var members = 0; members <= places; members++)
            {
                below += Chance(logs, members, places, share);
                if (below < alpha) continue;
                minimums[places - 1] = members;
                break;
            }
        }

        return minimums;
    }

    /// <summary>The chance that a fair draw falls below the minimum in at least one prefix.</summary>
    internal static double FailureProbability(ReadOnlySpan<int> minimums, double share)
    {
        var chances = new double[minimums.Length + 1];
        chances[0] = 1;
        for (var places = 1; places <= minimums.Length; places++)
        {
            for (var members = places; members >= 0; members--)
            {
                var chance = (chances[members] * (1 - share)) + (members > 0 ? chances[members - 1] * share : 0);
                chances[members] = members < minimums[places - 1] ? 0 : chance;
            }
        }

        return 1 - chances.Sum();
    }

    /// <summary>Minimums whose chance to fail a fair draw in any prefix comes closest to <paramref name="alpha"/>, as many tests are made: of all tables with a stricter significance for each prefix, the one that comes closest.</summary>
    /// <param name="count">Places of the ranking.</param>
    /// <param name="share">The group's share in a fair draw, between 0 and 1.</param>
    /// <param name="alpha">Significance of all prefixes' tests together.</param>
    /// <remarks>A list is made from the same few tables again and again, and working one out takes milliseconds: they are kept.</remarks>
    public static ReadOnlySpan<int> AdjustedMinimums(int count, double share, double alpha)
    {
        MustMakeSense(count, share, alpha);
        if (Kept.TryGetValue((count, share, alpha), out var known)) return known;
        // Whoever tries out thousands of shares does not fill memory with them.
        if (Kept.Count >= MostKept) Kept.Clear();
        return Kept[(count, share, alpha)] = Adjusted(count, share, alpha);
    }

    private static int[] Adjusted(int count, double share, double alpha)
    {
        var logs = LogFactorials(count);
        var steps = Steps(logs, count, share, alpha);
        var (low, high) = (0, steps.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (FailureProbability(Minimums(logs, count, share, steps[middle]), share) <= alpha) low = middle;
            else high = middle - 1;
        }

        var kept = Minimums(logs, count, share, steps[low]);
        if (low + 1 == steps.Count) return kept;
        var next = Minimums(logs, count, share, steps[low + 1]);
        return Math.Abs(FailureProbability(next, share) - alpha) < Math.Abs(FailureProbability(kept, share) - alpha) ? next : kept;
    }

    /// <summary>One significance from each stretch between two values at which some prefix's minimum changes, ascending, none above <paramref name="alpha"/>.</summary>
    private static List<double> Steps(double[] logs, int count, double share, double alpha)
    {
        var edges = new SortedSet<double> { alpha };
        for (var places = 1; places <= count; places++)
        {
            var below = 0.0;
            for (var members = 0; members <= places; members++)
            {
                below += Chance(logs, members, places, share);
                if (below >= alpha) break;
                edges.Add(below);
            }
        }

        var steps = new List<double>(edges.Count);
        var last = 0.0;
        foreach (var edge in edges)
        {
            if (edge - last > 1e-12) steps.Add((last + edge) / 2);
            last = edge;
        }

        return steps;
    }

    private static double Chance(double[] logs, int members, int places, double share) =>
        Math.Exp(logs[places] - logs[members] - logs[places - members] + (members * Math.Log(share)) + ((places - members) * Math.Log(1 - share)));

    private static double[] LogFactorials(int count)
    {
        var logs = new double[count + 1];
        for (var factor = 2; factor <= count; factor++) logs[factor] = logs[factor - 1] + Math.Log(factor);
        return logs;
    }

    private static void MustMakeSense(int count, double share, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (!(share > 0 && share < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share is more than 0 and less than 1.");
        if (!(alpha > 0 && alpha < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "A significance is more than 0 and less than 1.");
    }
}
