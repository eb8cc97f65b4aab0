using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>A 16 x 16 block of a product of panels, kept in registers while the panels stream past.</summary>
internal static unsafe class Tile
{
    public const int Size = DenseMatrix.Lane;

    /// <summary>Adds to (or subtracts from) a block of the target the product left^T right of two panels of <paramref name="count"/> rows.</summary>
    /// <remarks>Sixteen accumulators, one load and sixteen broadcasts for sixteen multiply-adds: as many as the load ports of the machine can feed.</remarks>
    public static void Update(float* left, float* right, nint stride, int count, float* target, nint targetStride, bool subtract)
    {
        Vector512<float> a0 = Vector512<float>.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0, a8 = a0, a9 = a0, a10 = a0, a11 = a0, a12 = a0, a13 = a0, a14 = a0, a15 = a0;
        for (var k = 0; k < count; k++)
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
            left += stride;
            right += stride;
        }

        Put(a0, target, subtract);
        Put(a1, target + targetStride, subtract);
        Put(a2, target + (2 * targetStride), subtract);
        Put(a3, target + (3 * targetStride), subtract);
        Put(a4, target + (4 * targetStride), subtract);
        Put(a5, target + (5 * targetStride), subtract);
        Put(a6, target + (6 * targetStride), subtract);
        Put(a7, target + (7 * targetStride), subtract);
        Put(a8, target + (8 * targetStride), subtract);
        Put(a9, target + (9 * targetStride), subtract);
        Put(a10, target + (10 * targetStride), subtract);
        Put(a11, target + (11 * targetStride), subtract);
        Put(a12, target + (12 * targetStride), subtract);
        Put(a13, target + (13 * targetStride), subtract);
        Put(a14, target + (14 * targetStride), subtract);
        Put(a15, target + (15 * targetStride), subtract);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector512<float> sum, float* target, bool subtract)
    {
        var before = Vector512.Load(target);
        (subtract ? before - sum : before + sum).Store(target);
    }
}
