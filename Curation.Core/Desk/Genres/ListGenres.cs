using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Genres;

/// <summary>A genre as a line of a list.</summary>
public sealed record GenreRow(GenreId Id, string Name, int Tracks, int SeedTracks, int SeedArtists, int SeedTags)
{
    /// <summary>Whether its seed names anything.</summary>
    public bool Seeded => SeedTracks + SeedArtists + SeedTags > 0;
}

/// <summary>Reads genres.</summary>
public sealed class ListGenres(Store store)
{
    /// <summary>All genres by name.</summary>
    public async Task<IReadOnlyList<GenreRow>> All(CancellationToken cancel = default)
    {
        var (genres, counts) = await store.Read(async db => (
            await db.Genres.OrderBy(genre => genre.Key).ToListAsync(cancel),
            await db.TrackGenres.GroupBy(row => row.Genre).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel)), cancel);
        return genres.ConvertAll(genre => new GenreRow(
            genre.Id, genre.Name, counts.GetValueOrDefault(genre.Id), genre.SeedTracks.Count, genre.SeedArtists.Count, genre.SeedTags.Count));
    }

    /// <summary>One genre with its seed and its version, or null.</summary>
    public Task<Genre?> Find(GenreId id, CancellationToken cancel = default) => store.Read(db => db.Genres.SingleOrDefaultAsync(genre => genre.Id == id, cancel), cancel);
}
