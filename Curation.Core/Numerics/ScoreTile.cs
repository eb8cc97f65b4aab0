using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>Scores of eight rows for 32 tastes at once: each row that is fetched from memory serves all 32.</summary>
internal static unsafe class ScoreTile
{
    public const int Rows = 8;
    public const int Tastes = 32;

    /// <summary>Writes 8 x 32 dot products. Tastes are packed factor by factor, 32 floats each.</summary>
    public static void Score(float* row, nint stride, float* tastes, int width, float* scores)
    {
        Vector512<float> a0 = Vector512<float>.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        Vector512<float> b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0, b5 = a0, b6 = a0, b7 = a0;
        float* row3 = row + (3 * stride), row6 = row + (6 * stride);
        for (nint f = 0; f < width; f++)
        {
            var left = Vector512.Load(tastes);
            var right = Vector512.Load(tastes + 16);
            tastes += Tastes;
            Add(row[f], left, right, ref a0, ref b0);
            Add(row[stride + f], left, right, ref a1, ref b1);
            Add(row[(2 * stride) + f], left, right, ref a2, ref b2);
            Add(row3[f], left, right, ref a3, ref b3);
            Add(row3[stride + f], left, right, ref a4, ref b4);
            Add(row3[(2 * stride) + f], left, right, ref a5, ref b5);
            Add(row6[f], left, right, ref a6, ref b6);
            Add(row6[stride + f], left, right, ref a7, ref b7);
        }

        Put(a0, b0, scores);
        Put(a1, b1, scores + 32);
        Put(a2, b2, scores + 64);
        Put(a3, b3, scores + 96);
        Put(a4, b4, scores + 128);
        Put(a5, b5, scores + 160);
        Put(a6, b6, scores + 192);
        Put(a7, b7, scores + 224);
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
