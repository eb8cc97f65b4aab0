using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Takes one Newton step for each block of factors in turn, from a row's last vector; with one block for all factors it is the exact solution.</summary>
/// <remarks>Rendle, Krichene, Zhang, Koren 2021, "iALS++: Speeding up matrix factorization with subspace optimization", algorithm 2, a row at a time.</remarks>
internal sealed unsafe class SubspaceSolver : RowSolver
{
    private readonly PackedRow row;
    private readonly int tilesAtOnce;
    private readonly DenseMatrix work;
    private readonly DenseMatrix step;
    private readonly DenseMatrix inverse;
    private readonly DenseMatrix solution;
    private float[] errors = [];

    public SubspaceSolver(NormalEquations equations)
        : base(equations)
    {
        tilesAtOnce = Math.Min(Width, DenseMatrix.Padded(equations.Options.SubspaceSize)) / Tile.Size;
        row = new(equations.Others);
        work = UpperTiles.Room(tilesAtOnce * Tile.Size);
        step = new(1, tilesAtOnce * Tile.Size);
        inverse = new(1, tilesAtOnce * Tile.Size);
        solution = new(1, Width);
    }

    /// <inheritdoc/>
    protected override void Solve(ReadOnlySpan<int> columns, Confidences confidences, float pull, Span<float> x, ReadOnlySpan<int> upcoming)
    {
        if (errors.Length < columns.Length) errors = new float[columns.Length * 2];
        x.CopyTo(solution.All);
        row.Begin(columns, confidences.Roots, upcoming);
        row.Errors(solution.Start, confidences.Wanted, errors);
        for (var first = 0; first < Width / Tile.Size; first += tilesAtOnce)
        {
            var tiles = Math.Min(tilesAtOnce, (Width / Tile.Size) - first);
            Gather(first, tiles, pull);
            Cholesky.Factor(work.Start, tiles * Tile.Size, inverse.Start);
            Cholesky.Solve(work.Start, tiles * Tile.Size, inverse.Start, step.Start);
            Kernels.AddScaled(-1, step.All[..(tiles * Tile.Size)], solution.All.Slice(first * Tile.Size, tiles * Tile.Size));
            if (first + tiles < Width / Tile.Size) row.Correct(first, tiles, step.Start, errors);
        }

        solution.All.CopyTo(x);
    }

    /// <summary>The block's second derivative into the work, its first into the step.</summary>
    private void Gather(int first, int tiles, float pull)
    {
        UpperTiles.CopySquare(Equations.Upper.Start, first, tiles, work.Start);
        UpperTiles.AddToDiagonal(work.Start, tiles * Tile.Size, pull);
        step.All.Clear();
        Kernels.AddScaled(pull, solution.All.Slice(first * Tile.Size, tiles * Tile.Size), step.All[..(tiles * Tile.Size)]);
        Equations.AddPrior(solution.Start, first, tiles, step.Start);
        row.AddSquare(first, tiles, errors, work.Start, step.Start);
    }
}
