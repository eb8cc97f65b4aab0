namespace Curation.Core.Recommending;

/// <summary>How a whole model is trained.</summary>
public sealed record ModelOptions
{
    /// <summary>The factorisation's options.</summary>
    public FactorisationOptions Factorisation { get; init; } = new();

    /// <summary>The neighbours' options.</summary>
    public NeighboursOptions Neighbours { get; init; } = new();

    /// <summary>What shows in the result: everything but the number of threads.</summary>
    internal ModelOptions WithoutThreads() =>
        this with { Factorisation = Factorisation with { Threads = 0 }, Neighbours = Neighbours with { Threads = 0 } };
}
