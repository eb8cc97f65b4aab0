using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>Factors symmetric positive definite matrices, kept as <see cref="UpperTiles"/>, as U^T U and solves with the factor, in place, a tile at a time.</summary>
internal static unsafe class Cholesky
{
    private const int Size = Tile.Size;
    private const int TileLength = UpperTiles.TileLength;

    /// <summary>Replaces the matrix by U and fills <paramref name="inverse"/> with 1 / U_ii. What stands below the diagonal afterwards means nothing.</summary>
    /// <remarks>A pivot that rounding has eaten is held at a millionth of its diagonal element, so that singular systems and huge weights give a damped solution and never NaN.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Factor(float* upper, int width, float* inverse)
    {
        var tiles = width / Size;
        for (var i = 0; i < tiles; i++)
        {
            var mine = UpperTiles.Column(upper, i);
            var diagonal = mine + ((nint)i * TileLength);
            for (var k = 0; k < Size; k++) inverse[(Size * i) + k] = diagonal[(Size + 1) * k];
            if (i > 0) Tile.Subtract(mine, mine, i * Size, diagonal);
            FactorDiagonal(diagonal, inverse + (Size * i));
            for (var j = i + 1; j < tiles; j++)
            {
                var other = UpperTiles.Column(upper, j);
                var tile = other + ((nint)i * TileLength);
                if (i > 0) Tile.Subtract(mine, other, i * Size, tile);
                Eliminate(diagonal, inverse + (Size * i), tile);
            }
        }
    }

    /// <summary>Solves U^T U x = b, where <paramref name="x"/> holds b at first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Solve(float* upper, int width, float* inverse, float* x)
    {
        var tiles = width / Size;
        for (var j = 0; j < tiles; j++)
        {
            var column = UpperTiles.Column(upper, j);
            var mine = x + (Size * j);
            if (j > 0) Lanes.Combine(column, x, j * Size, mine, -1);
            Forward(column + ((nint)j * TileLength), inverse + (Size * j), mine);
        }

        for (var i = tiles - 1; i >= 0; i--)
        {
            var mine = x + (Size * i);
            for (var j = i + 1; j < tiles; j++) SubtractProducts(UpperTiles.Column(upper, j) + ((nint)i * TileLength), x + (Size * j), mine);
            Backward(UpperTiles.Column(upper, i) + ((nint)i * TileLength), inverse + (Size * i), mine);
        }
    }

    /// <summary>U of one tile. Rows are subtracted before they are scaled, so that a root never stands between a pivot and the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FactorDiagonal(float* tile, float* inverse)
    {
        for (var i = 0; i < Size; i++)
        {
            var row = tile + (Size * i);
            var floor = Math.Max(1e-6f * inverse[i], 1e-30f);
            var over = 1 / (row[i] > floor ? row[i] : floor);
            for (var p = i + 1; p < Size; p++) Lanes.AddScaled(-row[p] * over, row, tile + (Size * p));
            inverse[i] = MathF.Sqrt(over);
            Lanes.Scale(inverse[i], row, row);
        }
    }

    /// <summary>tile = U^-T tile, by U of the diagonal: four rows at a time stay in registers, first without what the rows above them account for, then against each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eliminate(float* diagonal, float* inverse, float* tile)
    {
        for (var i = 0; i < Size; i += 4)
        {
            var rows = tile + (Size * i);
            Vector256<float> a0 = Vector256.Load(rows), a1 = Vector256.Load(rows + 16), a2 = Vector256.Load(rows + 32), a3 = Vector256.Load(rows + 48);
            Vector256<float> b0 = Vector256.Load(rows + 8), b1 = Vector256.Load(rows + 24), b2 = Vector256.Load(rows + 40), b3 = Vector256.Load(rows + 56);
            var factors = diagonal + i;
            for (var above = tile; above < rows; above += Size, factors += Size)
            {
                var (a, b) = (-Vector256.Load(above), -Vector256.Load(above + 8));
                Add(factors[0], a, b, ref a0, ref b0);
                Add(factors[1], a, b, ref a1, ref b1);
                Add(factors[2], a, b, ref a2, ref b2);
                Add(factors[3], a, b, ref a3, ref b3);
            }

            Put(inverse[i], ref a0, ref b0, rows);
            Add(-factors[1], a0, b0, ref a1, ref b1);
            Add(-factors[2], a0, b0, ref a2, ref b2);
            Add(-factors[3], a0, b0, ref a3, ref b3);
            Put(inverse[i + 1], ref a1, ref b1, rows + 16);
            Add(-factors[18], a1, b1, ref a2, ref b2);
            Add(-factors[19], a1, b1, ref a3, ref b3);
            Put(inverse[i + 2], ref a2, ref b2, rows + 32);
            Add(-factors[35], a2, b2, ref a3, ref b3);
            Put(inverse[i + 3], ref a3, ref b3, rows + 48);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float factor, Vector256<float> near, Vector256<float> far, ref Vector256<float> a, ref Vector256<float> b)
    {
        var all = Vector256.Create(factor);
        a = Vector256.MultiplyAddEstimate(all, near, a);
        b = Vector256.MultiplyAddEstimate(all, far, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float scale, ref Vector256<float> a, ref Vector256<float> b, float* row)
    {
        a *= Vector256.Create(scale);
        b *= Vector256.Create(scale);
        a.Store(row);
        b.Store(row + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Forward(float* diagonal, float* inverse, float* x)
    {
        var z = stackalloc float[Size];
        for (var i = 0; i < Size; i++)
        {
            z[i] = x[i] * inverse[i];
            Lanes.AddScaled(-z[i], diagonal + (Size * i), x);
        }

        for (var i = 0; i < Size; i++) x[i] = z[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SubtractProducts(float* tile, float* x, float* from)
    {
        for (var k = 0; k < Size; k++) from[k] -= Lanes.Dot(tile + (Size * k), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Backward(float* diagonal, float* inverse, float* x)
    {
        for (var i = Size - 1; i >= 0; i--)
        {
            x[i] *= inverse[i];
            for (var k = 0; k < i; k++) x[k] -= diagonal[(Size * k) + i] * x[i];
        }
    }
}
