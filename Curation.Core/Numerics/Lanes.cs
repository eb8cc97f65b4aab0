using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Curation.Core.Numerics;

/// <summary>What is done with sixteen floats at a time, on 512-bit vectors or on pairs of 256-bit ones.</summary>
internal static unsafe class Lanes
{
    private const int Lane = DenseMatrix.Lane;

    /// <summary>target += scale x source, sixteen floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(float scale, float* source, float* target)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512.MultiplyAddEstimate(Vector512.Create(scale), Vector512.Load(source), Vector512.Load(target)).Store(target);
            return;
        }

        var by = Vector256.Create(scale);
        Vector256.MultiplyAddEstimate(by, Vector256.Load(source), Vector256.Load(target)).Store(target);
        Vector256.MultiplyAddEstimate(by, Vector256.Load(source + 8), Vector256.Load(target + 8)).Store(target + 8);
    }

    /// <summary>target = scale x source, sixteen floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scale(float scale, float* source, float* target)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            (Vector512.Create(scale) * Vector512.Load(source)).Store(target);
            return;
        }

        var by = Vector256.Create(scale);
        (by * Vector256.Load(source)).Store(target);
        (by * Vector256.Load(source + 8)).Store(target + 8);
    }

    /// <summary>The sum of products of sixteen floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(float* a, float* b) =>
        Vector256.Sum(Vector256.MultiplyAddEstimate(Vector256.Load(a), Vector256.Load(b), Vector256.Load(a + 8) * Vector256.Load(b + 8)));

    /// <summary>target += sign x (coefficients^T panel): the rows of a panel of 16 columns, each times its coefficient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Combine(float* panel, float* coefficients, int count, float* target, float sign)
    {
        if (Vector512.IsHardwareAccelerated) Combine512(panel, coefficients, count, target, sign);
        else Combine256(panel, coefficients, count, target, sign);
    }

    /// <summary>products[k] = the sum over blocks of row k times v, for panels whose blocks lie <paramref name="step"/> floats apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Products(float* panel, nint step, int blocks, float* v, int count, float* products)
    {
        if (Vector512.IsHardwareAccelerated) Products512(panel, step, blocks, v, count, products);
        else Products256(panel, step, blocks, v, count, products);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Products512(float* panel, nint step, int blocks, float* v, int count, float* products)
    {
        var k = 0;
        for (; k + 4 <= count; k += 4, panel += 4 * Lane)
        {
            Vector512<float> s0 = Vector512<float>.Zero, s1 = s0, s2 = s0, s3 = s0;
            var at = panel;
            for (nint j = 0; j < blocks; j++, at += step)
            {
                var by = Vector512.Load(v + (j * Lane));
                s0 = Vector512.MultiplyAddEstimate(Vector512.Load(at), by, s0);
                s1 = Vector512.MultiplyAddEstimate(Vector512.Load(at + Lane), by, s1);
                s2 = Vector512.MultiplyAddEstimate(Vector512.Load(at + (2 * Lane)), by, s2);
                s3 = Vector512.MultiplyAddEstimate(Vector512.Load(at + (3 * Lane)), by, s3);
            }

            Sums(s0.GetLower() + s0.GetUpper(), s1.GetLower() + s1.GetUpper(), s2.GetLower() + s2.GetUpper(), s3.GetLower() + s3.GetUpper()).Store(products + k);
        }

        for (; k < count; k++, panel += Lane)
        {
            var sum = Vector512<float>.Zero;
            for (nint j = 0; j < blocks; j++) sum = Vector512.MultiplyAddEstimate(Vector512.Load(panel + (j * step)), Vector512.Load(v + (j * Lane)), sum);
            products[k] = Sums(sum.GetLower() + sum.GetUpper(), Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero)[0];
        }
    }

    /// <summary>The sums of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Sums(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        var (e, f, g, h) = (a.GetLower() + a.GetUpper(), b.GetLower() + b.GetUpper(), c.GetLower() + c.GetUpper(), d.GetLower() + d.GetUpper());
        return Sse3.IsSupported
            ? Sse3.HorizontalAdd(Sse3.HorizontalAdd(e, f), Sse3.HorizontalAdd(g, h))
            : Vector128.Create(Vector128.Sum(e), Vector128.Sum(f), Vector128.Sum(g), Vector128.Sum(h));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Products256(float* panel, nint step, int blocks, float* v, int count, float* products)
    {
        for (var k = 0; k < count; k++, panel += Lane)
        {
            var (near, far) = (Vector256<float>.Zero, Vector256<float>.Zero);
            for (nint j = 0; j < blocks; j++)
            {
                near = Vector256.MultiplyAddEstimate(Vector256.Load(panel + (j * step)), Vector256.Load(v + (j * Lane)), near);
                far = Vector256.MultiplyAddEstimate(Vector256.Load(panel + (j * step) + 8), Vector256.Load(v + (j * Lane) + 8), far);
            }

            products[k] = Vector256.Sum(near + far);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Combine512(float* panel, float* coefficients, int count, float* target, float sign)
    {
        Vector512<float> s0 = Vector512<float>.Zero, s1 = s0, s2 = s0, s3 = s0;
        var k = 0;
        for (; k + 4 <= count; k += 4, panel += 4 * Lane)
        {
            s0 = Vector512.MultiplyAddEstimate(Vector512.Create(coefficients[k]), Vector512.Load(panel), s0);
            s1 = Vector512.MultiplyAddEstimate(Vector512.Create(coefficients[k + 1]), Vector512.Load(panel + Lane), s1);
            s2 = Vector512.MultiplyAddEstimate(Vector512.Create(coefficients[k + 2]), Vector512.Load(panel + (2 * Lane)), s2);
            s3 = Vector512.MultiplyAddEstimate(Vector512.Create(coefficients[k + 3]), Vector512.Load(panel + (3 * Lane)), s3);
        }

        for (; k < count; k++, panel += Lane) s0 = Vector512.MultiplyAddEstimate(Vector512.Create(coefficients[k]), Vector512.Load(panel), s0);
        Vector512.MultiplyAddEstimate(Vector512.Create(sign), (s0 + s1) + (s2 + s3), Vector512.Load(target)).Store(target);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Combine256(float* panel, float* coefficients, int count, float* target, float sign)
    {
        Vector256<float> s0 = Vector256<float>.Zero, s1 = s0, t0 = s0, t1 = s0;
        var k = 0;
        for (; k + 2 <= count; k += 2, panel += 2 * Lane)
        {
            var (first, second) = (Vector256.Create(coefficients[k]), Vector256.Create(coefficients[k + 1]));
            s0 = Vector256.MultiplyAddEstimate(first, Vector256.Load(panel), s0);
            t0 = Vector256.MultiplyAddEstimate(first, Vector256.Load(panel + 8), t0);
            s1 = Vector256.MultiplyAddEstimate(second, Vector256.Load(panel + Lane), s1);
            t1 = Vector256.MultiplyAddEstimate(second, Vector256.Load(panel + Lane + 8), t1);
        }

        if (k < count)
        {
            s0 = Vector256.MultiplyAddEstimate(Vector256.Create(coefficients[k]), Vector256.Load(panel), s0);
            t0 = Vector256.MultiplyAddEstimate(Vector256.Create(coefficients[k]), Vector256.Load(panel + 8), t0);
        }

        var by = Vector256.Create(sign);
        Vector256.MultiplyAddEstimate(by, s0 + s1, Vector256.Load(target)).Store(target);
        Vector256.MultiplyAddEstimate(by, t0 + t1, Vector256.Load(target + 8)).Store(target + 8);
    }
}
