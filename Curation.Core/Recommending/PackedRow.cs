using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>The scaled vectors of one row's pairs, r_i y_i. Rows of up to a thousand pairs are fetched once and stay in the cache; longer ones are fetched in parts, for each pass again.</summary>
internal sealed unsafe class PackedRow
{
    private const int MostAhead = 64;

    private readonly DenseMatrix table;
    private readonly Panel panel;
    private readonly DenseMatrix products;
    private int[] columns = [];
    private float[] roots = [];
    private int count;

    public PackedRow(DenseMatrix table)
    {
        this.table = table;
        panel = new(Math.Max(64, (1 << 16) / table.Stride), table.Stride);
        products = new(1, panel.Capacity);
    }

    private int Parts => (count + panel.Capacity - 1) / panel.Capacity;

    /// <summary>Turns to another row; what <paramref name="upcoming"/> names is fetched towards the cache while the work on it goes on.</summary>
    public void Begin(ReadOnlySpan<int> rowColumns, ReadOnlySpan<float> rowRoots, ReadOnlySpan<int> upcoming)
    {
        count = rowColumns.Length;
        if (columns.Length < count) (columns, roots) = (new int[count * 2], new float[count * 2]);
        rowColumns.CopyTo(columns);
        rowRoots.CopyTo(roots);
        if (Parts == 1) Fetch(0, 0, table.Stride / Tile.Size);
        Panel.Prefetch(table, upcoming[..Math.Min(MostAhead, upcoming.Length)]);
    }

    /// <summary>target += Y^T (Y v - wanted); nothing wanted is zeros.</summary>
    public void AddProducts(float* v, ReadOnlySpan<float> wanted, float* target)
    {
        for (var part = 0; part < Parts; part++)
        {
            var first = Open(part, 0, table.Stride / Tile.Size);
            panel.AddProducts(v, wanted.IsEmpty ? wanted : wanted.Slice(first, panel.Count), target);
        }
    }

    /// <summary>errors = Y v - wanted.</summary>
    public void Errors(float* v, ReadOnlySpan<float> wanted, Span<float> errors)
    {
        for (var part = 0; part < Parts; part++)
        {
            var first = Open(part, 0, table.Stride / Tile.Size);
            panel.Products(v, 0, table.Stride / Tile.Size, products.Start);
            products.All[..panel.Count].CopyTo(errors[first..]);
        }

        Kernels.AddScaled(-1, wanted, errors[..count]);
    }

    /// <summary>For the columns of some tiles: upper += Y^T Y and target += Y^T errors.</summary>
    public void AddSquare(int firstTile, int tiles, ReadOnlySpan<float> errors, float* upper, float* target)
    {
        for (var part = 0; part < Parts; part++)
        {
            var first = Open(part, firstTile, tiles);
            panel.AddSquareTo(upper, firstTile, tiles);
            panel.Combine(errors.Slice(first, panel.Count), firstTile, tiles, target);
        }
    }

    /// <summary>errors -= Y step, for the columns of some tiles.</summary>
    public void Correct(int firstTile, int tiles, float* step, Span<float> errors)
    {
        for (var part = 0; part < Parts; part++)
        {
            var first = Open(part, firstTile, tiles);
            panel.Products(step, firstTile, tiles, products.Start);
            Kernels.AddScaled(-1, products.All[..panel.Count], errors.Slice(first, panel.Count));
        }
    }

    /// <summary>Makes sure that a part is in the panel, and returns its first pair.</summary>
    private int Open(int part, int firstTile, int tiles)
    {
        if (Parts > 1) Fetch(part, firstTile, tiles);
        return part * panel.Capacity;
    }

    private void Fetch(int part, int firstTile, int tiles)
    {
        var first = part * panel.Capacity;
        panel.Gather(table, columns.AsSpan(first, count - first), roots.AsSpan(first, Math.Min(panel.Capacity, count - first)), firstTile, tiles);
    }
}
