using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>Sums over parts that are drawn anew, with replacement, many times (Efron 1979), for many columns at once. The same draws serve all columns, so quotients and differences of them keep what they have in common. Results do not depend on the number of threads.</summary>
internal sealed class PartResamples
{
    private const int Tile = 128;

    private readonly double[] sums;
    private readonly int columns;

    /// <summary>Draws and adds up.</summary>
    /// <param name="cells">Row by row, one row a part.</param>
    /// <param name="columns">Columns of a row.</param>
    /// <param name="resamples">How often parts are drawn anew.</param>
    /// <param name="seed">Seed of what is drawn.</param>
    /// <param name="threads">Threads to use.</param>
    public PartResamples(double[] cells, int columns, int resamples, long seed, int threads)
    {
        this.columns = columns;
        var parts = columns == 0 ? 0 : cells.Length / columns;
        Count = parts < 2 ? 0 : resamples;
        sums = new double[(long)Count * columns];
        if (Count == 0) return;
        var drawn = Draw(parts, Count, seed);
        Parallel.For(0, (columns + Tile - 1) / Tile, new ParallelOptions { MaxDegreeOfParallelism = threads }, tile => Add(cells, drawn, parts, tile * Tile, Math.Min(Tile, columns - (tile * Tile))));
    }

    /// <summary>Number of resamples; 0 below two parts, which say nothing of how parts vary.</summary>
    public int Count { get; }

    /// <summary>The sums of one resample, by column.</summary>
    public ReadOnlySpan<double> Of(int resample) => sums.AsSpan(resample * columns, columns);

    private static ushort[] Draw(int parts, int resamples, long seed)
    {
        var drawn = new ushort[resamples * parts];
        var random = new SeededRandom(seed);
        for (var resample = 0; resample < resamples; resample++)
            for (var draw = 0; draw < parts; draw++) drawn[(resample * parts) + random.NextInt(parts)]++;
        return drawn;
    }

    private void Add(double[] cells, ushort[] drawn, int parts, int first, int width)
    {
        Span<double> sum = stackalloc double[Tile];
        for (var resample = 0; resample < Count; resample++)
        {
            var target = sum[..width];
            target.Clear();
            for (var part = 0; part < parts; part++)
            {
                var times = drawn[(resample * parts) + part];
                if (times > 0) AddScaled(times, cells.AsSpan((part * columns) + first, width), target);
            }

            target.CopyTo(sums.AsSpan((resample * columns) + first, width));
        }
    }

    private static void AddScaled(double scale, ReadOnlySpan<double> source, Span<double> target)
    {
        ref var x = ref MemoryMarshal.GetReference(source);
        ref var y = ref MemoryMarshal.GetReference(target);
        var by = Vector256.Create(scale);
        var whole = source.Length / 4 * 4;
        for (var i = 0; i < whole; i += 4)
            ((by * Vector256.LoadUnsafe(ref x, (nuint)i)) + Vector256.LoadUnsafe(ref y, (nuint)i)).StoreUnsafe(ref y, (nuint)i);
        for (var i = whole; i < source.Length; i++) target[i] += scale * source[i];
    }
}
