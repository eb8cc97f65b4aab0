using Curation.Core.Blending.Sequencing;
using Curation.Core.Desk.Ordering;

namespace Curation.Web.Playlists.Ordering;

/// <summary>What a row of the pool shows of its order.</summary>
/// <param name="Into">How the row above leads into it; null for the first.</param>
/// <param name="Broken">Rules that are broken at it now.</param>
public sealed record RowOrder(Transition? Into, IReadOnlyList<BrokenRule> Broken)
{
    /// <summary>Nothing known.</summary>
    public static RowOrder None { get; } = new(null, []);

    /// <summary>A row order for every row of a view.</summary>
    public static IReadOnlyList<RowOrder> Of(OrderView? view, int rows)
    {
        if (view is null || view.Joints.Count != Math.Max(0, rows - 1)) return [];
        var broken = view.Broken.ToLookup(rule => rule.Breach.To);
        return [.. Enumerable.Range(1, rows).Select(row => new RowOrder(row == 1 ? null : view.Joints[row - 2], [.. broken[row]]))];
    }
}
