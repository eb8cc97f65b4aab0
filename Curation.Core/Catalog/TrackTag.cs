namespace Curation.Core.Catalog;

/// <summary>A track is of a genre.</summary>
/// <param name="Track">The track.</param>
/// <param name="Genre">The genre.</param>
/// <param name="Position">0 for the main genre.</param>
public sealed record TrackGenre(TrackId Track, GenreId Genre, int Position);

/// <summary>People gave a track a tag so many times.</summary>
/// <param name="Track">The track.</param>
/// <param name="Tag">The tag, folded to lower case.</param>
/// <param name="Count">How many times, at least 1.</param>
public sealed record TrackTag(TrackId Track, string Tag, int Count);
