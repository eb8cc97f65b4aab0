using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Solves one row's normal equations against fixed vectors of the other side; holds the memory for it. One thread at a time.</summary>
/// <remarks>
/// (a0 Y^T Y + sum_i c_i y_i y_i^T + lambda I) x = sum_i c_i y_i, with weight a0 on every pair and c_i more on those observed
/// (Hu, Koren, Volinsky 2008, eq. 4, in the form of Rendle, Krichene, Zhang, Koren 2021, eq. 3).
/// </remarks>
internal sealed unsafe class RowSolver
{
    private const int PanelRows = 64;
    private const int Ahead = 16;

    private readonly DenseMatrix others;
    private readonly DenseMatrix panel;
    private readonly DenseMatrix work;
    private readonly DenseMatrix vectors;
    private readonly int width;

    public RowSolver(DenseMatrix others)
    {
        this.others = others;
        width = others.Stride;
        panel = new(PanelRows, width);
        work = new(width, width);
        vectors = new(3, width);
    }

    /// <summary>Writes x for the observed columns and their confidences. <paramref name="prior"/> is a0 Y^T Y.</summary>
    public void Solve(ReadOnlySpan<int> columns, ReadOnlySpan<float> confidences, DenseMatrix prior, float lambda, Span<float> x)
    {
        Factor(columns, confidences, prior, lambda);
        Finish(x);
    }

    /// <summary>Solves with the factor that the last <see cref="Solve"/> left behind, for another right-hand side.</summary>
    public void SolveAgain(ReadOnlySpan<float> b, Span<float> x)
    {
        b.CopyTo(vectors.PaddedRow(0));
        Finish(x);
    }

    private void Factor(ReadOnlySpan<int> columns, ReadOnlySpan<float> confidences, DenseMatrix prior, float lambda)
    {
        prior.All.CopyTo(work.All);
        var right = vectors.PaddedRow(0);
        right.Clear();
        var a = work.Start;
        for (var i = 0; i < width; i++) a[((nint)i * width) + i] += lambda;
        for (var first = 0; first < columns.Length; first += PanelRows)
        {
            var count = Math.Min(PanelRows, columns.Length - first);
            Gather(columns, confidences, first, count);
            SymmetricUpdate.Add(panel.Start, width, count, a);
        }

        Cholesky.Factor(a, width, vectors.Start + (2 * width));
    }

    /// <summary>Packs rows scaled by the root of their confidence, so that the update stays symmetric, and sums the right-hand side on the way.</summary>
    private void Gather(ReadOnlySpan<int> columns, ReadOnlySpan<float> confidences, int first, int count)
    {
        var right = vectors.Start;
        for (var k = 0; k < count; k++)
        {
            if (first + k + Ahead < columns.Length) Prefetch(columns[first + k + Ahead]);
            var source = others.Start + ((nint)columns[first + k] * width);
            var target = panel.Start + ((nint)k * width);
            var root = MathF.Sqrt(confidences[first + k]);
            var scale = Vector512.Create(root);
            for (var j = 0; j < width; j += DenseMatrix.Lane)
            {
                var scaled = Vector512.Load(source + j) * scale;
                scaled.Store(target + j);
                Vector512.MultiplyAddEstimate(scaled, scale, Vector512.Load(right + j)).Store(right + j);
            }
        }
    }

    private void Prefetch(int row)
    {
        if (!Sse.IsSupported) return;
        var source = others.Start + ((nint)row * width);
        for (var j = 0; j < width; j += DenseMatrix.Lane) Sse.Prefetch0(source + j);
    }

    private void Finish(Span<float> x)
    {
        Cholesky.Solve(work.Start, width, vectors.Start + (2 * width), vectors.Start, vectors.Start + width);
        vectors.PaddedRow(1)[..x.Length].CopyTo(x);
    }
}
