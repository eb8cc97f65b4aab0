using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Goes along one list after another in one dimension, and adds up exposure, NDKL against two baselines and rKL of every group. One thread's own.</summary>
internal sealed class DimensionRun(Dimension dimension, Candidates candidates, MeasuredColumns columns, int number)
{
    private readonly double[] counts = new double[dimension.Groups.Count];
    private readonly double[] beyond = new double[dimension.Groups.Count];
    private readonly int[] touched = new int[dimension.Groups.Count];
    private readonly int exposure = columns.Exposure[number];
    private int found;
    private int length;
    private double norm;
    private double entropy;
    private double crossed;
    private double crossedCatalogue;
    private double ndkl;
    private double ndklCatalogue;

    /// <summary>Groups that the list has, each once.</summary>
    public ReadOnlySpan<int> Touched => touched.AsSpan(0, found);

    /// <summary>Places of a group on the list.</summary>
    public double CountOf(int group) => counts[group];

    public void Begin()
    {
        foreach (var group in Touched) (counts[group], beyond[group]) = (0, 0);
        (found, length, norm, entropy, crossed, crossedCatalogue, ndkl, ndklCatalogue) = (0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// <summary>Takes the next place; a row below 0 is a track that the catalogue does not hold.</summary>
    public void Place(int row, double weight, Span<double> cells)
    {
        if (row < 0)
        {
            Add(0, 1, weight, cells);
        }
        else
        {
            var groups = dimension.GroupsOf(row);
            var shares = dimension.SharesOf(row);
            for (var i = 0; i < groups.Length; i++) Add(groups[i], shares[i], weight, cells);
        }

        length++;
        var discount = NdklRun.Discount(length);
        norm += discount;
        var own = entropy - (length * LogOf(length));
        ndkl += discount * (own - crossed) / length;
        ndklCatalogue += discount * (own - crossedCatalogue) / length;
        if (length % Rkl.Step != 0) return;
        foreach (var group in Touched)
        {
            if (candidates.Splits(group)) beyond[group] += candidates.Beyond(group, counts[group], length);
        }
    }

    public void End(Span<double> cells)
    {
        if (length == 0) return;
        columns.NdklCandidates[number].Add(cells, Finite(ndkl / norm));
        columns.NdklCatalogue[number].Add(cells, Finite(ndklCatalogue / norm));
        if (length < Rkl.Step) return;
        var scale = candidates.Of(length);
        var rkl = cells.Slice(columns.Rkl[number], counts.Length);
        for (var group = 0; group < rkl.Length; group++) rkl[group] += scale.Missing[group];
        foreach (var group in Touched)
        {
            if (!candidates.Splits(group)) continue;
            var most = counts[group] > candidates.Members[group] || length - counts[group] > candidates.Total - candidates.Members[group]
                ? new RklScale(length, candidates.Members[group], candidates.Total).Ceiling(counts[group])
                : scale.Ceiling[group];
            rkl[group] += (most > 0 ? Math.Min(1, (scale.Absent[group] + beyond[group]) / most) : 0) - scale.Missing[group];
        }
    }

    private void Add(int group, double share, double weight, Span<double> cells)
    {
        cells[exposure + group] += weight * share;
        var before = counts[group];
        if (before == 0) touched[found++] = group;
        counts[group] = before + share;
        entropy += NdklRun.CLogC(before + share) - NdklRun.CLogC(before);
        crossed += share * candidates.Logs[group];
        crossedCatalogue += share * candidates.CatalogueLogs[group];
    }

    private static double? Finite(double value) => double.IsFinite(value) ? Math.Max(0, value) : null;

    private static double LogOf(int number) => NdklRun.CLogC(number) / number;
}
