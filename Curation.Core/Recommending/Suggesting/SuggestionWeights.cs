using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>How much each source counts. The weights of the sources that have something to say are scaled to add up to 1, so that a score stays on one scale.</summary>
/// <remarks>
/// Every source is brought to a common scale by one linear map: its raw score divided by the best raw score it gives to any track outside the pool, filters aside.
/// So 1 is the best match which that source knows, 0 is no match, and below zero speaks against. Being linear, the map carries a raw score's parts over to the reasons unchanged in proportion.
/// </remarks>
public sealed record SuggestionWeights
{
    /// <summary>Fold-in of the pool into the factorisation. Default 0.30.</summary>
    [Range(0.0, 1.0)]
    public double Factorisation { get; init; } = 0.30;

    /// <summary>Neighbours of the pool's tracks. Default 0.15.</summary>
    [Range(0.0, 1.0)]
    public double Neighbours { get; init; } = 0.15;

    /// <summary>The learned order of all recommenders' candidates for the pool, where one was learned. Default 0.30.</summary>
    [Range(0.0, 1.0)]
    public double Ranking { get; init; } = 0.30;

    /// <summary>Tracks, artists and tags of the genre's seed themselves, while the pool says nothing. Default 0.30.</summary>
    [Range(0.0, 1.0)]
    public double Seed { get; init; } = 0.30;

    /// <summary>Words of the need beside a pool or a seed. Default 0.20.</summary>
    [Range(0.0, 1.0)]
    public double Need { get; init; } = 0.20;

    /// <summary>Words of the need while neither pool nor seed says anything; the tracks they fit best then stand for a pool before the models, too. Default 0.60.</summary>
    [Range(0.0, 1.0)]
    public double NeedAlone { get; init; } = 0.60;

    /// <summary>What everybody plays, as a light prior: ln(1 + plays) / ln(1 + most plays). Default 0.05.</summary>
    [Range(0.0, 1.0)]
    public double Popularity { get; init; } = 0.05;

    /// <summary>Likeness to the tracks that an editor wants more like. Default 0.25.</summary>
    [Range(0.0, 1.0)]
    public double MoreLike { get; init; } = 0.25;

    /// <summary>What is taken off the tracks most like the refused ones. Default 0.20.</summary>
    [Range(0.0, 1.0)]
    public double Refused { get; init; } = 0.20;

    /// <summary>What is taken off every track of an artist of whom an editor wants less. Default 0.30.</summary>
    [Range(0.0, 1.0)]
    public double LessOf { get; init; } = 0.30;
}
