namespace Curation.Core.Catalog.Versions;

/// <summary>Tracks that are one recording.</summary>
/// <param name="Tracks">The tracks, lowest number first; never empty.</param>
/// <param name="Preferred">The one that people chose to use; null where nobody chose.</param>
/// <param name="Confidence">How sure the least sure of its links is; 1 where people or identifiers say so, or where it is one track alone.</param>
/// <param name="Because">Why, in words.</param>
public sealed record VersionGroup(IReadOnlyList<TrackId> Tracks, TrackId? Preferred, double Confidence, string Because);
