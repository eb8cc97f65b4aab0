namespace Curation.Core.Auditing.Figures;

/// <summary>
/// Normalised discounted Kullback-Leibler divergence of a ranking from a baseline (Geyik, Ambler, Kenthapadi 2019, "Fairness-aware ranking in search and recommendation systems"):
/// (1/Z) sum over prefixes i of KL(D_i || D) / log2(i + 1), natural logarithm, Z the sum of 1 / log2(i + 1). 0 where every prefix has the baseline's mix.
/// The baseline is given from outside and never the list's own mix. Where a list has groups that the baseline lacks, the divergence would not be finite;
/// the baseline then counts <see cref="Missing"/> of a track of each of them beside its own tracks (Krichevsky and Trofimov 1981), and is left as it is for every other list.
/// </summary>
/// <remarks>
/// KL(D_i || D) = sum c ln c / i - ln i - sum c ln d / i, so the sum over prefixes splits into a part without the baseline and a weight on ln d for each group.
/// With half a track of each of k missing groups beside n, shares that are there become d n / (n + k/2), and each that is missing (1/2) / (n + k/2): ln (1 + k / 2n) more for the whole list.
/// </remarks>
internal static class Ndkl
{
    /// <summary>How much of a track the baseline counts of a group that it lacks.</summary>
    public const double Missing = 0.5;

    private const int Tabled = 1_024;

    private static readonly double[] WholeEntropy = [.. Enumerable.Range(0, Tabled).Select(count => count == 0 ? 0 : count * Math.Log(count))];
    private static readonly double[] Discounts = [.. Enumerable.Range(0, Tabled).Select(place => place == 0 ? 0 : 1 / Math.Log2(place + 1))];

    /// <summary>c ln c.</summary>
    public static double CLogC(double count)
    {
        if (count <= 0) return 0;
        var whole = (int)count;
        return whole == count && whole < Tabled ? WholeEntropy[whole] : count * Math.Log(count);
    }

    /// <summary>1 / log2(place + 1); the first place is 1.</summary>
    public static double Discount(int place) => place < Tabled ? Discounts[place] : 1 / Math.Log2(place + 1);

    /// <summary>Natural logarithm of a group's share of a baseline of so many tracks before the whole is scaled, that of a part of a track where it has none; minus infinity where there are no tracks.</summary>
    public static double LogOf(double share, int tracks) => share > 0 ? Math.Log(share) : tracks > 0 ? Math.Log(Missing / tracks) : double.NegativeInfinity;

    /// <summary>What scaling the baseline adds for a list that has so many groups which it lacks.</summary>
    public static double Scaling(int missing, int tracks) => missing == 0 ? 0 : Math.Log(1 + (missing * Missing / tracks));
}
