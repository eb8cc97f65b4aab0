namespace Curation.Core.Auditing.Figures;

/// <summary>
/// Normalised discounted Kullback-Leibler divergence of a ranking from a baseline (Geyik, Ambler, Kenthapadi 2019, "Fairness-aware ranking in search and recommendation systems"):
/// (1/Z) sum over prefixes i of KL(D_i || D) / log2(i + 1), natural logarithm, Z the sum of 1 / log2(i + 1). 0 where every prefix has the baseline's mix.
/// The baseline is given from outside and never the list's own mix.
/// </summary>
public static class Ndkl
{
    /// <summary>Of a list whose places are of one group each.</summary>
    /// <param name="groups">The group of each place, an index into <paramref name="baseline"/>.</param>
    /// <param name="baseline">Share of each group; they add up to 1.</param>
    /// <returns>Null for an empty list, and where the list has a group that the baseline does not have: the divergence is then not finite.</returns>
    public static double? Of(ReadOnlySpan<int> groups, ReadOnlySpan<double> baseline)
    {
        var run = new NdklRun(baseline.Length);
        foreach (var group in groups)
        {
            run.Add(group, 1);
            run.Close();
        }

        return run.Against(baseline);
    }

    /// <summary>Of a list whose places may be of several groups.</summary>
    /// <param name="places">How much of each place is each group's; the shares of a place add up to 1.</param>
    /// <param name="baseline">Share of each group.</param>
    public static double? Of(IReadOnlyList<double[]> places, ReadOnlySpan<double> baseline)
    {
        ArgumentNullException.ThrowIfNull(places);
        var run = new NdklRun(baseline.Length);
        foreach (var place in places)
        {
            for (var group = 0; group < place.Length; group++) run.Add(group, place[group]);
            run.Close();
        }

        return run.Against(baseline);
    }
}

/// <summary>
/// One list's NDKL as it grows, place by place, for any number of baselines at once:
/// KL(D_i || D) = sum c ln c / i - ln i - sum c ln d / i, so the prefix sums split into a part without the baseline and a weight on ln d for each group.
/// </summary>
internal sealed class NdklRun(int groups)
{
    private const int Tabled = 1_024;

    private static readonly double[] WholeEntropy = [.. Enumerable.Range(0, Tabled).Select(count => count == 0 ? 0 : count * Math.Log(count))];
    private static readonly double[] Discounts = [.. Enumerable.Range(0, Tabled).Select(place => place == 0 ? 0 : 1 / Math.Log2(place + 1))];

    private readonly double[] counts = new double[groups];
    private readonly double[] logWeight = new double[groups];
    private readonly List<(int Group, double Share, int Place)> log = [];
    private double entropy;
    private double own;
    private double norm;
    private int length;

    /// <summary>Groups that the list has so far, each as often as it was added.</summary>
    public void Add(int group, double share)
    {
        if (share == 0) return;
        var before = counts[group];
        counts[group] = before + share;
        entropy += CLogC(before + share) - CLogC(before);
        log.Add((group, share, length));
    }

    /// <summary>Ends a place.</summary>
    public void Close()
    {
        length++;
        var discount = Discount(length);
        norm += discount;
        own += discount * ((entropy / length) - Math.Log(length));
    }

    /// <summary>The value against a baseline, or null.</summary>
    public double? Against(ReadOnlySpan<double> baseline)
    {
        if (length == 0) return null;
        // A share that came at place a stands in every prefix from there on: it weighs the sum of discount(i) / i over those.
        var tails = new double[length];
        var tail = 0.0;
        for (var i = length; i >= 1; i--) tails[i - 1] = tail += Discount(i) / i;
        var crossed = 0.0;
        foreach (var (group, share, place) in log)
        {
            if (baseline[group] <= 0) return null;
            crossed += share * tails[place] * Math.Log(baseline[group]);
        }

        return Math.Max(0, (own - crossed) / norm);
    }

    internal static double CLogC(double count)
    {
        if (count <= 0) return 0;
        var whole = (int)count;
        return whole == count && whole < Tabled ? WholeEntropy[whole] : count * Math.Log(count);
    }

    internal static double Discount(int place) => place < Tabled ? Discounts[place] : 1 / Math.Log2(place + 1);
}
