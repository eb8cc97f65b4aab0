using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>Products of square blocks that were packed beforehand, in register tiles of 8 x 32 (Goto, van de Geijn 2008).</summary>
internal static unsafe class BlockProduct
{
    private const int Tall = 8;
    private const int Wide = 32;

    /// <summary>target -= left right^T, all square of <paramref name="side"/>, the target row by row.</summary>
    public static void Subtract(float* left, float* right, int side, float* target)
    {
        for (var column = 0; column < side; column += Wide)
        {
            for (var row = 0; row < side; row += Tall)
            {
                var at = target + (row * side) + column;
                if (Vector512.IsHardwareAccelerated) Tile512(left + (row * side), right + (column * side), side, at);
                else Tiles256(left + (row * side), right + (column * side), side, at);
            }
        }
    }

    /// <summary>Packs a block row by row as the left side of a product: eight rows at a time, column after column.</summary>
    public static void PackLeft(float* block, int side, float* packed) => Interleave(block, side, Tall, packed);

    /// <summary>Packs a block row by row as the right side: 32 rows at a time, column after column.</summary>
    public static void PackRight(float* block, int side, float* packed) => Interleave(block, side, Wide, packed);

    /// <summary>Writes the transpose of a block.</summary>
    public static void Transpose(float* block, int side, float* turned)
    {
        for (var top = 0; top < side; top += 8)
        {
            for (var column = 0; column < side; column++)
            {
                var target = turned + (column * side) + top;
                for (var row = 0; row < 8; row++) target[row] = block[((top + row) * side) + column];
            }
        }
    }

    private static void Interleave(float* block, int side, int height, float* packed)
    {
        for (var top = 0; top < side; top += height)
        {
            for (var column = 0; column < side; column++)
                for (var row = 0; row < height; row++) *packed++ = block[((top + row) * side) + column];
        }
    }

    private static void Tile512(float* left, float* right, int depth, float* target)
    {
        Vector512<float> a0 = Vector512<float>.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
        Vector512<float> b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0, b5 = a0, b6 = a0, b7 = a0;
        for (var k = 0; k < depth; k++)
        {
            var (low, high) = (Vector512.Load(right), Vector512.Load(right + 16));
            Add(left[0], low, high, ref a0, ref b0);
            Add(left[1], low, high, ref a1, ref b1);
            Add(left[2], low, high, ref a2, ref b2);
            Add(left[3], low, high, ref a3, ref b3);
            Add(left[4], low, high, ref a4, ref b4);
            Add(left[5], low, high, ref a5, ref b5);
            Add(left[6], low, high, ref a6, ref b6);
            Add(left[7], low, high, ref a7, ref b7);
            left += Tall;
            right += Wide;
        }

        Subtract(a0, b0, target);
        Subtract(a1, b1, target + depth);
        Subtract(a2, b2, target + (2 * depth));
        Subtract(a3, b3, target + (3 * depth));
        Subtract(a4, b4, target + (4 * depth));
        Subtract(a5, b5, target + (5 * depth));
        Subtract(a6, b6, target + (6 * depth));
        Subtract(a7, b7, target + (7 * depth));
    }

    /// <summary>The same tile in four parts that fit sixteen registers of 256 bits.</summary>
    private static void Tiles256(float* left, float* right, int depth, float* target)
    {
        for (var row = 0; row < Tall; row += 4)
            for (var column = 0; column < Wide; column += 16)
                Tile256(left + row, right + column, depth, target + (row * depth) + column);
    }

    private static void Tile256(float* left, float* right, int depth, float* target)
    {
        Vector256<float> a0 = Vector256<float>.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
        for (var k = 0; k < depth; k++)
        {
            var (low, high) = (Vector256.Load(right), Vector256.Load(right + 8));
            Add(left[0], low, high, ref a0, ref b0);
            Add(left[1], low, high, ref a1, ref b1);
            Add(left[2], low, high, ref a2, ref b2);
            Add(left[3], low, high, ref a3, ref b3);
            left += Tall;
            right += Wide;
        }

        Subtract(a0, b0, target);
        Subtract(a1, b1, target + depth);
        Subtract(a2, b2, target + (2 * depth));
        Subtract(a3, b3, target + (3 * depth));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float value, Vector512<float> low, Vector512<float> high, ref Vector512<float> a, ref Vector512<float> b)
    {
        var all = Vector512.Create(value);
        a = Vector512.MultiplyAddEstimate(all, low, a);
        b = Vector512.MultiplyAddEstimate(all, high, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float value, Vector256<float> low, Vector256<float> high, ref Vector256<float> a, ref Vector256<float> b)
    {
        var all = Vector256.Create(value);
        a = Vector256.MultiplyAddEstimate(all, low, a);
        b = Vector256.MultiplyAddEstimate(all, high, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(Vector512<float> low, Vector512<float> high, float* target)
    {
        (Vector512.Load(target) - low).Store(target);
        (Vector512.Load(target + 16) - high).Store(target + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(Vector256<float> low, Vector256<float> high, float* target)
    {
        (Vector256.Load(target) - low).Store(target);
        (Vector256.Load(target + 8) - high).Store(target + 8);
    }
}
