using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Evaluating.Tuning;

/// <summary>How settings are searched.</summary>
public sealed record TuningOptions
{
    /// <summary>Time for all recommenders together. A try that has begun is finished; none is begun that would not be done in time. Default 10 minutes.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Settings that a round begins with, the one in force included. Default 9, from 1 to 1000.</summary>
    [Range(1, 1000)]
    public int Candidates { get; init; } = 9;

    /// <summary>Rounds at most, where time allows. Default 4, from 1 to 1000.</summary>
    [Range(1, 1000)]
    public int Rounds { get; init; } = 4;

    /// <summary>One of so many settings goes on, to so many times the evidence. Default 3, from 2 to 10.</summary>
    [Range(2, 10)]
    public int Keep { get; init; } = 3;

    /// <summary>Fewer training rows than this are not learned from, unless there are no more. Default 500, from 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int FewestRows { get; init; } = 500;

    /// <summary>Rows of the validation part that are tested at most. Default 2000, from 1 to 10,000,000.</summary>
    [Range(1, 10_000_000)]
    public int MostTested { get; init; } = 2000;

    /// <summary>The k of the NDCG that decides. Default 20, from 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int CutOff { get; init; } = 20;

    /// <summary>Seed of the settings and of the rows that are drawn. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Throws where a value is out of its range.</summary>
    public TuningOptions Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        if (Budget <= TimeSpan.Zero) throw new ValidationException("The time for tuning must be above 0.");
        return this;
    }
}
