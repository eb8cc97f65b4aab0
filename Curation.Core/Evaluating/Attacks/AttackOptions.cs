using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Evaluating.Attacks;

/// <summary>How an attack fills hostile profiles around the track it pushes.</summary>
public enum AttackKind
{
    /// <summary>With tracks drawn as ordinary listeners have them, by popularity.</summary>
    Average,

    /// <summary>With the most popular tracks.</summary>
    Bandwagon,
}

/// <summary>How hard an attack is.</summary>
public sealed record AttackOptions
{
    /// <summary>Hostile rows as a share of the genuine ones. Default 0.01, above 0 to 1.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double Share { get; init; } = 0.01;

    /// <summary>Tracks that are pushed for each tier and kind of attack, each in a training of its own. Default 3, from 1 to 1000.</summary>
    [Range(1, 1000)]
    public int Targets { get; init; } = 3;

    /// <summary>Genuine rows that are learned from at most; of more, a random sample with its share of hostile rows. Default 20,000, from 1 to 100,000,000.</summary>
    [Range(1, 100_000_000)]
    public int MostRows { get; init; } = 20_000;

    /// <summary>Genuine rows that the tracks are ranked for at most. Default 1000, from 1 to 10,000,000.</summary>
    [Range(1, 10_000_000)]
    public int MostTested { get; init; } = 1_000;

    /// <summary>Seed of what is drawn. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Throws where a value is out of its range.</summary>
    public AttackOptions Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        return this;
    }
}
