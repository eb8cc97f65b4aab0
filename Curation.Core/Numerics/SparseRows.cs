namespace Curation.Core.Numerics;

/// <summary>An immutable sparse matrix by rows.</summary>
internal sealed class SparseRows
{
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly float[] values;

    /// <summary>A matrix of rows that each name their columns and values. A column that a row names twice counts with the sum.</summary>
    /// <exception cref="ArgumentException">A column that is not there, or a value that is not a finite number.</exception>
    public SparseRows(IReadOnlyList<(int Column, float Value)[]> rows, int width)
    {
        Width = width;
        starts = new int[rows.Count + 1];
        for (var row = 0; row < rows.Count; row++) starts[row + 1] = checked(starts[row] + rows[row].Length);
        columns = new int[starts[^1]];
        values = new float[starts[^1]];
        for (var row = 0; row < rows.Count; row++)
        {
            var at = starts[row];
            foreach (var (column, value) in rows[row])
            {
                if (column < 0 || column >= width) throw new ArgumentException($"Row {row} names column {column}; there are {width}.", nameof(rows));
                if (!float.IsFinite(value)) throw new ArgumentException($"Row {row} has the value {value} in column {column}; it must be finite.", nameof(rows));
                (columns[at], values[at++]) = (column, value);
            }
        }
    }

    private SparseRows(int width, int[] starts, int[] columns, float[] values) => (Width, this.starts, this.columns, this.values) = (width, starts, columns, values);

    /// <summary>Number of rows.</summary>
    public int Count => starts.Length - 1;

    /// <summary>Number of columns.</summary>
    public int Width { get; }

    /// <summary>The columns that a row names.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => columns.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>The values of a row.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) => values.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>Rows and columns exchanged.</summary>
    public SparseRows Turned()
    {
        var next = new int[Width + 1];
        foreach (var column in columns) next[column + 1]++;
        for (var i = 0; i < Width; i++) next[i + 1] += next[i];
        var turned = new SparseRows(Count, (int[])next.Clone(), new int[columns.Length], new float[columns.Length]);
        for (var row = 0; row < Count; row++)
        {
            for (var i = starts[row]; i < starts[row + 1]; i++)
            {
                var at = next[columns[i]]++;
                (turned.columns[at], turned.values[at]) = (row, values[i]);
            }
        }

        return turned;
    }

    /// <summary>One row times a dense matrix.</summary>
    public void Multiply(int row, DenseMatrix dense, Span<float> product)
    {
        product.Clear();
        for (var i = starts[row]; i < starts[row + 1]; i++) Kernels.AddScaled(values[i], dense.PaddedRow(columns[i]), product);
    }
}
