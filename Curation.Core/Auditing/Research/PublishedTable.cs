using System.Collections.Immutable;

namespace Curation.Core.Auditing.Research;

/// <summary>A table as it leaves the house: all totals, and the cells that may be seen.</summary>
/// <param name="Rows">What the rows are groups of.</param>
/// <param name="Columns">What the columns are groups of.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="RowGroups">The rows' groups.</param>
/// <param name="ColumnGroups">The columns' groups.</param>
/// <param name="Cells">The counts by row and column; null where they are suppressed.</param>
/// <param name="RowTotals">Sums of rows, suppressed cells included.</param>
/// <param name="ColumnTotals">Sums of columns.</param>
public sealed record PublishedTable(
    string Rows,
    string Columns,
    string Unit,
    ImmutableArray<string> RowGroups,
    ImmutableArray<string> ColumnGroups,
    ImmutableArray<ImmutableArray<int?>> Cells,
    ImmutableArray<int> RowTotals,
    ImmutableArray<int> ColumnTotals)
{
    /// <summary>The sum of everything.</summary>
    public int Total => RowTotals.Sum();

    /// <summary>Number of suppressed cells.</summary>
    public int Suppressed => Cells.Sum(row => row.Count(cell => cell is null));

    /// <summary>What is wrong with it as it stands, in words: sums that do not hold, or suppressed cells that can be told closer than <paramref name="width"/>.</summary>
    public IReadOnlyList<string> Faults(int width)
    {
        var name = $"{Rows} by {Columns}";
        if (Cells.Length != RowGroups.Length || RowTotals.Length != RowGroups.Length || ColumnTotals.Length != ColumnGroups.Length || Cells.Any(row => row.Length != ColumnGroups.Length))
            return [$"The table {name} has not the cells that its groups say."];
        if (RowTotals.Sum(total => (long)total) != ColumnTotals.Sum(total => (long)total)) return [$"The totals of {name} do not agree."];
        if (CellBounds.Of(this) is not { } bounds) return [$"No counts could give the totals of {name}."];
        var faults = new List<string>();
        for (var row = 0; row < RowGroups.Length; row++)
        {
            for (var column = 0; column < ColumnGroups.Length; column++)
            {
                if (Cells[row][column] is null && bounds.At(row, column) is var (low, high) && high - low < width)
                    faults.Add($"In {name}, {RowGroups[row]} by {ColumnGroups[column]} is suppressed but can be told to be between {low} and {high}.");
            }
        }

        return faults;
    }
}
