using Curation.Core.Auditing.Dimensions;

namespace Curation.Core.Auditing.Assessing;

/// <summary>One group of a row.</summary>
/// <param name="Group">Its number among the groups of all dimensions.</param>
/// <param name="Dimension">Its dimension's number.</param>
/// <param name="Share">How much of the row is the group's.</param>
internal readonly record struct Membership(int Group, int Dimension, float Share);

/// <summary>The groups of every row in all dimensions side by side, so that a track costs one look into memory. Groups are numbered through all dimensions. Immutable.</summary>
internal sealed class GroupTable
{
    private readonly int[] starts;
    private readonly Membership[] members;

    public GroupTable(IReadOnlyList<Dimension> dimensions, int rows)
    {
        Dimensions = dimensions;
        First = new int[dimensions.Count + 1];
        for (var number = 0; number < dimensions.Count; number++) First[number + 1] = First[number] + dimensions[number].Groups.Count;
        starts = new int[rows + 2];
        var all = new List<Membership>(rows * Math.Max(1, dimensions.Count));
        for (var row = 0; row < rows; row++)
        {
            for (var number = 0; number < dimensions.Count; number++) Gather(all, starts[row], dimensions[number], number, row);
            starts[row + 1] = all.Count;
        }

        for (var number = 0; number < dimensions.Count; number++) all.Add(new(First[number], number, 1));
        starts[rows + 1] = all.Count;
        members = [.. all];
    }

    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>The number of each dimension's first group, "unknown"; at last the number of all groups.</summary>
    public int[] First { get; }

    /// <summary>Number of groups of all dimensions.</summary>
    public int Groups => First[^1];

    /// <summary>The groups of a row, each once. A row below 0 is a track that the catalogue does not hold: unknown in every dimension.</summary>
    public ReadOnlySpan<Membership> Of(int row)
    {
        if (row < 0) row = starts.Length - 2;
        return members.AsSpan(starts[row], starts[row + 1] - starts[row]);
    }

    /// <summary>Share of each group among these rows, every row counting once; null where there are no rows.</summary>
    public double[]? Mix(ReadOnlySpan<int> rows)
    {
        if (rows.Length == 0) return null;
        var mix = new double[Groups];
        foreach (var row in rows)
        {
            foreach (var member in Of(row)) mix[member.Group] += member.Share;
        }

        for (var group = 0; group < mix.Length; group++) mix[group] /= rows.Length;
        return mix;
    }

    private void Gather(List<Membership> all, int start, Dimension dimension, int number, int row)
    {
        var groups = dimension.GroupsOf(row);
        var shares = dimension.SharesOf(row);
        for (var i = 0; i < groups.Length; i++)
        {
            var group = First[number] + groups[i];
            var same = -1;
            for (var k = start; k < all.Count && same < 0; k++)
            {
                if (all[k].Group == group) same = k;
            }

            if (same < 0) all.Add(new(group, number, shares[i]));
            else all[same] = all[same] with { Share = Whole(all[same].Share + shares[i]) };
        }
    }

    /// <summary>Thirds add up to one again.</summary>
    private static float Whole(float share) => Math.Abs(share - 1) < 1e-6f ? 1 : share;
}
