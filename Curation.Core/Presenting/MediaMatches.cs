using Curation.Core.Catalog;

namespace Curation.Core.Presenting;

/// <summary>Files and tracks that may belong together, but not clearly enough to play one for the other.</summary>
/// <param name="Files">The files.</param>
/// <param name="Tracks">The tracks.</param>
/// <param name="Because">Why nobody can tell.</param>
public sealed record MediaDoubt(IReadOnlyList<string> Files, IReadOnlyList<TrackId> Tracks, string Because);

/// <summary>Which files of a media folder belong to which tracks.</summary>
/// <param name="Files">The file of each track that has one.</param>
/// <param name="Doubts">What is ambiguous and therefore not matched.</param>
/// <param name="Missing">Paths that tracks name and that are not there.</param>
/// <param name="Unmatched">Files that belong to no track.</param>
public sealed record MediaMatches(IReadOnlyDictionary<TrackId, string> Files, IReadOnlyList<MediaDoubt> Doubts, IReadOnlyDictionary<TrackId, string> Missing, IReadOnlyList<string> Unmatched)
{
    /// <summary>No files and no tracks.</summary>
    public static MediaMatches None { get; } = new(new Dictionary<TrackId, string>(), [], new Dictionary<TrackId, string>(), []);
}
