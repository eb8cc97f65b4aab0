using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>The score kernel on 512-bit vectors: sixteen sums in registers, ten loads for sixteen multiply-adds.</summary>
internal static unsafe class ScoreTile512
{
    /// <summary>As <see cref="ScoreTile.Score"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Score(float* rows, float* tastes, int width, float* limits, float* scores)
    {
        Vector512<float> a0 = Vector512<float>.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        Vector512<float> b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0, b5 = a0, b6 = a0, b7 = a0;
        for (var end = rows + ((nint)width * ScoreTile.Rows); rows < end; rows += ScoreTile.Rows, tastes += ScoreTile.Tastes)
        {
            var left = Vector512.Load(tastes);
            var right = Vector512.Load(tastes + 16);
            Add(rows[0], left, right, ref a0, ref b0);
            Add(rows[1], left, right, ref a1, ref b1);
            Add(rows[2], left, right, ref a2, ref b2);
            Add(rows[3], left, right, ref a3, ref b3);
            Add(rows[4], left, right, ref a4, ref b4);
            Add(rows[5], left, right, ref a5, ref b5);
            Add(rows[6], left, right, ref a6, ref b6);
            Add(rows[7], left, right, ref a7, ref b7);
        }

        var bestLeft = Vector512.Max(Vector512.Max(Vector512.Max(a0, a1), Vector512.Max(a2, a3)), Vector512.Max(Vector512.Max(a4, a5), Vector512.Max(a6, a7)));
        var bestRight = Vector512.Max(Vector512.Max(Vector512.Max(b0, b1), Vector512.Max(b2, b3)), Vector512.Max(Vector512.Max(b4, b5), Vector512.Max(b6, b7)));
        if (!Vector512.GreaterThanOrEqualAny(bestLeft, Vector512.Load(limits)) && !Vector512.GreaterThanOrEqualAny(bestRight, Vector512.Load(limits + 16))) return false;
        Put(a0, b0, scores + 0);
        Put(a1, b1, scores + 32);
        Put(a2, b2, scores + 64);
        Put(a3, b3, scores + 96);
        Put(a4, b4, scores + 128);
        Put(a5, b5, scores + 160);
        Put(a6, b6, scores + 192);
        Put(a7, b7, scores + 224);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float value, Vector512<float> left, Vector512<float> right, ref Vector512<float> a, ref Vector512<float> b)
    {
        var all = Vector512.Create(value);
        a = Vector512.MultiplyAddEstimate(all, left, a);
        b = Vector512.MultiplyAddEstimate(all, right, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector512<float> a, Vector512<float> b, float* scores)
    {
        a.Store(scores);
        b.Store(scores + 16);
    }
}
