using System.Runtime.Intrinsics;

namespace Curation.Core.Numerics;

/// <summary>Factors symmetric positive definite matrices as U^T U and solves with the factor, in place, 16 rows at a time.</summary>
/// <remarks>Matrices are square with a multiple of 16 rows; only the upper triangle is read. What stands below the diagonal afterwards means nothing.</remarks>
internal static unsafe class Cholesky
{
    private const int Lane = DenseMatrix.Lane;

    /// <summary>Replaces the upper triangle by U and fills <paramref name="inverseDiagonal"/> with 1 / U_ii.</summary>
    /// <remarks>A pivot that rounding has eaten is held at a millionth of its diagonal element, so that huge weights give a damped solution and never NaN.</remarks>
    public static void Factor(float* a, int n, float* inverseDiagonal)
    {
        for (var k = 0; k < n; k++) inverseDiagonal[k] = a[((nint)k * n) + k];
        for (var top = 0; top < n; top += Lane)
        {
            var band = a + ((nint)top * n);
            for (var column = top; top > 0 && column < n; column += Lane)
                Tile.Update(a + top, a + column, n, top, band + column, n, subtract: true);
            FactorDiagonalTile(band + top, n, inverseDiagonal + top);
            for (var column = top + Lane; column < n; column += Lane)
                Eliminate(band + top, band + column, n, inverseDiagonal + top);
        }
    }

    /// <summary>Solves U^T U x = b. <paramref name="b"/> is used up; <paramref name="x"/> may not be the same memory.</summary>
    public static void Solve(float* u, int n, float* inverseDiagonal, float* b, float* x)
    {
        for (var i = 0; i < n; i++)
        {
            var z = b[i] * inverseDiagonal[i];
            x[i] = z;
            var row = u + ((nint)i * n);
            var by = Vector512.Create(-z);
            for (var j = i / Lane * Lane; j < n; j += Lane)
                Vector512.MultiplyAddEstimate(by, Vector512.Load(row + j), Vector512.Load(b + j)).Store(b + j);
        }

        for (var i = 0; i < n; i++) (b[i], x[i]) = (x[i], 0);
        for (var i = n - 1; i >= 0; i--)
        {
            var row = u + ((nint)i * n);
            var sum = Vector512<float>.Zero;
            for (var j = i / Lane * Lane; j < n; j += Lane)
                sum = Vector512.MultiplyAddEstimate(Vector512.Load(row + j), Vector512.Load(x + j), sum);
            x[i] = (b[i] - Vector512.Sum(sum)) * inverseDiagonal[i];
        }
    }

    private static void FactorDiagonalTile(float* tile, int n, float* inverseDiagonal)
    {
        for (var i = 0; i < Lane; i++)
        {
            var row = tile + ((nint)i * n);
            var floor = Math.Max(1e-6f * inverseDiagonal[i], 1e-30f);
            var inverse = 1 / MathF.Sqrt(Math.Max(row[i], floor));
            inverseDiagonal[i] = inverse;
            var scaled = Vector512.Load(row) * Vector512.Create(inverse);
            scaled.Store(row);
            for (var p = i + 1; p < Lane; p++) SubtractRow(row[p], scaled, tile + ((nint)p * n));
        }
    }

    private static void Eliminate(float* diagonal, float* tile, int n, float* inverseDiagonal)
    {
        for (var i = 0; i < Lane; i++)
        {
            var row = tile + ((nint)i * n);
            var factors = diagonal + ((nint)i * n);
            var scaled = Vector512.Load(row) * Vector512.Create(inverseDiagonal[i]);
            scaled.Store(row);
            for (var p = i + 1; p < Lane; p++) SubtractRow(factors[p], scaled, tile + ((nint)p * n));
        }
    }

    private static void SubtractRow(float scale, Vector512<float> source, float* target) =>
        Vector512.MultiplyAddEstimate(Vector512.Create(-scale), source, Vector512.Load(target)).Store(target);
}
