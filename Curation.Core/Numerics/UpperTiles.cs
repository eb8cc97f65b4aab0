namespace Curation.Core.Numerics;

/// <summary>
/// Where the upper triangle of a symmetric matrix lies when it is kept as 16 x 16 tiles: one tile column after the other, each from its top to the diagonal.
/// What stands above a diagonal tile is then one panel of rows without gaps, and half the matrix is never touched.
/// </summary>
internal static unsafe class UpperTiles
{
    /// <summary>Floats of one tile.</summary>
    public const int TileLength = Tile.Size * Tile.Size;

    /// <summary>Room for a matrix with so many rows, a multiple of 16.</summary>
    public static DenseMatrix Room(int width)
    {
        var tiles = width / Tile.Size;
        return new(tiles * (tiles + 1) / 2 * Tile.Size, Tile.Size);
    }

    /// <summary>Floats of a matrix with so many rows, a multiple of 16.</summary>
    public static int Length(int width) => width / Tile.Size * ((width / Tile.Size) + 1) / 2 * TileLength;

    /// <summary>The tile column that starts at row 0 and holds the columns from 16 x <paramref name="column"/> on.</summary>
    public static float* Column(float* upper, int column) => upper + ((nint)TileLength / 2 * column * (column + 1));

    /// <summary>The element of a row and a column that is not left of it.</summary>
    public static float* At(float* upper, int row, int column) => Column(upper, column / Tile.Size) + ((nint)row * Tile.Size) + (column % Tile.Size);

    /// <summary>Copies the upper triangle of a whole matrix.</summary>
    public static DenseMatrix Of(DenseMatrix whole)
    {
        var upper = Room(whole.Rows);
        for (var column = 0; column < whole.Rows / Tile.Size; column++)
        {
            var target = new Span<float>(Column(upper.Start, column), (column + 1) * TileLength);
            for (var row = 0; row < (column + 1) * Tile.Size; row++)
                whole.PaddedRow(row).Slice(column * Tile.Size, Tile.Size).CopyTo(target[(row * Tile.Size)..]);
        }

        return upper;
    }

    /// <summary>Copies the square on the diagonal that starts at tile <paramref name="first"/> and is so many tiles wide.</summary>
    public static void CopySquare(float* upper, int first, int tiles, float* target)
    {
        for (var column = 0; column < tiles; column++)
        {
            var length = (column + 1) * TileLength;
            new ReadOnlySpan<float>(Column(upper, first + column) + ((nint)first * TileLength), length).CopyTo(new(Column(target, column), length));
        }
    }

    /// <summary>Adds to the diagonal of a matrix with so many rows.</summary>
    public static void AddToDiagonal(float* upper, int width, float value)
    {
        for (var tile = 0; tile < width / Tile.Size; tile++)
        {
            var diagonal = Column(upper, tile) + ((nint)tile * TileLength);
            for (var i = 0; i < Tile.Size; i++) diagonal[(Tile.Size + 1) * i] += value;
        }
    }
}
