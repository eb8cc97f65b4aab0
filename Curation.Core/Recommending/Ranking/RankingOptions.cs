using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Recommending.Ranking;

/// <summary>How several recommenders' candidates are put into one order.</summary>
public sealed record RankingOptions
{
    /// <summary>Candidates taken from each recommender. Default 100, from 1 to 200.</summary>
    [Range(1, 200)]
    public int CandidatesEach { get; init; } = 100;

    /// <summary>Trees that are learned. Default 100, from 1 to 1000.</summary>
    [Range(1, 1000)]
    public int Trees { get; init; } = 100;

    /// <summary>Leaves of each tree. Default 8, from 2 to 256.</summary>
    [Range(2, 256)]
    public int Leaves { get; init; } = 8;

    /// <summary>How much of each tree is taken. Default 0.1, from 0.001 to 1.</summary>
    [Range(1e-3, 1.0)]
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Fewest candidates that a leaf may stand on. Default 100, from 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int LeastPerLeaf { get; init; } = 100;

    /// <summary>Runs of learning, each with a seed of its own, whose mean ranks: steadier where evidence is thin. Default 3, from 1 to 100.</summary>
    [Range(1, 100)]
    public int Runs { get; init; } = 3;

    /// <summary>Listeners and lists that all lessons together learn from at most, chosen by the seed; each takes about 50 KB. Default 4,000, from 1 to 50,000.</summary>
    [Range(1, 50_000)]
    public int MostRows { get; init; } = 4_000;

    /// <summary>Found pairs below which nothing is learned and ranks are fused instead. Default 200, from 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int LeastFound { get; init; } = 200;

    /// <summary>Seed of the choice of rows and of the trees. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Throws where a value is out of its range.</summary>
    public RankingOptions Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        return this;
    }
}
