using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>Inner loops over floats, on the widest vectors that the machine has.</summary>
public static class Kernels
{
    /// <summary>Sum of products; both spans have the same length.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length) throw new ArgumentException("A product needs two vectors of the same length.");
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var whole = a.Length / DenseMatrix.Lane * DenseMatrix.Lane;
        var sum = Dot(ref x, ref y, whole);
        for (var i = whole; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Adds <paramref name="scale"/> times <paramref name="source"/> to <paramref name="target"/>; both have the same length.</summary>
    public static void AddScaled(float scale, ReadOnlySpan<float> source, Span<float> target)
    {
        if (source.Length != target.Length) throw new ArgumentException("Adding needs two vectors of the same length.");
        ref var x = ref MemoryMarshal.GetReference(source);
        ref var y = ref MemoryMarshal.GetReference(target);
        var by = Vector256.Create(scale);
        var whole = source.Length / 8 * 8;
        for (var i = 0; i < whole; i += 8)
            Vector256.MultiplyAddEstimate(by, Vector256.LoadUnsafe(ref x, (nuint)i), Vector256.LoadUnsafe(ref y, (nuint)i)).StoreUnsafe(ref y, (nuint)i);
        for (var i = whole; i < source.Length; i++) target[i] += scale * source[i];
    }

    /// <summary>Dot product of a length that is a multiple of 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Dot(ref float x, ref float y, int length)
    {
        if (!Vector512.IsHardwareAccelerated) return NarrowDot(ref x, ref y, length);
        Vector512<float> s0 = Vector512<float>.Zero, s1 = s0, s2 = s0, s3 = s0;
        nuint i = 0, end = (nuint)length;
        for (; i + 64 <= end; i += 64)
        {
            s0 = Vector512.MultiplyAddEstimate(Vector512.LoadUnsafe(ref x, i), Vector512.LoadUnsafe(ref y, i), s0);
            s1 = Vector512.MultiplyAddEstimate(Vector512.LoadUnsafe(ref x, i + 16), Vector512.LoadUnsafe(ref y, i + 16), s1);
            s2 = Vector512.MultiplyAddEstimate(Vector512.LoadUnsafe(ref x, i + 32), Vector512.LoadUnsafe(ref y, i + 32), s2);
            s3 = Vector512.MultiplyAddEstimate(Vector512.LoadUnsafe(ref x, i + 48), Vector512.LoadUnsafe(ref y, i + 48), s3);
        }

        for (; i < end; i += 16)
            s0 = Vector512.MultiplyAddEstimate(Vector512.LoadUnsafe(ref x, i), Vector512.LoadUnsafe(ref y, i), s0);
        return Vector512.Sum((s0 + s1) + (s2 + s3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float NarrowDot(ref float x, ref float y, int length)
    {
        Vector256<float> s0 = Vector256<float>.Zero, s1 = s0, s2 = s0, s3 = s0;
        nuint i = 0, end = (nuint)length;
        for (; i + 32 <= end; i += 32)
        {
            s0 = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref x, i), Vector256.LoadUnsafe(ref y, i), s0);
            s1 = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref x, i + 8), Vector256.LoadUnsafe(ref y, i + 8), s1);
            s2 = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref x, i + 16), Vector256.LoadUnsafe(ref y, i + 16), s2);
            s3 = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref x, i + 24), Vector256.LoadUnsafe(ref y, i + 24), s3);
        }

        for (; i < end; i += 8)
            s0 = Vector256.MultiplyAddEstimate(Vector256.LoadUnsafe(ref x, i), Vector256.LoadUnsafe(ref y, i), s0);
        return Vector256.Sum((s0 + s1) + (s2 + s3));
    }
}
