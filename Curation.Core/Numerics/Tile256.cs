using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>The tile kernels on 256-bit vectors, four rows of a tile at a time: eight accumulators, so that sixteen registers are enough. Runs, slowly, on machines with less.</summary>
internal static unsafe class Tile256
{
    /// <summary>target += or -= left^T right.</summary>
    public static void Update(float* left, float* right, int count, float* target, bool subtract)
    {
        for (var row = 0; row < Tile.Size; row += 4) FourRows(left + row, right, count, target + (row * Tile.Size), subtract);
    }

    /// <summary>target += panel^T panel, without the lower left quarter.</summary>
    public static void Square(float* panel, int count, float* target)
    {
        FourRows(panel, panel, count, target, subtract: false);
        FourRows(panel + 4, panel, count, target + 64, subtract: false);
        LowerRight(panel + 8, count, target + 136);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(float* left, float* right, int count, float* target, bool subtract)
    {
        Vector256<float> a0 = Vector256<float>.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
        for (var end = right + ((nint)count * Tile.Size); right < end; left += Tile.Size, right += Tile.Size)
        {
            var near = Vector256.Load(right);
            var far = Vector256.Load(right + 8);
            Add(left[0], near, far, ref a0, ref b0);
            Add(left[1], near, far, ref a1, ref b1);
            Add(left[2], near, far, ref a2, ref b2);
            Add(left[3], near, far, ref a3, ref b3);
        }

        Put(a0, b0, target, subtract);
        Put(a1, b1, target + 16, subtract);
        Put(a2, b2, target + 32, subtract);
        Put(a3, b3, target + 48, subtract);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LowerRight(float* panel, int count, float* target)
    {
        Vector256<float> a0 = Vector256<float>.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        for (var end = panel + ((nint)count * Tile.Size); panel < end; panel += Tile.Size)
        {
            var row = Vector256.Load(panel);
            a0 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[0]), row, a0);
            a1 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[1]), row, a1);
            a2 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[2]), row, a2);
            a3 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[3]), row, a3);
            a4 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[4]), row, a4);
            a5 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[5]), row, a5);
            a6 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[6]), row, a6);
            a7 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[7]), row, a7);
        }

        (Vector256.Load(target + 0) + a0).Store(target + 0);
        (Vector256.Load(target + 16) + a1).Store(target + 16);
        (Vector256.Load(target + 32) + a2).Store(target + 32);
        (Vector256.Load(target + 48) + a3).Store(target + 48);
        (Vector256.Load(target + 64) + a4).Store(target + 64);
        (Vector256.Load(target + 80) + a5).Store(target + 80);
        (Vector256.Load(target + 96) + a6).Store(target + 96);
        (Vector256.Load(target + 112) + a7).Store(target + 112);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float value, Vector256<float> near, Vector256<float> far, ref Vector256<float> a, ref Vector256<float> b)
    {
        var all = Vector256.Create(value);
        a = Vector256.MultiplyAddEstimate(all, near, a);
        b = Vector256.MultiplyAddEstimate(all, far, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<float> a, Vector256<float> b, float* target, bool subtract)
    {
        var (near, far) = (Vector256.Load(target), Vector256.Load(target + 8));
        (subtract ? near - a : near + a).Store(target);
        (subtract ? far - b : far + b).Store(target + 8);
    }
}
