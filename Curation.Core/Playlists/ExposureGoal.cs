using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Playlists;

/// <summary>How the places of a list are kept for the groups of an exposure goal. The numbers are stored in drafts and never change.</summary>
public enum ExposureMethod
{
    /// <summary>Every prefix of k places has at least floor(k · share) of each group (DetConstSort; Geyik et al. 2019).</summary>
    Prefixes = 1,

    /// <summary>Every prefix has so many of each group that a fair draw with its share would rarely have fewer in any of them (FA*IR with the significance adjusted for as many tests as there are places; Zehlike et al. 2017).</summary>
    FairDraw = 2,

    /// <summary>Each place is kept for one group or none, by chance of the listener's id: over all listeners every place is a group's with exactly its share, even where that is too small for one list, and the places of one list are spread evenly.</summary>
    OverListeners = 3,
}

/// <summary>The least share of the places of a list that a group is to have.</summary>
/// <param name="Group">The group, as the dimension names it.</param>
/// <param name="Share">0 to 1.</param>
public readonly record struct GroupShare(string Group, double Share);

/// <summary>A part of the recipe: which groups of artists or tracks are to have at least which shares of every list, as far as the allowed tracks reach.</summary>
public sealed record ExposureGoal
{
    /// <summary>The dimension that tells the groups apart, such as "gender".</summary>
    public required string Dimension { get; init; }

    /// <summary>The groups with a least share; together at most 1.</summary>
    public ImmutableArray<GroupShare> Shares { get; init; } = [];

    /// <summary>How places are kept. Default: prefixes.</summary>
    public ExposureMethod Method { get; init; } = ExposureMethod.Prefixes;

    /// <summary>How rarely a fair draw may have fewer anywhere on the list, for the fair draw. Default 0.1, from 0.001 to 0.5.</summary>
    [Range(0.001, 0.5)]
    public double Significance { get; init; } = 0.1;

    /// <summary>Throws where a value is out of its range.</summary>
    /// <exception cref="RefusedException">The shares are not shares of one whole, or name a group twice.</exception>
    public ExposureGoal Checked()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        if (string.IsNullOrWhiteSpace(Dimension)) throw new RefusedException("An exposure goal names a dimension, such as gender; the recipe was kept as it was.");
        if (!Enum.IsDefined(Method)) throw new RefusedException("That is no way to keep places for groups; the recipe was kept as it was.");
        if (Shares.Any(share => string.IsNullOrWhiteSpace(share.Group) || !(share.Share >= 0 && share.Share <= 1))) throw new RefusedException("Each group of an exposure goal has a share from 0 to 100 %; the recipe was kept as it was.");
        if (Shares.DistinctBy(share => share.Group, StringComparer.Ordinal).Count() < Shares.Length) throw new RefusedException("An exposure goal names each group once; the recipe was kept as it was.");
        if (Shares.Sum(share => share.Share) > 1 + 1e-9) throw new RefusedException($"The least shares of the groups add up to {Shares.Sum(share => share.Share):P0}, which is more than the whole list; the recipe was kept as it was.");
        return this;
    }

    /// <inheritdoc/>
    public bool Equals(ExposureGoal? other) =>
        other is not null && Dimension == other.Dimension && Method == other.Method && Significance.Equals(other.Significance) && Shares.AsSpan().SequenceEqual(other.Shares.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimension, Method, Shares.Length);
}
