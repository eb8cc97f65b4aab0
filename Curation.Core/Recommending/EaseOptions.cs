using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Recommending;

/// <summary>How many plays of a track by one listener count.</summary>
public enum PlayWeighting
{
    /// <summary>As one, however many they are.</summary>
    Binary,

    /// <summary>As log2(1 + plays): 1 for a single play, sub-linear.</summary>
    Logarithmic,

    /// <summary>As log2(1 + plays), divided by its root mean square over the tracks of the listener: heavy listeners weigh no more than others.</summary>
    Levelled,
}

/// <summary>How the weights of <see cref="Ease"/> are learned.</summary>
public sealed record EaseOptions
{
    /// <summary>Strength of the pull towards zero, lambda. Default 30, from 0 to 1,000,000,000.</summary>
    /// <remarks>Each track is pulled with at least a hundred-thousandth of the largest diagonal element, so that tracks heard by the very same listeners do not make the system singular.</remarks>
    [Range(0.0, 1e9)]
    public double Regularisation { get; init; } = 30;

    /// <summary>Share of every history that is hidden while learning, so that a track is not predicted by what merely comes with it. Default 0.7, from 0 to 0.9.</summary>
    [Range(0.0, 0.9)]
    public double Dropout { get; init; } = 0.7;

    /// <summary>How plays count, in training and in a history. Default <see cref="PlayWeighting.Levelled"/>.</summary>
    public PlayWeighting Weighting { get; init; } = PlayWeighting.Levelled;

    /// <summary>Weights kept for each track of a history, the largest in size; 0 keeps all of them. Default 500, from 0 to 100,000.</summary>
    [Range(0, 100_000)]
    public int Kept { get; init; } = 500;

    /// <summary>Tracks with evidence that are trained at most: memory grows with their square, 0.8 GB for 20,000. Default 20,000, from 1 to 65,000.</summary>
    [Range(1, 65_000)]
    public int MostTracks { get; init; } = 20_000;

    /// <summary>Tracks on which the sparse trainer regresses a track, the ones heard with it most. Default 100, from 1 to 2000.</summary>
    [Range(1, 2000)]
    public int Neighbourhood { get; init; } = 100;

    /// <summary>How much of popularity is mixed into the scores, to order what no weight reaches. Default 0.001, from 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double PopularityShare { get; init; } = 0.001;

    /// <summary>Threads to train on; 0 is one for each processor. Default 0, from 0 to 1024. The result is the same for any number.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }

    /// <summary>Throws where a value is out of its range.</summary>
    public EaseOptions Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        if (!Enum.IsDefined(Weighting)) throw new ValidationException($"There is no weighting {Weighting}.");
        return this;
    }

    /// <summary>The weight of plays, above 0.</summary>
    internal float Weight(float plays) => Weighting == PlayWeighting.Binary ? 1 : NeighboursOptions.Weight(plays);

    /// <summary>What the weights of one listener are multiplied by.</summary>
    internal float Scale(ReadOnlySpan<float> plays)
    {
        if (Weighting != PlayWeighting.Levelled) return 1;
        var (squares, count) = (0.0, 0);
        foreach (var value in plays)
        {
            if (value <= 0) continue;
            squares += (double)Weight(value) * Weight(value);
            count++;
        }

        return count == 0 ? 1 : (float)Math.Sqrt(count / squares);
    }
}
