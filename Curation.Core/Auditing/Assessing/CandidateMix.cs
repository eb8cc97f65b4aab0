using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Assessing;

/// <summary>What lists are made from: the mix of groups in all dimensions, and what divergences need of it, worked out once. Immutable.</summary>
internal sealed class CandidateMix
{
    private const int TabledCuts = 10;
    private const int TableLength = (Rkl.Step * TabledCuts * (TabledCuts + 1) / 2) + TabledCuts;

    private readonly double[] table;
    private readonly double[] members;
    private readonly bool[] splits;
    private readonly Dictionary<int, LengthScale> byLength = [];

    /// <summary>A mix.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="rows">The candidates.</param>
    /// <param name="everything">The catalogue.</param>
    /// <param name="lengths">Lengths of the lists that will come.</param>
    public CandidateMix(GroupTable groups, int[] rows, int[] everything, IEnumerable<int> lengths)
    {
        Shares = groups.Mix(rows) ?? new double[groups.Groups];
        Logs = Array.ConvertAll(Shares, share => Ndkl.LogOf(share, rows.Length));
        CatalogueShares = groups.Mix(everything) ?? new double[groups.Groups];
        CatalogueLogs = Array.ConvertAll(CatalogueShares, share => Ndkl.LogOf(share, everything.Length));
        (Total, Catalogue) = (rows.Length, everything.Length);
        members = Array.ConvertAll(Shares, share => share * rows.Length);
        splits = Array.ConvertAll(members, some => some > 1e-6 && some < rows.Length - 1e-6);
        table = new double[groups.Groups * TableLength];
        for (var group = 0; group < splits.Length; group++) Fill(group);
        foreach (var length in lengths.Distinct()) byLength[length] = Scale(length);
    }

    /// <summary>Share of each group.</summary>
    public double[] Shares { get; }

    /// <summary>Natural logarithms of the shares, those of a part of a track where a group has none.</summary>
    public double[] Logs { get; }

    /// <summary>Share of each group in the catalogue.</summary>
    public double[] CatalogueShares { get; }

    /// <summary>Natural logarithms of the catalogue's shares, likewise.</summary>
    public double[] CatalogueLogs { get; }

    /// <summary>Number of candidates.</summary>
    public int Total { get; }

    /// <summary>Number of tracks of the catalogue.</summary>
    public int Catalogue { get; }

    /// <summary>Whether rKL is defined for a group: some of the candidates are of it, and not all.</summary>
    public bool Splits(int group) => splits[group];

    /// <summary>What lists of one length can have; only of lengths that were named in the beginning.</summary>
    public LengthScale Of(int length) => byLength[length];

    /// <summary>The divergence at a cut-off beyond what a group that is absent has there.</summary>
    public double Beyond(int group, double found, int place)
    {
        var cut = place / Rkl.Step;
        var whole = (int)found;
        if (cut > TabledCuts || whole != found) return RklScale.At(found, place, Shares[group]) - RklScale.At(0, place, Shares[group]);
        return table[(group * TableLength) + (Rkl.Step * cut * (cut - 1) / 2) + cut - 1 + whole];
    }

    /// <summary>The rKL of a list that has so many of a group.</summary>
    public double Rank(LengthScale scale, int length, int group, double count, double beyond)
    {
        var most = count > members[group] || length - count > Total - members[group] ? new RklScale(length, members[group], Total).Ceiling(count) : scale.Ceiling[group];
        return most > 0 ? Math.Min(1, (scale.Absent[group] + beyond) / most) : 0;
    }

    private void Fill(int group)
    {
        if (!splits[group]) return;
        var at = group * TableLength;
        for (var cut = 1; cut <= TabledCuts; cut++)
        {
            var absent = RklScale.At(0, cut * Rkl.Step, Shares[group]);
            for (var found = 0; found <= cut * Rkl.Step; found++) table[at++] = RklScale.At(found, cut * Rkl.Step, Shares[group]) - absent;
        }
    }

    private LengthScale Scale(int length)
    {
        var (absent, ceiling) = (new double[splits.Length], new double[splits.Length]);
        for (var group = 0; group < splits.Length && length >= Rkl.Step; group++)
        {
            if (!splits[group]) continue;
            ceiling[group] = new RklScale(length, members[group], Total).Ceiling(Math.Min(members[group], length));
            for (var place = Rkl.Step; place <= length; place += Rkl.Step) absent[group] += RklScale.At(0, place, Shares[group]);
        }

        var scale = new LengthScale(absent, ceiling, new double[splits.Length], Tails(length));
        for (var group = 0; group < splits.Length && length >= Rkl.Step; group++) scale.Missing[group] = splits[group] ? Rank(scale, length, group, 0, 0) : 0;
        return scale;
    }

    /// <summary>What is there from a place on stands in every longer prefix: it weighs the sum of their discount / length.</summary>
    private static double[] Tails(int length)
    {
        var tails = new double[length];
        var (norm, tail) = (0.0, 0.0);
        for (var place = 1; place <= length; place++) norm += Ndkl.Discount(place);
        for (var place = length; place >= 1; place--) tails[place - 1] = (tail += Ndkl.Discount(place) / place) / norm;
        return tails;
    }
}

/// <summary>What lists of one length have in common.</summary>
/// <param name="Absent">rKL's sum of each group that is on no place.</param>
/// <param name="Ceiling">rKL's largest sum of each group.</param>
/// <param name="Missing">rKL of each group that is on no place.</param>
/// <param name="Tails">What a change at each place weighs in NDKL.</param>
internal sealed record LengthScale(double[] Absent, double[] Ceiling, double[] Missing, double[] Tails)
{
    /// <summary>The part of NDKL that every list of this length has: the discounted mean of the logarithm of the prefix's length.</summary>
    public double Own { get; } = Mean(Tails.Length);

    private static double Mean(int length)
    {
        double sum = 0, norm = 0;
        for (var place = 1; place <= length; place++)
        {
            sum += Ndkl.Discount(place) * Math.Log(place);
            norm += Ndkl.Discount(place);
        }

        return norm > 0 ? sum / norm : 0;
    }
}
