using Curation.Core.Catalog;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>The centre of a genre as the suggester takes it.</summary>
/// <param name="Genre">The genre, whose own tracks count too.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tracks">Tracks at its centre.</param>
/// <param name="Artists">Artists at its centre.</param>
/// <param name="Tags">Tags at its centre; a genre of that name counts as the tag.</param>
public sealed record GenreSeed(GenreId Genre, string Name, IReadOnlyList<TrackId> Tracks, IReadOnlyList<ArtistId> Artists, IReadOnlyList<string> Tags)
{
    /// <summary>The seed of a genre.</summary>
    public static GenreSeed Of(Genre genre)
    {
        ArgumentNullException.ThrowIfNull(genre);
        return new GenreSeed(genre.Id, genre.Name, genre.SeedTracks, genre.SeedArtists, genre.SeedTags);
    }
}
