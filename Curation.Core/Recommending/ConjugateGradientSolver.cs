using System.Numerics.Tensors;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Takes a few steps of conjugate gradients from a row's last vector; a product with the matrix costs two passes over the row's packed vectors and never forms it.</summary>
/// <remarks>Takács, Pilászy, Tikk 2011, "Applications of the conjugate gradient method for implicit feedback collaborative filtering".</remarks>
internal sealed unsafe class ConjugateGradientSolver(NormalEquations equations) : RowSolver(equations)
{
    private readonly PackedRow row = new(equations.Others);
    private readonly DenseMatrix vectors = new(4, equations.Others.Stride);

    /// <inheritdoc/>
    protected override void Solve(ReadOnlySpan<int> columns, Confidences confidences, float pull, Span<float> x, ReadOnlySpan<int> upcoming)
    {
        row.Begin(columns, confidences.Roots, upcoming);
        var residual = vectors.PaddedRow(0);
        var direction = vectors.PaddedRow(1);
        var product = vectors.PaddedRow(2);
        var solution = vectors.PaddedRow(3);
        x.CopyTo(solution);
        Multiply(3, confidences.Wanted, pull);
        TensorPrimitives.Negate(product, residual);
        residual.CopyTo(direction);
        var length = TensorPrimitives.Dot<float>(residual, residual);
        var enough = 1e-12f * length;
        for (var step = 0; step < Equations.Options.ConjugateGradientSteps && length > enough && length > 0; step++)
        {
            Multiply(1, [], pull);
            var along = TensorPrimitives.Dot<float>(direction, product);
            if (!(along > 0)) break;
            Kernels.AddScaled(length / along, direction, solution);
            Kernels.AddScaled(-length / along, product, residual);
            var before = length;
            length = TensorPrimitives.Dot<float>(residual, residual);
            TensorPrimitives.MultiplyAdd(direction, length / before, residual, direction);
        }

        solution.CopyTo(x);
    }

    /// <summary>product = A v - b, where v is one of the vectors and b the sum of the rows times what is wanted of them, if anything.</summary>
    private void Multiply(int v, ReadOnlySpan<float> wanted, float pull)
    {
        TensorPrimitives.Multiply(vectors.PaddedRow(v), pull, vectors.PaddedRow(2));
        Equations.AddPrior(vectors.Start + (v * Width), 0, Width / Tile.Size, vectors.Start + (2 * Width));
        row.AddProducts(vectors.Start + (v * Width), wanted, vectors.Start + (2 * Width));
    }
}
