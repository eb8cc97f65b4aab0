using System.Collections.Immutable;

namespace Curation.Core.Auditing.Research;

/// <summary>
/// Hides the cells of a table behind which too few listeners stand, and as many others that none of them can be worked out from totals:
/// whoever has the table can tell a hidden cell no closer than an interval as wide as the smallest cell that is shown.
/// </summary>
public static class Suppression
{
    /// <summary>The table as it may leave the house, or null where that cannot be had: too few listeners, or too few cells to hide behind.</summary>
    public static PublishedTable? Publish(CountTable table, int minimum)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 2);
        var (rows, columns) = (table.RowGroups.Length, table.ColumnGroups.Length);
        if (rows == 0 || columns == 0) return null;
        var hidden = new bool[rows, columns];
        foreach (var (row, column) in Cells(rows, columns)) hidden[row, column] = table.Contributors(row, column) < minimum;
        while (Weakest(table, hidden, minimum) is { } weak)
        {
            if (Cover(table, hidden, weak.Row, weak.Column, minimum) is not { } cover) return null;
            foreach (var (row, column) in cover) hidden[row, column] = true;
        }

        return Shown(table, hidden);
    }

    /// <summary>The hidden cell that can be told closest, where that is too close.</summary>
    private static (int Row, int Column)? Weakest(CountTable table, bool[,] hidden, int minimum)
    {
        (int Row, int Column)? weakest = null;
        var least = minimum;
        var bounds = CellBounds.Of(table, hidden);
        foreach (var (row, column) in Cells(hidden.GetLength(0), hidden.GetLength(1)).Where(cell => hidden[cell.Row, cell.Column]))
        {
            var (low, high) = bounds.At(row, column);
            if (high - low >= least) continue;
            (least, weakest) = (high - low, (row, column));
        }

        return weakest;
    }

    /// <summary>The other corners of the rectangle that widens the cell enough, or else most, and among those the one that hides least.</summary>
    private static (int Row, int Column)[]? Cover(CountTable table, bool[,] hidden, int row, int column, int enough)
    {
        (int Row, int Column)[]? best = null;
        (int Width, int Cost) found = (0, 0);
        foreach (var (otherRow, otherColumn) in Cells(hidden.GetLength(0), hidden.GetLength(1)).Where(cell => cell.Row != row && cell.Column != column))
        {
            (int Row, int Column)[] corners = [(row, otherColumn), (otherRow, column), (otherRow, otherColumn)];
            if (Array.TrueForAll(corners, corner => hidden[corner.Row, corner.Column])) continue;
            var width = Math.Min(enough, Math.Min(table[row, otherColumn], table[otherRow, column]) + Math.Min(table[row, column], table[otherRow, otherColumn]));
            var cost = corners.Where(corner => !hidden[corner.Row, corner.Column]).Sum(corner => table[corner.Row, corner.Column]);
            if (best is not null && (width < found.Width || (width == found.Width && cost >= found.Cost))) continue;
            (best, found) = (corners, (width, cost));
        }

        return best;
    }

    private static PublishedTable Shown(CountTable table, bool[,] hidden)
    {
        var (rows, columns) = (Enumerable.Range(0, table.RowGroups.Length), Enumerable.Range(0, table.ColumnGroups.Length));
        return new PublishedTable(
            table.Rows,
            table.Columns,
            table.Unit,
            table.RowGroups,
            table.ColumnGroups,
            [.. rows.Select(row => columns.Select(column => hidden[row, column] ? (int?)null : table[row, column]).ToImmutableArray())],
            [.. rows.Select(row => columns.Sum(column => table[row, column]))],
            [.. columns.Select(column => rows.Sum(row => table[row, column]))]);
    }

    private static IEnumerable<(int Row, int Column)> Cells(int rows, int columns) =>
        from row in Enumerable.Range(0, rows) from column in Enumerable.Range(0, columns) select (row, column);
}
