using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Goes along one list after another and adds up exposure, NDKL against two baselines and rKL of every group in all dimensions. One thread's own.</summary>
internal sealed class ListRun(GroupTable groups, CandidateMix candidates, MeasuredColumns columns)
{
    private readonly double[] counts = new double[groups.Groups];
    private readonly double[] beyond = new double[groups.Groups];
    private readonly int[] touched = new int[groups.Groups];
    private readonly double[] ndkl = new double[groups.Dimensions.Count];
    private readonly double[] ndklCatalogue = new double[groups.Dimensions.Count];
    private readonly int[] missing = new int[groups.Dimensions.Count];
    private readonly int[] missingCatalogue = new int[groups.Dimensions.Count];
    private int found;

    /// <summary>Places of a group on the last list.</summary>
    public double CountOf(int group) => counts[group];

    /// <summary>Adds a list.</summary>
    public void Add(ReadOnlySpan<int> places, ReadOnlySpan<double> weights, Span<double> cells)
    {
        foreach (var group in touched.AsSpan(0, found)) (counts[group], beyond[group]) = (0, 0);
        found = 0;
        if (places.Length == 0) return;
        var scale = candidates.Of(places.Length);
        ndkl.AsSpan().Fill(-scale.Own);
        ndklCatalogue.AsSpan().Fill(-scale.Own);
        Array.Clear(missing);
        Array.Clear(missingCatalogue);
        for (var place = 0; place < places.Length; place++)
        {
            cells[columns.Weight] += weights[place];
            Place(groups.Of(places[place]), weights[place], scale.Tails[place], cells.Slice(columns.Exposure, counts.Length));
            if ((place + 1) % Rkl.Step == 0) Cut(place + 1);
        }

        for (var number = 0; number < ndkl.Length; number++)
        {
            columns.NdklCandidates[number].Add(cells, Finite(ndkl[number] + Ndkl.Scaling(missing[number], candidates.Total)));
            columns.NdklCatalogue[number].Add(cells, Finite(ndklCatalogue[number] + Ndkl.Scaling(missingCatalogue[number], candidates.Catalogue)));
        }

        if (places.Length >= Rkl.Step) AddRkl(places.Length, scale, cells);
    }

    private void Place(ReadOnlySpan<Membership> members, double weight, double tail, Span<double> exposure)
    {
        foreach (var member in members)
        {
            exposure[member.Group] += weight * member.Share;
            var before = counts[member.Group];
            if (before == 0) Touch(member);
            counts[member.Group] = before + member.Share;
            var entropy = Ndkl.CLogC(before + member.Share) - Ndkl.CLogC(before);
            ndkl[member.Dimension] += tail * (entropy - (member.Share * candidates.Logs[member.Group]));
            ndklCatalogue[member.Dimension] += tail * (entropy - (member.Share * candidates.CatalogueLogs[member.Group]));
        }
    }

    private void Touch(Membership member)
    {
        touched[found++] = member.Group;
        if (candidates.Shares[member.Group] <= 0) missing[member.Dimension]++;
        if (candidates.CatalogueShares[member.Group] <= 0) missingCatalogue[member.Dimension]++;
    }

    private void Cut(int place)
    {
        foreach (var group in touched.AsSpan(0, found))
        {
            if (candidates.Splits(group)) beyond[group] += candidates.Beyond(group, counts[group], place);
        }
    }

    private void AddRkl(int length, LengthScale scale, Span<double> cells)
    {
        var rkl = cells.Slice(columns.Rkl, counts.Length);
        for (var group = 0; group < rkl.Length; group++) rkl[group] += scale.Missing[group];
        foreach (var group in touched.AsSpan(0, found))
        {
            if (candidates.Splits(group)) rkl[group] += candidates.Rank(scale, length, group, counts[group], beyond[group]) - scale.Missing[group];
        }

        cells[columns.RklLists]++;
    }

    private static double? Finite(double value) => double.IsFinite(value) ? Math.Max(0, value) : null;
}
