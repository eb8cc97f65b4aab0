using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>The score kernel on 256-bit vectors, four rows and sixteen tastes at a time, so that sixteen registers are enough.</summary>
internal static unsafe class ScoreTile256
{
    /// <summary>As <see cref="ScoreTile.Score"/>.</summary>
    public static bool Score(float* rows, float* tastes, int width, float* limits, float* scores)
    {
        var any = false;
        for (var row = 0; row < ScoreTile.Rows; row += 4)
            for (var taste = 0; taste < ScoreTile.Tastes; taste += 16)
                any |= Quarter(rows + row, tastes + taste, width, limits + taste, scores + (row * ScoreTile.Tastes) + taste);
        return any;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Quarter(float* rows, float* tastes, int width, float* limits, float* scores)
    {
        Vector256<float> a0 = Vector256<float>.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
        for (var end = rows + ((nint)width * ScoreTile.Rows); rows < end; rows += ScoreTile.Rows, tastes += ScoreTile.Tastes)
        {
            var left = Vector256.Load(tastes);
            var right = Vector256.Load(tastes + 8);
            Add(rows[0], left, right, ref a0, ref b0);
            Add(rows[1], left, right, ref a1, ref b1);
            Add(rows[2], left, right, ref a2, ref b2);
            Add(rows[3], left, right, ref a3, ref b3);
        }

        Put(a0, b0, scores);
        Put(a1, b1, scores + 32);
        Put(a2, b2, scores + 64);
        Put(a3, b3, scores + 96);
        return Vector256.GreaterThanOrEqualAny(Vector256.Max(Vector256.Max(a0, a1), Vector256.Max(a2, a3)), Vector256.Load(limits))
            || Vector256.GreaterThanOrEqualAny(Vector256.Max(Vector256.Max(b0, b1), Vector256.Max(b2, b3)), Vector256.Load(limits + 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float value, Vector256<float> left, Vector256<float> right, ref Vector256<float> a, ref Vector256<float> b)
    {
        var all = Vector256.Create(value);
        a = Vector256.MultiplyAddEstimate(all, left, a);
        b = Vector256.MultiplyAddEstimate(all, right, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<float> a, Vector256<float> b, float* scores)
    {
        a.Store(scores);
        b.Store(scores + 8);
    }
}
