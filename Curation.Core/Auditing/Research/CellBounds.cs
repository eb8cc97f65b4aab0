namespace Curation.Core.Auditing.Research;

/// <summary>
/// The best that anybody can work out about suppressed cells of a two-way table from its totals and the cells that are shown: exact, because the counts that fit are the integer points of a transport problem,
/// so that the least and the most of a cell come from maximal flows around it (Gusfield 1988).
/// </summary>
public sealed class CellBounds
{
    private readonly int rows;
    private readonly int columns;
    private readonly bool[,] open;
    private readonly int[,] value;

    private CellBounds(bool[,] open, int[,] value)
    {
        (rows, columns) = (open.GetLength(0), open.GetLength(1));
        this.open = open;
        this.value = value;
    }

    /// <summary>The bounds of a published table, or null where no counts fit its totals.</summary>
    public static CellBounds? Of(PublishedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (rows, columns) = (table.RowGroups.Length, table.ColumnGroups.Length);
        var (open, value) = (new bool[rows, columns], new int[rows, columns]);
        var (left, below) = (table.RowTotals.ToArray(), table.ColumnTotals.ToArray());
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                open[row, column] = table.Cells[row][column] is null;
                left[row] -= table.Cells[row][column] ?? 0;
                below[column] -= table.Cells[row][column] ?? 0;
            }
        }

        if (left.Any(rest => rest < 0) || below.Any(rest => rest < 0) || left.Sum() != below.Sum()) return null;
        var bounds = new CellBounds(open, value);
        return bounds.Fill(left, below) ? bounds : null;
    }

    /// <summary>The bounds where the counts are known, for choosing what to suppress.</summary>
    internal static CellBounds Of(CountTable table, bool[,] suppressed)
    {
        var value = new int[table.RowGroups.Length, table.ColumnGroups.Length];
        for (var row = 0; row < table.RowGroups.Length; row++)
        {
            for (var column = 0; column < table.ColumnGroups.Length; column++) value[row, column] = table[row, column];
        }

        return new CellBounds(suppressed, value);
    }

    /// <summary>The least and the most that a suppressed cell can be.</summary>
    public (int Low, int High) At(int row, int column)
    {
        // A cell rises by what can come back around it from its column to its row, and falls by what can go the other way.
        var up = Flow(rows + column, row, row, column, int.MaxValue);
        var down = Flow(row, rows + column, row, column, value[row, column]);
        return (value[row, column] - down, up == int.MaxValue ? int.MaxValue : value[row, column] + up);
    }

    /// <summary>Finds some counts that fit: what each row still holds goes into its open cells as far as columns take it, and is moved along until all fits.</summary>
    private bool Fill(int[] left, int[] below)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (!open[row, column]) continue;
                var put = Math.Min(left[row], below[column]);
                value[row, column] += put;
                (left[row], below[column]) = (left[row] - put, below[column] - put);
            }
        }

        for (var moved = true; moved;)
        {
            moved = false;
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns && left[row] > 0; column++)
                {
                    if (below[column] == 0 || Push(row, rows + column, -1, -1, Math.Min(left[row], below[column])) is not (> 0 and var put)) continue;
                    (left[row], below[column], moved) = (left[row] - put, below[column] - put, true);
                }
            }
        }

        return left.All(rest => rest == 0);
    }

    private int Flow(int from, int to, int row, int column, int most)
    {
        var before = (int[,])value.Clone();
        var total = 0;
        while (total < most && Push(from, to, row, column, most - total) is > 0 and var moved) total = moved == int.MaxValue ? int.MaxValue : total + moved;
        Array.Copy(before, value, value.Length);
        return total;
    }

    /// <summary>Moves counts along one shortest path on which open cells rise (row to column) or fall (column to row), never through the cell that is asked about.</summary>
    private int Push(int from, int to, int row, int column, int most)
    {
        var came = new int[rows + columns];
        Array.Fill(came, -1);
        came[from] = from;
        var queue = new Queue<int>([from]);
        while (queue.Count > 0 && came[to] < 0)
        {
            var node = queue.Dequeue();
            for (var next = 0; next < rows + columns; next++)
            {
                if (came[next] >= 0 || Room(node, next, row, column) == 0) continue;
                came[next] = node;
                queue.Enqueue(next);
            }
        }

        if (came[to] < 0) return 0;
        var moved = most;
        for (var node = to; node != from; node = came[node]) moved = Math.Min(moved, Room(came[node], node, row, column));
        if (moved == int.MaxValue) return moved;
        for (var node = to; node != from; node = came[node])
        {
            if (came[node] < rows) value[came[node], node - rows] += moved;
            else value[node, came[node] - rows] -= moved;
        }

        return moved;
    }

    private int Room(int from, int to, int row, int column)
    {
        var (rises, falls) = (from < rows && to >= rows, from >= rows && to < rows);
        if (!rises && !falls) return 0;
        var (r, c) = rises ? (from, to - rows) : (to, from - rows);
        if (!open[r, c] || (r == row && c == column)) return 0;
        return rises ? int.MaxValue : value[r, c];
    }
}
