namespace Curation.Core.Numerics;

/// <summary>Products of all rows of a table with themselves.</summary>
internal static unsafe class Gramian
{
    private const int Blocks = 64;
    private const int PanelRows = 64;

    /// <summary>rows^T rows, whole; summed over fixed blocks in a fixed order, so that the number of threads does not show in it.</summary>
    public static DenseMatrix Of(DenseMatrix rows, int threads, CancellationToken cancel)
    {
        var size = Math.Max(1, (rows.Rows + Blocks - 1) / Blocks);
        var partial = new DenseMatrix[(rows.Rows + size - 1) / size];
        var panels = new Panel[threads];
        for (var i = 0; i < threads; i++) panels[i] = new(PanelRows, rows.Stride);
        Chunks.Run(partial.Length, 1, panels, (panel, block, _) =>
        {
            var sum = UpperTiles.Room(rows.Stride);
            var end = Math.Min(rows.Rows, (block + 1) * size);
            for (var row = block * size; row < end; row += PanelRows)
            {
                panel.Take(rows, row, Math.Min(PanelRows, end - row));
                panel.AddSquareTo(sum.Start);
            }

            partial[block] = sum;
        }, cancel);
        return Summed(partial, rows.Stride);
    }

    private static DenseMatrix Summed(DenseMatrix[] parts, int width)
    {
        var whole = new DenseMatrix(width, width);
        for (var column = 0; column < width; column++)
        {
            for (var row = 0; row <= column; row++)
            {
                var at = (128 * (column / Tile.Size) * ((column / Tile.Size) + 1)) + (row * Tile.Size) + (column % Tile.Size);
                var sum = 0.0;
                foreach (var part in parts) sum += part.All[at];
                whole.PaddedRow(row)[column] = (float)sum;
                whole.PaddedRow(column)[row] = (float)sum;
            }
        }

        return whole;
    }
}
