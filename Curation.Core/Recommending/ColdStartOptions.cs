using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Recommending;

/// <summary>How vectors are inferred from traits.</summary>
public sealed record ColdStartOptions
{
    /// <summary>Strength of the pull of a trait's vector towards zero. Default 0.3, from 0.000001 to 1,000,000.</summary>
    [Range(1e-6, 1e6)]
    public double Regularisation { get; init; } = 0.3;

    /// <summary>Listeners from which a track's own vector is used; with fewer it is inferred. Default 2, from 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int FewestListeners { get; init; } = 2;

    /// <summary>Listeners at which a trained vector counts half as much as one of very many, in learning what traits mean. Default 10, from 0 to 1,000,000.</summary>
    [Range(0.0, 1e6)]
    public double HalfTrusted { get; init; } = 10;

    /// <summary>Steps of the solver at most. Default 100, from 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int Steps { get; init; } = 100;

    /// <summary>Threads to train on; 0 is one for each processor. Default 0, from 0 to 1024. The result is the same for any number.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }

    /// <summary>Throws where a value is out of its range.</summary>
    public ColdStartOptions Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        return this;
    }
}
