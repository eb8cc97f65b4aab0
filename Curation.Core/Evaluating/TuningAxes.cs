using Curation.Core.Recommending;

namespace Curation.Core.Evaluating;

/// <summary>What is varied for each recommender.</summary>
public static class TuningAxes
{
    /// <summary>The factorisation's.</summary>
    public static IReadOnlyList<TuningAxis> Factorisation { get; } =
    [
        new("factors", 16, 256, options => options.Factorisation.Factors, (options, value) => options with { Factorisation = options.Factorisation with { Factors = (int)value } }, Step: 16) { UpToTracks = true },
        new("regularisation", 0.01, 10, options => options.Factorisation.Regularisation, (options, value) => options with { Factorisation = options.Factorisation with { Regularisation = value } }),
        new("unobserved weight", 0.005, 1, options => options.Factorisation.UnobservedWeight, (options, value) => options with { Factorisation = options.Factorisation with { UnobservedWeight = value } }),
        new("confidence growth", 0.05, 10, options => options.Factorisation.ConfidenceGrowth, (options, value) => options with { Factorisation = options.Factorisation with { ConfidenceGrowth = value } }),
    ];

    /// <summary>Those of sparse EASE.</summary>
    public static IReadOnlyList<TuningAxis> Ease { get; } =
    [
        new("pull", 1, 3000, options => options.Ease.Regularisation, (options, value) => options with { Ease = options.Ease with { Regularisation = value } }),
    ];

    /// <summary>The neighbours'.</summary>
    public static IReadOnlyList<TuningAxis> Neighbours { get; } =
    [
        new("neighbours", 10, 500, options => options.Neighbours.Count, (options, value) => options with { Neighbours = options.Neighbours with { Count = (int)value } }, Step: 10) { UpToTracks = true },
        new("shrinkage", 0.1, 1000, options => options.Neighbours.Shrinkage, (options, value) => options with { Neighbours = options.Neighbours with { Shrinkage = value } }),
    ];
}
