using Curation.Core.Catalog;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>What keeps a track from being among the candidates.</summary>
public enum AbsenceCause
{
    /// <summary>Nothing: it is among them.</summary>
    None,

    /// <summary>The catalogue does not hold it.</summary>
    NotInCatalogue,

    /// <summary>It is in the pool already.</summary>
    InPool,

    /// <summary>It is left out whatever speaks for it: refused, or used elsewhere.</summary>
    Excluded,

    /// <summary>A filter does not let it through.</summary>
    Filtered,

    /// <summary>No source but popularity has anything to say for it.</summary>
    NothingSpeaks,

    /// <summary>Enough others score better.</summary>
    Outranked,

    /// <summary>It scores well enough, but the pool and the candidates have as many tracks by its artist as can stand apart.</summary>
    Crowding,
}

/// <summary>What speaks for tracks.</summary>
public enum SourceKind
{
    /// <summary>The factorisation.</summary>
    Factorisation,

    /// <summary>The neighbours.</summary>
    Neighbours,

    /// <summary>The learned order of all recommenders' candidates.</summary>
    Ranking,

    /// <summary>The genre's seed itself.</summary>
    Seed,

    /// <summary>The words of the need.</summary>
    Need,

    /// <summary>What editors steer by: more like, less of, refused.</summary>
    Steering,

    /// <summary>What everybody plays.</summary>
    Popularity,
}

/// <summary>What one source adds to a score.</summary>
/// <param name="Source">The source.</param>
/// <param name="Mine">What it adds to the track asked about.</param>
/// <param name="Last">What it adds to the last candidate; 0 where there is none.</param>
public sealed record AbsencePart(SourceKind Source, double Mine, double Last);

/// <summary>Why a track is not among the candidates.</summary>
/// <param name="Track">The track asked about.</param>
/// <param name="Cause">What keeps it down.</param>
/// <param name="Rank">The place it has, or would have if it were not left out, from 1; 0 where it has none.</param>
/// <param name="Score">Its score.</param>
/// <param name="Needed">The score of the last candidate, which it would have had to beat; null where there is room.</param>
/// <param name="Last">The last candidate.</param>
/// <param name="Parts">Its score source by source, beside the last candidate's; each column adds up to its score.</param>
/// <param name="KnownToModel">Whether the trained models know the track.</param>
public sealed record Absence(
    TrackId Track, AbsenceCause Cause, int Rank, double Score, double? Needed, TrackId? Last, IReadOnlyList<AbsencePart> Parts, bool KnownToModel)
{
    /// <summary>The section among whose candidates the place counts; null where the request has no shares.</summary>
    public CandidateSection? Section { get; init; }

    internal static Absence Of(TrackId track, AbsenceCause cause) => new(track, cause, 0, 0, null, null, [], false);
}
