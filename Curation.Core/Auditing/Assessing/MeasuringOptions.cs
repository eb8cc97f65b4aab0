using System.ComponentModel.DataAnnotations;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Assessing;

/// <summary>How lists are measured.</summary>
public sealed record MeasuringOptions
{
    /// <summary>What a place weighs. Default log.</summary>
    public PositionWeight Weight { get; init; } = PositionWeight.Log;

    /// <summary>Pairs of dimensions to cross, by name. Default gender by country's region.</summary>
    public IReadOnlyList<(string One, string Other)> Crossed { get; init; } = [(Dimensions.BuiltInDimensions.Gender, Dimensions.BuiltInDimensions.Region)];

    /// <summary>Names of figures, perhaps with stars, whose groups crossings keep apart however small they are. Default none.</summary>
    public IReadOnlyList<MeasureKey> Watched { get; init; } = [];

    /// <summary>How often listeners are drawn anew for intervals. Default 1,000; 0 for none.</summary>
    [Range(0, 10_000)]
    public int Resamples { get; init; } = 1_000;

    /// <summary>Listeners are resampled in at most so many parts, into which they are dealt at random: with more listeners than parts the interval stays what it is, within a few hundredths of its width. Default 1,000.</summary>
    [Range(2, 100_000)]
    public int Parts { get; init; } = 1_000;

    /// <summary>A listener with fewer plays is new. Default 20.</summary>
    [Range(0, 1_000_000)]
    public int NewBelow { get; init; } = 20;

    /// <summary>Share of listeners at either end who are heavy, niche or mainstream. Default 0.2 (Abdollahpouri et al. 2019).</summary>
    [Range(0.0, 0.5)]
    public double Extreme { get; init; } = 0.2;

    /// <summary>Groups of fewer listeners are not called served worst. Default 10.</summary>
    [Range(1, 1_000_000)]
    public int LeastListeners { get; init; } = MinimumCell.Default;

    /// <summary>Seed of what is drawn.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads; 0 is one for each processor. The figures are the same whatever it is. Default 0.</summary>
    public int Threads { get; init; }

    /// <summary>Throws where a value is out of its range.</summary>
    public MeasuringOptions Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        return this;
    }
}
