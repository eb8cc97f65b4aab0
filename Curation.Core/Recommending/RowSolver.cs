using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Solves one row's normal equations against fixed vectors of the other side; holds the memory for it. One thread at a time.</summary>
internal abstract class RowSolver(NormalEquations equations)
{
    /// <summary>What all rows share.</summary>
    protected NormalEquations Equations => equations;

    /// <summary>The fixed vectors.</summary>
    protected DenseMatrix Others => equations.Others;

    /// <summary>Length of a vector with its padding.</summary>
    protected int Width => equations.Others.Stride;

    /// <summary>A solver of the kind that the options ask for.</summary>
    public static RowSolver For(NormalEquations equations) => equations.Options.Solver switch
    {
        FactorisationSolver.Exact => new ExactSolver(equations),
        FactorisationSolver.ConjugateGradients => new ConjugateGradientSolver(equations),
        _ => new SubspaceSolver(equations),
    };

    /// <summary>Replaces a row's last vector by its next one. A row without pairs, or one that rounding leaves no solution, becomes zeros.</summary>
    /// <param name="columns">The row's pairs.</param>
    /// <param name="confidences">What they mean.</param>
    /// <param name="x">Its vector.</param>
    /// <param name="upcoming">The pairs of the row after it, to be fetched towards the cache while this one is solved.</param>
    public void Solve(ReadOnlySpan<int> columns, Confidences confidences, Span<float> x, ReadOnlySpan<int> upcoming = default)
    {
        if (columns.Length == 0) x.Clear();
        else Solve(columns, confidences, equations.Pull(columns.Length), x, upcoming);
        if (!float.IsFinite(System.Numerics.Tensors.TensorPrimitives.Sum<float>(x))) x.Clear();
    }

    /// <summary>Does it for a row that has pairs.</summary>
    protected abstract void Solve(ReadOnlySpan<int> columns, Confidences confidences, float pull, Span<float> x, ReadOnlySpan<int> upcoming);
}
