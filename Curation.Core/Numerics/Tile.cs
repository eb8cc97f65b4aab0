using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>A 16 x 16 block of a product of panels, kept in registers while the panels stream past. Panels are rows of 16 floats without gaps.</summary>
internal static unsafe class Tile
{
    /// <summary>Rows and columns of a tile.</summary>
    public const int Size = DenseMatrix.Lane;

    /// <summary>target += left^T right, for two panels of <paramref name="count"/> rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float* left, float* right, int count, float* target)
    {
        if (Vector512.IsHardwareAccelerated) Tile512.Update(left, right, count, target, subtract: false);
        else Tile256.Update(left, right, count, target, subtract: false);
    }

    /// <summary>target -= left^T right, for two panels of <paramref name="count"/> rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Subtract(float* left, float* right, int count, float* target)
    {
        if (Vector512.IsHardwareAccelerated) Tile512.Update(left, right, count, target, subtract: true);
        else Tile256.Update(left, right, count, target, subtract: true);
    }

    /// <summary>The upper triangle of target += panel^T panel; below the diagonal it may be left as it was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSquare(float* panel, int count, float* target)
    {
        if (Vector512.IsHardwareAccelerated) Tile512.Square(panel, count, target);
        else Tile256.Square(panel, count, target);
    }
}
