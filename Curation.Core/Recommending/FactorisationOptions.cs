using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Recommending;

/// <summary>How implicit feedback is factorised. Every value but <see cref="Threads"/> shows in the result.</summary>
public sealed record FactorisationOptions
{
    /// <summary>Length of every vector. Default 64, from 1 to 512.</summary>
    [Range(1, 512)]
    public int Factors { get; init; } = 64;

    /// <summary>Sweeps over listeners and then tracks. Default 10, from 1 to 100.</summary>
    [Range(1, 100)]
    public int Iterations { get; init; } = 10;

    /// <summary>How rows are solved. Default <see cref="FactorisationSolver.ConjugateGradients"/>.</summary>
    /// <remarks>Of the three it reached the best NDCG on held-out listening soonest, at 64 and at 128 factors, on HetRec and on ten million invented interactions.</remarks>
    [EnumDataType(typeof(FactorisationSolver))]
    public FactorisationSolver Solver { get; init; } = FactorisationSolver.ConjugateGradients;

    /// <summary>Steps that conjugate gradients take for a row in one half-sweep. Default 3, from 1 to 1000. As many as there are factors solve it exactly, within rounding.</summary>
    [Range(1, 1000)]
    public int ConjugateGradientSteps { get; init; } = 3;

    /// <summary>Factors that a subspace step solves for at once, rounded up to a multiple of 16. Default 32, from 1 to 512.</summary>
    [Range(1, 512)]
    public int SubspaceSize { get; init; } = 32;

    /// <summary>Strength of the pull towards zero. Default 0.25, from 0 to 1000. Too much of it on thin evidence leaves nothing but popularity.</summary>
    /// <remarks>At 0 rows without enough evidence have no unique solution; the pull is then never less than a millionth of the mean diagonal of the unobserved pairs' part.</remarks>
    [Range(0.0, 1e3)]
    public double Regularisation { get; init; } = 0.25;

    /// <summary>How much stronger frequent listeners and tracks are pulled: nu of Rendle et al. 2021. Default 0.5, from 0 (all alike) to 1.</summary>
    /// <remarks>At 1 the best strength depends on the size of the catalogue; at 0.5 one default served from 7,000 tracks to 100,000.</remarks>
    [Range(0.0, 1.0)]
    public double RegularisationExponent { get; init; } = 0.5;

    /// <summary>Weight of a pair that was not observed, alpha0. Default 0.1, from 0.000001 to 10.</summary>
    [Range(1e-6, 10.0)]
    public double UnobservedWeight { get; init; } = 0.1;

    /// <summary>How fast confidence grows with plays: 1 + growth * ln(1 + plays / scale); below one play that of one play in proportion. Default 0.5, from 0 (plays do not matter) to 100.</summary>
    [Range(0.0, 100.0)]
    public double ConfidenceGrowth { get; init; } = 0.5;

    /// <summary>Plays at which confidence starts to flatten. Default 10, from 0.001 to 1,000,000.</summary>
    [Range(1e-3, 1e6)]
    public double ConfidenceScale { get; init; } = 10;

    /// <summary>Weight of a skipped pair in the loss: this + growth * ln(1 + skips / <see cref="ConfidenceScale"/>). Default 0.5, from 0 (skips do not matter) to 100.</summary>
    [Range(0.0, 100.0)]
    public double SkipConfidence { get; init; } = 0.5;

    /// <summary>How fast that weight grows with skips. Default 0.5, from 0 to 100.</summary>
    [Range(0.0, 100.0)]
    public double SkipConfidenceGrowth { get; init; } = 0.5;

    /// <summary>The score that a skipped pair is drawn to. Default 0, from -1 to 0.</summary>
    /// <remarks>0 is the preference of Hu, Koren, Volinsky 2008 for what was not chosen, held with more confidence than for what was never offered. Below 0 what is like a skipped track is pushed away too.</remarks>
    [Range(-1.0, 0.0)]
    public double SkipPreference { get; init; }

    /// <summary>What the confidences of one listener or list may add up to; above it all of them are scaled down alike, in training and when folding in. Default 5000, from 1 to 1,000,000,000 (no cap).</summary>
    /// <remarks>Some three thousand tracks reach the default. It bounds what one hostile or shared account does to the tracks, whatever it plays.</remarks>
    [Range(1.0, 1e9)]
    public double ListenerCap { get; init; } = 5000;

    /// <summary>Seed of the first track vectors. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads to train on; 0 is one for each processor. Default 0, from 0 to 1024. The result is the same for any number.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }

    /// <summary>Throws where a value is out of its range.</summary>
    public FactorisationOptions Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        return this;
    }

    /// <summary>Regularisation of a row with so many observed pairs out of <paramref name="possible"/>.</summary>
    internal float Pull(int observed, int possible) =>
        (float)(Regularisation * Math.Pow(observed + (UnobservedWeight * possible), RegularisationExponent));
}
