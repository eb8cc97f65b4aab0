using Curation.Core.Recommending.Ranking;

namespace Curation.Core.Recommending;

/// <summary>How a whole model is trained.</summary>
public sealed record ModelOptions
{
    /// <summary>The factorisation's options.</summary>
    public FactorisationOptions Factorisation { get; init; } = new();

    /// <summary>The neighbours' options.</summary>
    public NeighboursOptions Neighbours { get; init; } = new();

    /// <summary>The options of the weights of tracks for tracks.</summary>
    public EaseOptions Ease { get; init; } = new();

    /// <summary>How the recommenders' candidates are put into one order.</summary>
    public RankingOptions Ranking { get; init; } = new();

    /// <summary>What shows in the result: everything but the number of threads.</summary>
    internal ModelOptions WithoutThreads() =>
        this with { Factorisation = Factorisation with { Threads = 0 }, Neighbours = Neighbours with { Threads = 0 }, Ease = Ease with { Threads = 0 } };
}
