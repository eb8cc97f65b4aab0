using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Curation.Core.Numerics;

/// <summary>Rows of a table gathered into blocks of 16 columns without gaps, each row scaled, so that kernels stream through them. One thread at a time.</summary>
internal sealed unsafe class Panel
{
    private const int Ahead = 16;

    private readonly DenseMatrix blocks;
    private readonly int width;

    /// <summary>A panel for so many rows of a table of this (padded) width.</summary>
    public Panel(int capacity, int width)
    {
        this.width = width;
        Capacity = capacity;
        blocks = new(capacity * (width / Tile.Size), Tile.Size);
    }

    /// <summary>Rows that it can hold.</summary>
    public int Capacity { get; }

    /// <summary>Rows that it holds.</summary>
    public int Count { get; private set; }

    /// <summary>The block of 16 columns from 16 x <paramref name="block"/> on: <see cref="Count"/> rows of 16 floats.</summary>
    public float* Block(int block) => blocks.Start + ((nint)block * Capacity * Tile.Size);

    /// <summary>Takes the named rows of a table, each times its scale; what comes after them in <paramref name="rows"/> is fetched towards the cache already.</summary>
    public void Gather(DenseMatrix table, ReadOnlySpan<int> rows, ReadOnlySpan<float> scales) => Gather(table, rows, scales, 0, width / Tile.Size);

    /// <summary>Takes only some blocks of the named rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gather(DenseMatrix table, ReadOnlySpan<int> rows, ReadOnlySpan<float> scales, int firstBlock, int blockCount)
    {
        Count = scales.Length;
        var start = table.Start + (firstBlock * Tile.Size);
        var target = Block(firstBlock);
        for (var k = 0; k < Count; k++, target += Tile.Size)
        {
            if (k + Ahead < rows.Length) Prefetch(start + ((nint)rows[k + Ahead] * width), blockCount);
            Put(start + ((nint)rows[k] * width), scales[k], target, blockCount);
        }
    }

    /// <summary>Takes consecutive rows of a table as they are.</summary>
    public void Take(DenseMatrix table, int first, int count)
    {
        Count = count;
        for (var k = 0; k < count; k++) Put(table.Start + ((nint)(first + k) * width), 1, Block(0) + (k * Tile.Size), width / Tile.Size);
    }

    /// <summary>Fetches rows of a table towards the second cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Prefetch(DenseMatrix table, ReadOnlySpan<int> rows)
    {
        if (!Sse.IsSupported) return;
        foreach (var row in rows)
        {
            var source = table.Start + ((nint)row * table.Stride);
            for (var end = source + table.Stride; source < end; source += Tile.Size) Sse.Prefetch1(source);
        }
    }

    /// <summary>upper += panel^T panel.</summary>
    public void AddSquareTo(float* upper) => AddSquareTo(upper, 0, width / Tile.Size);

    /// <summary>upper += panel^T panel; between tiles the rows that come next are fetched, a few at a time, since the products leave the memory idle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddSquareTo(float* upper, DenseMatrix table, ReadOnlySpan<int> next)
    {
        var tiles = width / Tile.Size;
        var each = (next.Length + (tiles * (tiles + 1) / 2) - 1) / (tiles * (tiles + 1) / 2);
        for (var j = 0; j < tiles; j++)
        {
            var column = UpperTiles.Column(upper, j);
            for (var i = 0; i <= j; i++)
            {
                var now = Math.Min(each, next.Length);
                Prefetch(table, next[..now]);
                next = next[now..];
                if (i < j) Tile.Add(Block(i), Block(j), Count, column + ((nint)i * UpperTiles.TileLength));
                else Tile.AddSquare(Block(j), Count, column + ((nint)j * UpperTiles.TileLength));
            }
        }
    }

    /// <summary>upper += the product of some blocks with themselves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddSquareTo(float* upper, int firstBlock, int blockCount)
    {
        for (var j = 0; j < blockCount; j++)
        {
            var column = UpperTiles.Column(upper, j);
            for (var i = 0; i < j; i++) Tile.Add(Block(firstBlock + i), Block(firstBlock + j), Count, column + ((nint)i * UpperTiles.TileLength));
            Tile.AddSquare(Block(firstBlock + j), Count, column + ((nint)j * UpperTiles.TileLength));
        }
    }

    /// <summary>target += panel^T coefficients.</summary>
    public void Combine(ReadOnlySpan<float> coefficients, float* target) => Combine(coefficients, 0, width / Tile.Size, target);

    /// <summary>target += blocks^T coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Combine(ReadOnlySpan<float> coefficients, int firstBlock, int blockCount, float* target)
    {
        fixed (float* start = coefficients)
            for (var j = 0; j < blockCount; j++) Lanes.Combine(Block(firstBlock + j), start, Count, target + (j * Tile.Size), 1);
    }

    /// <summary>products = blocks v, one for each row.</summary>
    public void Products(float* v, int firstBlock, int blockCount, float* products) =>
        Lanes.Products(Block(firstBlock), (nint)Capacity * Tile.Size, blockCount, v, Count, products);

    /// <summary>target += panel^T (panel v - wanted), sixty-four rows at a time, so that they are still in the first cache for the second product. Nothing wanted is zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddProducts(float* v, ReadOnlySpan<float> wanted, float* target)
    {
        const int rows = 64;
        var products = stackalloc float[rows];
        for (var first = 0; first < Count; first += rows)
        {
            var count = Math.Min(rows, Count - first);
            Lanes.Products(Block(0) + (first * Tile.Size), (nint)Capacity * Tile.Size, width / Tile.Size, v, count, products);
            if (!wanted.IsEmpty) Kernels.AddScaled(-1, wanted.Slice(first, count), new(products, count));
            for (var j = 0; j < width / Tile.Size; j++) Lanes.Combine(Block(j) + (first * Tile.Size), products, count, target + (j * Tile.Size), 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(float* source, float scale, float* target, int blockCount)
    {
        var step = (nint)Capacity * Tile.Size;
        for (var end = source + (blockCount * Tile.Size); source < end; source += Tile.Size, target += step) Lanes.Scale(scale, source, target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(float* source, int blockCount)
    {
        if (!Sse.IsSupported) return;
        for (var end = source + (blockCount * Tile.Size); source < end; source += Tile.Size) Sse.Prefetch0(source);
    }
}
