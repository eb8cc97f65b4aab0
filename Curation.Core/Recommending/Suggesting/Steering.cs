using Curation.Core.Catalog;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>What editors told the engine of one playlist beside its pool.</summary>
public sealed record Steering
{
    /// <summary>Nothing.</summary>
    public static Steering None { get; } = new();

    /// <summary>More like these tracks, in the pool or not.</summary>
    public IReadOnlyList<TrackId> MoreLike { get; init; } = [];

    /// <summary>Less of these artists.</summary>
    public IReadOnlyList<ArtistId> LessOf { get; init; } = [];

    /// <summary>Tracks refused for this playlist: what is more like them than like the pool counts less.</summary>
    public IReadOnlyList<TrackId> Refused { get; init; } = [];
}
