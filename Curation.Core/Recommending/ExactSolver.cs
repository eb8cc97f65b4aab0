using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Adds up a row's equations from panels of scaled vectors and solves them by Cholesky (Hu, Koren, Volinsky 2008).</summary>
internal sealed unsafe class ExactSolver(NormalEquations equations) : RowSolver(equations)
{
    private const int PanelRows = 64;

    private readonly Panel panel = new(PanelRows, equations.Others.Stride);
    private readonly DenseMatrix work = UpperTiles.Room(equations.Others.Stride);
    private readonly DenseMatrix right = new(1, equations.Others.Stride);
    private readonly DenseMatrix inverse = new(1, equations.Others.Stride);

    /// <summary>Solves with the factor that the last row left behind, for another right-hand side.</summary>
    public void SolveAgain(ReadOnlySpan<float> b, Span<float> x)
    {
        b.CopyTo(right.All);
        Finish(x);
    }

    /// <inheritdoc/>
    protected override void Solve(ReadOnlySpan<int> columns, Confidences confidences, float pull, Span<float> x, ReadOnlySpan<int> upcoming)
    {
        Equations.Upper.All.CopyTo(work.All);
        UpperTiles.AddToDiagonal(work.Start, Width, pull);
        right.All.Clear();
        for (var first = 0; first < columns.Length; first += PanelRows)
        {
            var count = Math.Min(PanelRows, columns.Length - first);
            panel.Gather(Others, columns[first..], confidences.Roots.Slice(first, count));
            var next = first + count < columns.Length ? columns[(first + count)..] : upcoming;
            panel.AddSquareTo(work.Start, Others, next[..Math.Min(PanelRows, next.Length)]);
            panel.Combine(confidences.Wanted[first..], right.Start);
        }

        Cholesky.Factor(work.Start, Width, inverse.Start);
        Finish(x);
    }

    private void Finish(Span<float> x)
    {
        Cholesky.Solve(work.Start, Width, inverse.Start, right.Start);
        right.All[..x.Length].CopyTo(x);
    }
}
