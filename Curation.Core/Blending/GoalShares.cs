using Curation.Core.Auditing.Dimensions;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Blending;

/// <summary>Says how much of a track the groups of an exposure goal have, by the dimension that the goal names.</summary>
public static class GoalShares
{
    /// <summary>The shares of each track in the goal's groups, in the goal's order; none where there is no goal. A group that no track is of has none of any.</summary>
    /// <exception cref="RefusedException">There is no such dimension.</exception>
    public static Func<TrackId, IReadOnlyList<double>> Of(ExposureGoal? goal, CatalogueRows rows, IReadOnlyList<Dimension> dimensions)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (goal is null || goal.Shares.IsEmpty) return _ => [];
        var dimension = dimensions.FirstOrDefault(candidate => string.Equals(candidate.Name, goal.Dimension, StringComparison.OrdinalIgnoreCase))
            ?? throw new RefusedException($"The recipe keeps places by {goal.Dimension}, and nothing tells tracks apart by that. No list was made. Choose another dimension, or define an attribute of that name.");
        int[] groups = [.. goal.Shares.Select(share => dimension.Find(share.Group))];
        return track => SharesOf(dimension, rows.RowOf(track), groups);
    }

    private static double[] SharesOf(Dimension dimension, int row, int[] groups)
    {
        var shares = new double[groups.Length];
        if (row < 0) return shares;
        var of = dimension.GroupsOf(row);
        var parts = dimension.SharesOf(row);
        for (var i = 0; i < of.Length; i++)
        {
            if (Array.IndexOf(groups, of[i]) is >= 0 and var group) shares[group] += parts[i];
        }

        return shares;
    }
}
