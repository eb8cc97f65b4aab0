using System.Collections;
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

    /// <summary>A row order for every row of a view, made when it is asked for: few rows of a large pool are on screen.</summary>
    public static IReadOnlyList<RowOrder> Of(OrderView? view, int rows)
    {
        if (view is null || view.Joints.Count != Math.Max(0, rows - 1)) return [];
        return new Rows(view, rows);
    }

    private sealed class Rows(OrderView view, int rows) : IReadOnlyList<RowOrder>
    {
        private readonly Dictionary<int, BrokenRule[]> broken = view.Broken.GroupBy(rule => rule.Breach.To).ToDictionary(row => row.Key, row => row.ToArray());

        public int Count => rows;

        public RowOrder this[int index] => new(index == 0 ? null : view.Joints[index - 1], broken.GetValueOrDefault(index + 1, []));

        public IEnumerator<RowOrder> GetEnumerator() => Enumerable.Range(0, rows).Select(row => this[row]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
