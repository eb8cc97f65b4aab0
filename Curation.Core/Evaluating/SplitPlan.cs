using System.ComponentModel.DataAnnotations;
using Curation.Core.Listening;

namespace Curation.Core.Evaluating;

/// <summary>What is held out.</summary>
public enum SplitKind
{
    /// <summary>A random share of each row's tracks.</summary>
    Random,

    /// <summary>The last days: of listeners what is new to them then, of lists their ends.</summary>
    Time,

    /// <summary>A random share of rows, which training never sees: a part of each is folded in (strong generalisation).</summary>
    NewRows,

    /// <summary>A random share of tracks, which training never sees with anyone.</summary>
    ColdTracks,

    /// <summary>Lists, the last ones where they have days: to be continued from their first tracks (RecSys Challenge 2018; Zamani, Schedl, Lamere, Chen 2019).</summary>
    Continuation,
}

/// <summary>How evidence is parted into training and test. The same plan parts the same evidence in the same way.</summary>
public sealed record SplitPlan
{
    /// <summary>What is held out. Default random.</summary>
    public SplitKind Kind { get; init; }

    /// <summary>How much: of each row's tracks, of days, of rows, of tracks, or of lists' days (of lists, where they have none). Default 0.2, between 0 and 1.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double Share { get; init; } = 0.2;

    /// <summary>How much of a row that is new to training is to be found, the rest being folded in; for lists its end. Default 0.2, between 0 and 1.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double HeldOut { get; init; } = 0.2;

    /// <summary>From how many first tracks a list is continued, one test for each. Default 1, 5, 10 and 25.</summary>
    public IReadOnlyList<int> Given { get; init; } = [1, 5, 10, 25];

    /// <summary>Whether only cold tracks are ranked for cold tracks, rather than all. Default true.</summary>
    public bool OnlyColdCandidates { get; init; } = true;

    /// <summary>Days after which a play or list counts half where what comes before a day is trained on; 0 where age does not matter. Default 0.</summary>
    [Range(0.0, 36_500.0)]
    public double HalfLife { get; init; }

    /// <summary>Seed of what is drawn. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Parts the evidence: one split, or one for each number of first tracks; all of them share one training part.</summary>
    /// <exception cref="ArgumentException">The evidence cannot be parted in this way; the message says why.</exception>
    /// <exception cref="ValidationException">A share is not between 0 and 1.</exception>
    public IReadOnlyList<Split> Part(Observations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        observations = observations with { Ageing = EvidenceWeights.Plain with { HalfLife = HalfLife } };
        return Kind switch
        {
            SplitKind.Time => [TimeSplit.Of(observations, Share, HeldOut)],
            SplitKind.Continuation => ContinuationSplit.Of(observations, Share, Given, Seed),
            _ => [OfMatrix(observations.Matrix()) with { Facts = observations.Facts }],
        };
    }

    private Split OfMatrix(ListeningMatrix matrix) => Kind switch
    {
        SplitKind.NewRows => Split.NewRows(matrix, Share, HeldOut, Seed),
        SplitKind.ColdTracks => Split.ColdTracks(matrix, Share, OnlyColdCandidates, Seed),
        _ => Split.Random(matrix, Share, Seed),
    };
}
