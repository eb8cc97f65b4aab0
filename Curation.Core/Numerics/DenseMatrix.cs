namespace Curation.Core.Numerics;

/// <summary>Rows of floats, each on a 64-byte boundary and padded with zeros to a multiple of 16, so that kernels need no edge cases.</summary>
public sealed unsafe class DenseMatrix
{
    /// <summary>Floats in the widest vector; strides are multiples of it.</summary>
    public const int Lane = 16;

    private readonly float[] cells;
    private readonly int offset;

    /// <summary>A matrix of zeros.</summary>
    public DenseMatrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        Rows = rows;
        Columns = columns;
        Stride = Padded(columns);
        var length = ((long)rows * Stride) + Lane;
        if (length > Array.MaxLength) throw new ArgumentException($"A matrix of {rows} x {columns} is larger than one array can hold.");
        cells = GC.AllocateArray<float>((int)length, pinned: true);
        fixed (float* start = cells) offset = (int)((64 - ((nuint)start % 64)) % 64 / sizeof(float));
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns that carry values.</summary>
    public int Columns { get; }

    /// <summary>Floats from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>The values of a row.</summary>
    public ReadOnlySpan<float> Row(int row) => PaddedRow(row)[..Columns];

    /// <summary>Columns rounded up to whole vectors.</summary>
    internal static int Padded(int columns) => (columns + Lane - 1) / Lane * Lane;

    /// <summary>A row with its padding, to write to.</summary>
    internal Span<float> PaddedRow(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        return cells.AsSpan(offset + (row * Stride), Stride);
    }

    /// <summary>All rows with their padding.</summary>
    internal Span<float> All => cells.AsSpan(offset, Rows * Stride);

    /// <summary>The first row. The cells never move; whoever holds the address must also hold the matrix.</summary>
    internal float* Start
    {
        get
        {
            fixed (float* start = cells) return start + offset;
        }
    }
}
