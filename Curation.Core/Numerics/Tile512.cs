using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>The tile kernels on 512-bit vectors: sixteen accumulators stay in registers, one load and sixteen broadcasts feed sixteen multiply-adds.</summary>
internal static unsafe class Tile512
{
    /// <summary>target += or -= left^T right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Update(float* left, float* right, int count, float* target, bool subtract)
    {
        Vector512<float> a0 = Vector512<float>.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        Vector512<float> a8 = a0, a9 = a0, a10 = a0, a11 = a0, a12 = a0, a13 = a0, a14 = a0, a15 = a0;
        for (var end = right + ((nint)count * Tile.Size); right < end; left += Tile.Size, right += Tile.Size)
        {
            var row = Vector512.Load(right);
            a0 = Vector512.MultiplyAddEstimate(Vector512.Create(left[0]), row, a0);
            a1 = Vector512.MultiplyAddEstimate(Vector512.Create(left[1]), row, a1);
            a2 = Vector512.MultiplyAddEstimate(Vector512.Create(left[2]), row, a2);
            a3 = Vector512.MultiplyAddEstimate(Vector512.Create(left[3]), row, a3);
            a4 = Vector512.MultiplyAddEstimate(Vector512.Create(left[4]), row, a4);
            a5 = Vector512.MultiplyAddEstimate(Vector512.Create(left[5]), row, a5);
            a6 = Vector512.MultiplyAddEstimate(Vector512.Create(left[6]), row, a6);
            a7 = Vector512.MultiplyAddEstimate(Vector512.Create(left[7]), row, a7);
            a8 = Vector512.MultiplyAddEstimate(Vector512.Create(left[8]), row, a8);
            a9 = Vector512.MultiplyAddEstimate(Vector512.Create(left[9]), row, a9);
            a10 = Vector512.MultiplyAddEstimate(Vector512.Create(left[10]), row, a10);
            a11 = Vector512.MultiplyAddEstimate(Vector512.Create(left[11]), row, a11);
            a12 = Vector512.MultiplyAddEstimate(Vector512.Create(left[12]), row, a12);
            a13 = Vector512.MultiplyAddEstimate(Vector512.Create(left[13]), row, a13);
            a14 = Vector512.MultiplyAddEstimate(Vector512.Create(left[14]), row, a14);
            a15 = Vector512.MultiplyAddEstimate(Vector512.Create(left[15]), row, a15);
        }

        Put(a0, a1, a2, a3, target + 0, subtract);
        Put(a4, a5, a6, a7, target + 64, subtract);
        Put(a8, a9, a10, a11, target + 128, subtract);
        Put(a12, a13, a14, a15, target + 192, subtract);
    }

    /// <summary>target += panel^T panel, without the lower left quarter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Square(float* panel, int count, float* target)
    {
        Vector512<float> a0 = Vector512<float>.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        Vector256<float> b0 = Vector256<float>.Zero, b1 = b0, b2 = b0, b3 = b0, b4 = b0, b5 = b0, b6 = b0, b7 = b0;
        for (var end = panel + ((nint)count * Tile.Size); panel < end; panel += Tile.Size)
        {
            var row = Vector512.Load(panel);
            var half = Vector256.Load(panel + 8);
            a0 = Vector512.MultiplyAddEstimate(Vector512.Create(panel[0]), row, a0);
            a1 = Vector512.MultiplyAddEstimate(Vector512.Create(panel[1]), row, a1);
            a2 = Vector512.MultiplyAddEstimate(Vector512.Create(panel[2]), row, a2);
            a3 = Vector512.MultiplyAddEstimate(Vector512.Create(panel[3]), row, a3);
            a4 = Vector512.MultiplyAddEstimate(Vector512.Create(panel[4]), row, a4);
            a5 = Vector512.MultiplyAddEstimate(Vector512.Create(panel[5]), row, a5);
            a6 = Vector512.MultiplyAddEstimate(Vector512.Create(panel[6]), row, a6);
            a7 = Vector512.MultiplyAddEstimate(Vector512.Create(panel[7]), row, a7);
            b0 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[8]), half, b0);
            b1 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[9]), half, b1);
            b2 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[10]), half, b2);
            b3 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[11]), half, b3);
            b4 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[12]), half, b4);
            b5 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[13]), half, b5);
            b6 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[14]), half, b6);
            b7 = Vector256.MultiplyAddEstimate(Vector256.Create(panel[15]), half, b7);
        }

        Put(a0, a1, a2, a3, target, subtract: false);
        Put(a4, a5, a6, a7, target + 64, subtract: false);
        Put(b0, b1, b2, b3, target + 136);
        Put(b4, b5, b6, b7, target + 200);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, float* target, bool subtract)
    {
        Put(a, target, subtract);
        Put(b, target + 16, subtract);
        Put(c, target + 32, subtract);
        Put(d, target + 48, subtract);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector512<float> sum, float* target, bool subtract)
    {
        var before = Vector512.Load(target);
        (subtract ? before - sum : before + sum).Store(target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, float* target)
    {
        (Vector256.Load(target) + a).Store(target);
        (Vector256.Load(target + 16) + b).Store(target + 16);
        (Vector256.Load(target + 32) + c).Store(target + 32);
        (Vector256.Load(target + 48) + d).Store(target + 48);
    }
}
