using System.Runtime.CompilerServices;

namespace Curation.Core.Numerics;

/// <summary>The lower triangle of a large symmetric matrix in square blocks, each row by row in one piece, so that a block fits a core's cache. Half the memory of a whole matrix.</summary>
/// <remarks>Rows are padded to whole blocks; the padding starts as a unit diagonal, so that the matrix can be inverted with it. Of a block on the diagonal only the lower half counts.</remarks>
internal sealed unsafe class SymmetricBlocks
{
    /// <summary>Rows of a block at most.</summary>
    public const int LargestBlock = 256;

    /// <summary>The largest matrix: more would not fit into one array.</summary>
    public const int MostRows = 65_000;

    private readonly float[] cells;
    private readonly int offset;

    /// <summary>A matrix of zeros.</summary>
    public SymmetricBlocks(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MostRows);
        Size = size;
        Side = Math.Clamp((size + 31) / 32 * 32, 32, LargestBlock);
        Count = Math.Max(1, (size + Side - 1) / Side);
        cells = GC.AllocateArray<float>((int)(CellsFor(Count, Side) + DenseMatrix.Lane), pinned: true);
        fixed (float* start = cells) offset = (int)((64 - ((nuint)start % 64)) % 64 / sizeof(float));
        for (var row = size; row < Count * Side; row++) At(row, row) = 1;
    }

    /// <summary>Number of rows that carry values.</summary>
    public int Size { get; }

    /// <summary>Rows, and columns, of a block: a multiple of 32.</summary>
    public int Side { get; }

    /// <summary>Blocks on the diagonal.</summary>
    public int Count { get; }

    /// <summary>Bytes that a matrix of so many rows takes.</summary>
    public static long Bytes(int size) => sizeof(float) * CellsFor((size + LargestBlock - 1) / LargestBlock, LargestBlock);

    /// <summary>A value on or below the diagonal.</summary>
    public ref float At(int row, int column) => ref Unsafe.AsRef<float>(AddressOf(row, column));

    /// <summary>Where a value on or below the diagonal stands; its row goes on to the end of the block.</summary>
    public float* AddressOf(int row, int column) => Block(row / Side, column / Side) + (row % Side * Side) + (column % Side);

    /// <summary>A block on or below the diagonal. The cells never move; whoever holds the address must also hold the matrix.</summary>
    public float* Block(int row, int column)
    {
        fixed (float* start = cells) return start + offset + ((((nint)row * (row + 1) / 2) + column) * Side * Side);
    }

    /// <summary>Copies rows from <paramref name="first"/> on, as many as the target has, whole: from their columns what stands right of the diagonal. The target begins at column <paramref name="from"/>.</summary>
    public void CopyRows(int first, int count, int from, DenseMatrix into)
    {
        for (var column = from; column < Size; column += Math.Min(Side - (column % Side), Size - column))
        {
            var end = Math.Min(Size, column + Side - (column % Side));
            for (var row = first; row < first + count; row++)
            {
                var target = into.PaddedRow(row - first)[(column - from)..];
                if (row / Side > column / Side) new ReadOnlySpan<float>(AddressOf(row, column), end - column).CopyTo(target);
                else if (row / Side == column / Side) for (var c = column; c < end; c++) target[c - column] = At(Math.Max(row, c), Math.Min(row, c));
            }

            if (column / Side > first / Side) CopyTurned(first, count, column, end, from, into);
        }
    }

    private void CopyTurned(int first, int count, int column, int end, int from, DenseMatrix into)
    {
        for (var row = first; row < first + count; row++)
        {
            if (row / Side >= column / Side) return;
            var source = AddressOf(column, row);
            var target = into.PaddedRow(row - first)[(column - from)..];
            for (var c = 0; c < end - column; c++) target[c] = source[c * Side];
        }
    }

    private static long CellsFor(long blocks, long side) => blocks * (blocks + 1) / 2 * side * side;
}
