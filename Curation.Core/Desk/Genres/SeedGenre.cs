using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Genres;

/// <summary>Writes a genre's seed.</summary>
public sealed class SeedGenre(Store store)
{
    /// <summary>Most tracks, artists and tags of one seed, each.</summary>
    public const int Most = 200;

    /// <summary>Replaces the seed of the genre as it stood at <paramref name="version"/>; returns the new version.</summary>
    /// <exception cref="RefusedException">The seed is too large, names what is not there, or somebody else changed the genre; nothing was changed.</exception>
    public Task<int> Run(
        Actor actor, GenreId id, int version, IReadOnlyList<TrackId> tracks, IReadOnlyList<ArtistId> artists, IReadOnlyList<string> tags, CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Admin], async write =>
        {
            if (tracks.Count > Most || artists.Count > Most || tags.Count > Most) throw new RefusedException($"A seed names at most {Most} tracks, {Most} artists and {Most} tags; nothing was changed.");
            var genre = await GenreNames.Known(write, id, version);
            var (knownTracks, knownArtists) = (
                await write.Db.Tracks.CountAsync(row => tracks.Contains(row.Id), cancel),
                await write.Db.Artists.CountAsync(row => artists.Contains(row.Id), cancel));
            if (knownTracks < tracks.Distinct().Count() || knownArtists < artists.Distinct().Count())
                throw new RefusedException("The seed names a track or artist that is not in the catalogue any more; nothing was changed. Reload the page.");
            genre.Seed(tracks, artists, tags);
            await write.Log("genre.seed", $"genre:{id}", $"{genre.SeedTracks.Count} tracks, {genre.SeedArtists.Count} artists, {genre.SeedTags.Count} tags");
            return genre.Version;
        }, cancel);
}
