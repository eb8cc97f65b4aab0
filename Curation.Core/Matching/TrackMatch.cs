using Curation.Core.Catalog;

namespace Curation.Core.Matching;

/// <summary>How far a match can be trusted.</summary>
public enum MatchVerdict
{
    /// <summary>It can be taken without a look.</summary>
    Sure,

    /// <summary>Somebody should look at it.</summary>
    Check,

    /// <summary>The catalogue holds nothing like it.</summary>
    NotFound,
}

/// <summary>A track of the catalogue that may be meant.</summary>
/// <param name="Track">The track.</param>
/// <param name="Confidence">From 0 to 1; an order, not a probability.</param>
/// <param name="Because">Why, in words.</param>
public sealed record MatchCandidate(TrackId Track, double Confidence, string Because);

/// <summary>What became of a line.</summary>
/// <param name="Wanted">The line.</param>
/// <param name="Verdict">How far the first candidate can be trusted.</param>
/// <param name="Candidates">Tracks that may be meant, the best first.</param>
/// <param name="Because">Why the verdict is what it is, in words.</param>
public sealed record TrackMatch(WantedTrack Wanted, MatchVerdict Verdict, IReadOnlyList<MatchCandidate> Candidates, string Because);
