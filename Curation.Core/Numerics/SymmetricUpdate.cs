namespace Curation.Core.Numerics;

/// <summary>Adds products of rows with themselves to the upper triangle of a symmetric matrix.</summary>
internal static unsafe class SymmetricUpdate
{
    /// <summary>target += panel^T panel, blocks on and above the diagonal only. The target is square with the panel's stride.</summary>
    public static void Add(float* panel, int stride, int count, float* target)
    {
        for (var row = 0; row < stride; row += Tile.Size)
            for (var column = row; column < stride; column += Tile.Size)
                Tile.Update(panel + row, panel + column, stride, count, target + ((nint)row * stride) + column, stride, subtract: false);
    }

    /// <summary>The Gramian rows^T rows, whole; summed over fixed blocks in a fixed order, so that the number of threads does not show in it.</summary>
    public static DenseMatrix Gramian(DenseMatrix rows, int threads, CancellationToken cancel)
    {
        const int blocks = 64;
        var width = rows.Stride;
        var size = Math.Max(1, (rows.Rows + blocks - 1) / blocks);
        var partial = new DenseMatrix[(rows.Rows + size - 1) / size];
        Chunks.Run(partial.Length, 1, new object[threads], (_, block, _) =>
        {
            var sum = new DenseMatrix(width, width);
            var end = Math.Min(rows.Rows, (block + 1) * size);
            for (var row = block * size; row < end; row += 64)
                Add(rows.Start + ((nint)row * width), width, Math.Min(64, end - row), sum.Start);
            partial[block] = sum;
        }, cancel);
        return Summed(partial, width);
    }

    private static DenseMatrix Summed(DenseMatrix[] parts, int width)
    {
        var whole = new DenseMatrix(width, width);
        for (var row = 0; row < width; row++)
        {
            for (var column = row; column < width; column++)
            {
                var sum = 0.0;
                foreach (var part in parts) sum += part.PaddedRow(row)[column];
                whole.PaddedRow(row)[column] = (float)sum;
                whole.PaddedRow(column)[row] = (float)sum;
            }
        }

        return whole;
    }
}
