using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Listening;

/// <summary>How much a play counts as evidence: the less the older it is, and against the track where it was skipped. Training, previews and publishing weigh alike.</summary>
/// <remarks>Age counts back from a moment that is stored with the model, never from a clock, so that the same plays and the same model always give the same lists.</remarks>
public sealed record EvidenceWeights
{
    private const double Day = 86_400_000;

    /// <summary>Every play counts 1 at any age, and skips count nothing.</summary>
    public static EvidenceWeights Plain { get; } = new() { HalfLife = 0, Skip = 0 };

    /// <summary>Days after which a play counts half. Default 30, from 0 (age does not matter) to 36,500.</summary>
    [Range(0.0, 36_500.0)]
    public double HalfLife { get; init; } = 30;

    /// <summary>How many plays of the same age one skip takes back. Default 0.25, from 0 (skips count nothing) to 10.</summary>
    [Range(0.0, 10.0)]
    public double Skip { get; init; } = 0.25;

    /// <summary>The moment age counts back from, Unix time in milliseconds: that of the newest play a model learned from. What came later is as good as new.</summary>
    public long AsOf { get; init; } = ListeningLog.NoTime;

    /// <summary>The weight of so many plays at a time, or below zero of so many skips; 0 is no evidence. Without a time, plays do not age.</summary>
    public float Of(float plays, long at) => (float)(plays * (plays < 0 ? Skip : 1) * Fading(at));

    /// <summary>Throws where a value is out of its range.</summary>
    public EvidenceWeights Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        return this;
    }

    private double Fading(long at) =>
        HalfLife == 0 || at == ListeningLog.NoTime || at >= AsOf ? 1 : Math.Pow(2, -((double)AsOf - at) / (Day * HalfLife));
}
