using Curation.Core.Catalog;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>A track that the engine proposes, with its score and the reasons that add up to it.</summary>
/// <param name="Track">The track.</param>
/// <param name="Score">About 0 to 1: 1 would be the best match of every source at once.</param>
/// <param name="Reasons">The largest first, <see cref="ReasonKind.Others"/> last; their amounts add up to the score within 1e-6.</param>
/// <param name="Tier">How much the track is played.</param>
public sealed record Suggestion(TrackId Track, double Score, IReadOnlyList<Reason> Reasons, PopularityTier Tier)
{
    /// <summary>Whether too few have heard the track to place it, so that its place was inferred from artist, genres, tags and sound.</summary>
    public bool Inferred { get; init; }

    /// <summary>What it would bring to the pool.</summary>
    public CandidateSection Section { get; init; }

    /// <summary>The score and its largest reasons in hundredths, rounded so that what is shown adds up to the score that is shown.</summary>
    public ShownReasons Shown(int most = 3) => ShownReasons.Of(this, most);
}
