namespace Curation.Core.Recommending;

/// <summary>How the rows of a half-sweep are solved. All three go towards the same solution; they differ in how far one sweep gets and what it costs.</summary>
public enum FactorisationSolver
{
    /// <summary>Every row's normal equations to the end, by Cholesky (Hu, Koren, Volinsky 2008).</summary>
    Exact,

    /// <summary>A few steps of conjugate gradients from the row's last vector (Takács, Pilászy, Tikk 2011).</summary>
    ConjugateGradients,

    /// <summary>One Newton step for each block of factors in turn, from the row's last vector (iALS++: Rendle, Krichene, Zhang, Koren 2021).</summary>
    Subspaces,
}
