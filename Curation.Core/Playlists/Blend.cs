using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Playlists;

/// <summary>The recipe that makes one listener's list from the pool. Every value takes part in the hash of what it makes.</summary>
public sealed record Blend
{
    /// <summary>Tracks in a list. Default 50, from 1 to 500.</summary>
    [Range(1, 500)]
    public int Size { get; init; } = 50;

    /// <summary>Weight of the editor's order against the listener's taste: 1 is the editor alone, 0 the listener alone. Default 0.5.</summary>
    [Range(0.0, 1.0)]
    public double EditorialWeight { get; init; } = 0.5;

    /// <summary>Share of the list that comes from outside the pool, as the engine's discovery. Default 0.1, from 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double DiscoveryShare { get; init; } = 0.1;

    /// <summary>Least distance in positions between two tracks that share a credited artist; 1 lets neighbours share one. Default 5, from 1 to 50.</summary>
    [Range(1, 50)]
    public int ArtistSeparation { get; init; } = 5;

    /// <summary>When true the list is cut short rather than break the separation; when false the rule gives way and the slot says so. Default false.</summary>
    public bool SeparationIsHard { get; init; }

    /// <summary>Whether explicit tracks may be on the list. Default true.</summary>
    public bool AllowExplicit { get; init; } = true;

    /// <summary>Weight of calibration: how much the mix of genres on a list follows the mix in its listener's history (Steck 2018), against the score. Null or 0 is the score alone; up to 1.</summary>
    [Range(0.0, 1.0)]
    public double? Calibration { get; init; }

    /// <summary>Groups that are to have a least share of every list; null asks for none.</summary>
    public ExposureGoal? Exposure { get; init; }

    /// <summary>Seed of tie-breaking; part of the recipe so that the same inputs give the same bytes. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Throws where a value is out of its range.</summary>
    public Blend Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        Exposure?.Checked();
        return this;
    }
}
