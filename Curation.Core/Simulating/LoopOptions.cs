using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Simulating;

/// <summary>How listeners and the model go round in the feedback-loop laboratory. The same options, listeners and recipes give the same curves.</summary>
public sealed record LoopOptions
{
    /// <summary>Weeks to simulate; after each the model is trained anew. Default 12, from 1 to 104.</summary>
    [Range(1, 104)]
    public int Weeks { get; init; } = 12;

    /// <summary>Tracks that each listener plays in a week. Default 20, from 1 to 200.</summary>
    [Range(1, 200)]
    public int Choices { get; init; } = 20;

    /// <summary>Share of choices that come from habit, in proportion to what was played before; the others come from the list that is shown. Default 0.4, from 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double Habit { get; init; } = 0.4;

    /// <summary>How strongly a listener's own taste decides among what is shown: a track weighs exp(pickiness · score), the score by a model of the listening before the first week, and 1 / log2(place + 1) for its place. Default 4, from 0 (place alone) to 20.</summary>
    [Range(0.0, 20.0)]
    public double Pickiness { get; init; } = 4;

    /// <summary>Length of the vectors of the models that are trained. Default 32, from 8 to 128.</summary>
    [Range(8, 128)]
    public int Factors { get; init; } = 32;

    /// <summary>Seed of all choices. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Throws where a value is out of its range.</summary>
    public LoopOptions Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        return this;
    }
}
