using Curation.Core.Auditing.Research;

namespace Curation.Tests.Auditing.Research;

/// <summary>Tables for tests, and the attack on them: every count that fits what is shown, tried out.</summary>
internal static class Tables
{
    /// <summary>A table in which one listener stands behind each count.</summary>
    public static CountTable Of(int[,] counts, int minimum) => CountTable.Of(
        "group",
        "listeners",
        Aggregates.Places,
        [
            .. from row in Enumerable.Range(0, counts.GetLength(0))
               from column in Enumerable.Range(0, counts.GetLength(1))
               from one in Enumerable.Repeat(0, counts[row, column])
               select new Contribution($"c{column}", new Dictionary<string, int> { [$"r{row}"] = 1 }),
        ],
        minimum);

    /// <summary>The least and the most of each hidden cell over all counts that fit, by trying every one of them.</summary>
    public static Dictionary<(int Row, int Column), (int Low, int High)> Attack(PublishedTable table)
    {
        var hidden = (from row in Enumerable.Range(0, table.RowGroups.Length) from column in Enumerable.Range(0, table.ColumnGroups.Length) where table.Cells[row][column] is null select (Row: row, Column: column)).ToArray();
        var left = table.RowTotals.Select((total, row) => total - table.Cells[row].Sum(cell => cell ?? 0)).ToArray();
        var below = table.ColumnTotals.Select((total, column) => total - table.Cells.Sum(row => row[column] ?? 0)).ToArray();
        var found = new Dictionary<(int Row, int Column), (int Low, int High)>();
        Try(hidden, new int[hidden.Length], 0, left, below, found);
        return found;
    }

    private static void Try((int Row, int Column)[] hidden, int[] values, int at, int[] left, int[] below, Dictionary<(int Row, int Column), (int Low, int High)> found)
    {
        if (at == hidden.Length)
        {
            if (left.Any(rest => rest != 0) || below.Any(rest => rest != 0)) return;
            for (var i = 0; i < hidden.Length; i++)
            {
                var (low, high) = found.GetValueOrDefault(hidden[i], (int.MaxValue, int.MinValue));
                found[hidden[i]] = (Math.Min(low, values[i]), Math.Max(high, values[i]));
            }

            return;
        }

        var (row, column) = hidden[at];
        var lastOfRow = !hidden.Skip(at + 1).Any(cell => cell.Row == row);
        for (var value = lastOfRow ? left[row] : 0; value <= Math.Min(left[row], below[column]); value++)
        {
            values[at] = value;
            (left[row], below[column]) = (left[row] - value, below[column] - value);
            Try(hidden, values, at + 1, left, below, found);
            (left[row], below[column]) = (left[row] + value, below[column] + value);
        }
    }
}
