using System.ComponentModel.DataAnnotations;
using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Core.Desk.Models;

/// <summary>How models are trained here: the section "Curation:Training" of the settings.</summary>
public sealed record TrainingOptions
{
    /// <summary>Whether lists made elsewhere, such as radio programmes, count as evidence beside listeners. Default true.</summary>
    public bool ListsAsEvidence { get; init; } = true;

    /// <summary>Days after which a play counts half. Default 30, from 0 (age does not matter) to 36,500.</summary>
    [Range(0.0, 36_500.0)]
    public double HalfLife { get; init; } = 30;

    /// <summary>How many plays of the same age one skip takes back. Default 0.25, from 0 (skips count nothing) to 10.</summary>
    [Range(0.0, 10.0)]
    public double SkipWeight { get; init; } = 0.25;

    /// <summary>Share of listeners and lists that no model learns from, on which a new model is compared with the one in use. Default 0.02, from 0 (no comparison) to 0.5.</summary>
    [Range(0.0, 0.5)]
    public double HeldBack { get; init; } = 0.02;

    /// <summary>A new model that is worse than the one in use by more than this share is refused, even where chance could explain it. Default 0.1, from 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double Tolerance { get; init; } = 0.1;

    /// <summary>Time of day, by the server's clock, at which a training is queued; a night that was missed is made up for at the next start. Default none.</summary>
    public TimeOnly? Nightly { get; init; }

    /// <summary>How the recommenders learn.</summary>
    public ModelOptions Model { get; init; } = new();

    /// <summary>Throws where a value is out of its range.</summary>
    public TrainingOptions Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        return this;
    }

    /// <summary>How plays weigh that were heard until a moment.</summary>
    internal EvidenceWeights WeightsAsOf(long moment) => new EvidenceWeights { HalfLife = HalfLife, Skip = SkipWeight, AsOf = moment }.Checked();
}
