using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Recommending;

/// <summary>How a listener's plays count when tracks are compared.</summary>
public enum NeighboursWeighting
{
    /// <summary>By their logarithm.</summary>
    Cosine,

    /// <summary>By their logarithm, and less for a listener of many tracks.</summary>
    TfIdf,

    /// <summary>As <see cref="TfIdf"/>, saturating, and less for a track of many plays.</summary>
    Bm25,
}

/// <summary>How neighbours of tracks are found.</summary>
public sealed record NeighboursOptions
{
    /// <summary>Neighbours kept for each track. Default 100, from 1 to 1000.</summary>
    [Range(1, 1000)]
    public int Count { get; init; } = 100;

    /// <summary>How plays count. Default <see cref="NeighboursWeighting.TfIdf"/>.</summary>
    public NeighboursWeighting Weighting { get; init; } = NeighboursWeighting.TfIdf;

    /// <summary>How slowly plays saturate, k1 of BM25. Default 1.2, from 0 (any number counts as one) to 1000.</summary>
    [Range(0.0, 1000.0)]
    public double Saturation { get; init; } = 1.2;

    /// <summary>How much a track's plays are counted against it, b of BM25. Default 0.75, from 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double LengthShare { get; init; } = 0.75;

    /// <summary>Average listeners added to the cosine's denominator, so that tracks with little evidence are not called alike too easily. Default 10, from 0 to 1,000,000.</summary>
    [Range(0.0, 1e6)]
    public double Shrinkage { get; init; } = 10;

    /// <summary>A row counts with at most this many tracks, the heaviest ones: a listener who heard everything says little, at the square of the cost. Default 2000, from 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int LongestRow { get; init; } = 2000;

    /// <summary>How much of popularity is mixed into the scores, to order what has no neighbours. Default 0.001, from 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double PopularityShare { get; init; } = 0.001;

    /// <summary>Threads to train on; 0 is one for each processor. Default 0, from 0 to 1024. The result is the same for any number.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }

    /// <summary>Throws where a value is out of its range.</summary>
    public NeighboursOptions Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        if (!Enum.IsDefined(Weighting)) throw new ValidationException($"There is no weighting {Weighting}.");
        return this;
    }

    /// <summary>The weight of plays: sub-linear, 1 for a single play, and never so small that a product of two vanishes.</summary>
    internal static float Weight(float plays) => plays < 0 ? 0 : (float)Math.Max(1e-6, Math.Log2(1 + (double)plays));
}
