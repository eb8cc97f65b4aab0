using System.Collections.Immutable;

namespace Curation.Core.Auditing.Research;

/// <summary>How many tracks of a group the catalogue holds.</summary>
public sealed record CatalogueCount(string Dimension, string Group, int Tracks);

/// <summary>Everything that is counted in a bundle.</summary>
/// <param name="Minimum">Cells with fewer listeners are hidden, and hidden ones cannot be told closer than this.</param>
/// <param name="Tables">The tables.</param>
/// <param name="Catalogue">What the catalogue holds, in the groups of the tables' rows.</param>
public sealed record Aggregates(int Minimum, ImmutableArray<PublishedTable> Tables, ImmutableArray<CatalogueCount> Catalogue)
{
    /// <summary>What is counted where places of lists are.</summary>
    public const string Places = "places in lists";

    /// <summary>The metrics that these counts give; a bundle's metrics are exactly these.</summary>
    public ImmutableArray<BundleMetric> Metrics()
    {
        var metrics = ImmutableArray.CreateBuilder<BundleMetric>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in Tables.Where(table => table.Unit == Places))
        {
            var held = Catalogue.Where(count => count.Dimension == table.Rows).ToList();
            var all = held.Sum(count => (long)count.Tracks);
            for (var row = 0; row < table.RowGroups.Length; row++)
            {
                var group = table.RowGroups[row];
                if (seen.Add($"{table.Rows}\0{group}")) metrics.AddRange(OfRow(table, row, held.Find(count => count.Group == group)?.Tracks ?? 0, all));
                for (var column = 0; column < table.ColumnGroups.Length; column++)
                {
                    if (table.Cells[row][column] is { } cell && table.ColumnTotals[column] > 0)
                        metrics.Add(new BundleMetric("share", table.Rows, group, table.Columns, table.ColumnGroups[column], (double)cell / table.ColumnTotals[column]));
                }
            }
        }

        return metrics.ToImmutable();
    }

    private static IEnumerable<BundleMetric> OfRow(PublishedTable table, int row, int tracks, long all)
    {
        var share = (double)table.RowTotals[row] / Math.Max(1, table.Total);
        yield return new BundleMetric("share", table.Rows, table.RowGroups[row], "", "", share);
        if (tracks == 0 || table.RowTotals[row] == 0) yield break;
        yield return new BundleMetric("catalogue-share", table.Rows, table.RowGroups[row], "", "", (double)tracks / all);
        yield return new BundleMetric("amplification", table.Rows, table.RowGroups[row], "", "", Math.Log2(share / ((double)tracks / all)));
    }
}

/// <summary>One published metric.</summary>
/// <param name="Measure">"share" of places, "catalogue-share", or "amplification", the binary logarithm of the first over the second.</param>
/// <param name="Dimension">What tracks or artists are grouped by.</param>
/// <param name="Group">The group.</param>
/// <param name="Listeners">What listeners are grouped by; empty for all listeners.</param>
/// <param name="ListenerGroup">The listeners' group; empty for all.</param>
/// <param name="Value">The value.</param>
public sealed record BundleMetric(string Measure, string Dimension, string Group, string Listeners, string ListenerGroup, double Value);
