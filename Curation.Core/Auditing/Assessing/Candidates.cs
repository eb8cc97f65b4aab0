using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Assessing;

/// <summary>What lists are made from, seen in one dimension: its mix, and what rKL needs of it, worked out once. Immutable.</summary>
internal sealed class Candidates
{
    private const int TabledCuts = 10;
    private const int TableLength = (Rkl.Step * TabledCuts * (TabledCuts + 1) / 2) + TabledCuts;

    private readonly double[] table;
    private readonly Dictionary<int, LengthScale> byLength = [];

    public Candidates(Dimension dimension, int[] rows, double[]? catalogue, IEnumerable<int> lengths)
    {
        Mix = dimension.Mix(rows);
        Logs = Array.ConvertAll(Mix ?? new double[dimension.Groups.Count], Math.Log);
        CatalogueMix = catalogue ?? new double[dimension.Groups.Count];
        CatalogueLogs = Array.ConvertAll(CatalogueMix, Math.Log);
        Total = rows.Length;
        Members = Array.ConvertAll(Mix ?? [], share => share * rows.Length);
        table = new double[dimension.Groups.Count * TableLength];
        for (var group = 0; group < dimension.Groups.Count; group++) Fill(group);
        foreach (var length in lengths.Where(length => length >= Rkl.Step).Distinct()) byLength[length] = Scale(dimension.Groups.Count, length);
    }

    /// <summary>Share of each group; null where there are no candidates.</summary>
    public double[]? Mix { get; }

    /// <summary>Natural logarithm of the mix.</summary>
    public double[] Logs { get; }

    /// <summary>Share of each group in the catalogue; zeros where it is empty.</summary>
    public double[] CatalogueMix { get; }

    /// <summary>Natural logarithm of the catalogue's mix.</summary>
    public double[] CatalogueLogs { get; }

    public int Total { get; }

    public double[] Members { get; }

    /// <summary>Whether rKL is defined for a group: some of the candidates are of it, and not all.</summary>
    public bool Splits(int group) => Mix is not null && Members[group] > 0 && Members[group] < Total - 1e-6;

    /// <summary>What lists of one length can have; only of lengths that were named in the beginning.</summary>
    public LengthScale Of(int length) => byLength[length];

    /// <summary>The divergence at a cut-off beyond what a group that is absent has there.</summary>
    public double Beyond(int group, double found, int place)
    {
        var cut = place / Rkl.Step;
        var whole = (int)found;
        if (cut > TabledCuts || whole != found) return RklScale.At(found, place, Mix![group]) - RklScale.At(0, place, Mix[group]);
        return table[(group * TableLength) + (Rkl.Step * cut * (cut - 1) / 2) + cut - 1 + whole];
    }

    private void Fill(int group)
    {
        if (!Splits(group)) return;
        var at = group * TableLength;
        for (var cut = 1; cut <= TabledCuts; cut++)
        {
            var absent = RklScale.At(0, cut * Rkl.Step, Mix![group]);
            for (var found = 0; found <= cut * Rkl.Step; found++) table[at++] = RklScale.At(found, cut * Rkl.Step, Mix[group]) - absent;
        }
    }

    private LengthScale Scale(int groups, int length)
    {
        var (absent, ceiling) = (new double[groups], new double[groups]);
        for (var group = 0; group < groups; group++)
        {
            if (!Splits(group)) continue;
            ceiling[group] = new RklScale(length, Members[group], Total).Ceiling(0);
            for (var place = Rkl.Step; place <= length; place += Rkl.Step) absent[group] += RklScale.At(0, place, Mix![group]);
        }

        return new(absent, ceiling, [.. absent.Zip(ceiling, (own, most) => most > 0 ? Math.Min(1, own / most) : 0)]);
    }
}

/// <summary>What rKL can be of lists of one length, by group.</summary>
/// <param name="Absent">The sum of a group that is on no place.</param>
/// <param name="Ceiling">The largest sum.</param>
/// <param name="Missing">The rKL of a group that is on no place.</param>
internal sealed record LengthScale(double[] Absent, double[] Ceiling, double[] Missing);
