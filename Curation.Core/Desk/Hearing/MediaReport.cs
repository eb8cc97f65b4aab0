using Curation.Core.Catalog;
using Curation.Core.Presenting;

namespace Curation.Core.Desk.Hearing;

/// <summary>What the last scan found.</summary>
/// <param name="Folder">The folder; null where none is set.</param>
/// <param name="At">When it was scanned.</param>
/// <param name="Took">How long it took.</param>
/// <param name="FileCount">Sound files in it.</param>
/// <param name="Refused">Links that lead elsewhere and were not followed.</param>
/// <param name="Matches">Which file belongs to which track, and what belongs to none.</param>
/// <param name="Previews">Addresses of previews, of tracks that have one.</param>
/// <param name="PreviewsPlayed">How many of them are at hosts that may be played.</param>
/// <param name="Problem">Why the folder could not be read; null where it could.</param>
public sealed record MediaReport(
    string? Folder,
    DateTimeOffset At,
    TimeSpan Took,
    int FileCount,
    int Refused,
    MediaMatches Matches,
    IReadOnlyDictionary<TrackId, string> Previews,
    int PreviewsPlayed,
    string? Problem);
