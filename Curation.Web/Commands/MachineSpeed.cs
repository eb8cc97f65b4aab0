using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Curation.Core.Numerics;

namespace Curation.Web.Commands;

/// <summary>What the machine itself can do, measured: the ceilings that training is compared with. The best of several tries counts.</summary>
internal sealed class MachineSpeed(TimeProvider time, int threads)
{
    private const int Tries = 7;

    /// <summary>Multiply-adds in registers on all threads, in 10^9 operations a second; a multiply-add is two.</summary>
    public double PeakGflops()
    {
        const int rounds = 2_000_000;
        var width = Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256<float>.Count;
        return 2.0 * 12 * width * rounds * threads / Best(_ => Vector512.IsHardwareAccelerated ? Wide(rounds) : Narrow(rounds)) / 1e9;
    }

    /// <summary>Whole random rows of a table of this size read on all threads, in 10^9 bytes a second.</summary>
    public double GatherGigabytes(int rows, int factors)
    {
        const int reads = 500_000;
        var table = new DenseMatrix(rows, factors);
        var order = new int[reads];
        var random = new SeededRandom(1);
        foreach (ref var row in order.AsSpan()) row = random.NextInt(rows);
        return (double)reads * threads * factors * sizeof(float) / Best(thread => Read(table, order, thread * (reads / threads))) / 1e9;
    }

    private double Best(Func<int, float> work)
    {
        var best = double.PositiveInfinity;
        for (var i = 0; i < Tries; i++)
        {
            var start = time.GetTimestamp();
            Parallel.For(0, threads, new() { MaxDegreeOfParallelism = threads }, thread => GC.KeepAlive(work(thread)));
            best = Math.Min(best, time.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Wide(int rounds)
    {
        var (x, y) = (Vector512.Create(0.999f), Vector512.Create(1e-3f));
        Vector512<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (var round = 0; round < rounds; round++)
        {
            a = Vector512.MultiplyAddEstimate(a, x, y);
            b = Vector512.MultiplyAddEstimate(b, x, y);
            c = Vector512.MultiplyAddEstimate(c, x, y);
            d = Vector512.MultiplyAddEstimate(d, x, y);
            e = Vector512.MultiplyAddEstimate(e, x, y);
            f = Vector512.MultiplyAddEstimate(f, x, y);
            g = Vector512.MultiplyAddEstimate(g, x, y);
            h = Vector512.MultiplyAddEstimate(h, x, y);
            i = Vector512.MultiplyAddEstimate(i, x, y);
            j = Vector512.MultiplyAddEstimate(j, x, y);
            k = Vector512.MultiplyAddEstimate(k, x, y);
            l = Vector512.MultiplyAddEstimate(l, x, y);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Narrow(int rounds)
    {
        var (x, y) = (Vector256.Create(0.999f), Vector256.Create(1e-3f));
        Vector256<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (var round = 0; round < rounds; round++)
        {
            a = Vector256.MultiplyAddEstimate(a, x, y);
            b = Vector256.MultiplyAddEstimate(b, x, y);
            c = Vector256.MultiplyAddEstimate(c, x, y);
            d = Vector256.MultiplyAddEstimate(d, x, y);
            e = Vector256.MultiplyAddEstimate(e, x, y);
            f = Vector256.MultiplyAddEstimate(f, x, y);
            g = Vector256.MultiplyAddEstimate(g, x, y);
            h = Vector256.MultiplyAddEstimate(h, x, y);
            i = Vector256.MultiplyAddEstimate(i, x, y);
            j = Vector256.MultiplyAddEstimate(j, x, y);
            k = Vector256.MultiplyAddEstimate(k, x, y);
            l = Vector256.MultiplyAddEstimate(l, x, y);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Read(DenseMatrix table, int[] order, int first)
    {
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < order.Length; i++)
        {
            var at = first + i;
            var row = table.Row(order[at < order.Length ? at : at - order.Length]);
            ref var start = ref MemoryMarshal.GetReference(row);
            for (nuint f = 0; f + 8 <= (nuint)row.Length; f += 8) sum += Vector256.LoadUnsafe(ref start, f);
        }

        return Vector256.Sum(sum);
    }
}
