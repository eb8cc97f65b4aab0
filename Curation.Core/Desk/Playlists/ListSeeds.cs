using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>A genre that a playlist can start from.</summary>
/// <param name="Id">The genre.</param>
/// <param name="Name">Its name.</param>
/// <param name="Seeded">Whether an admin has named its centre.</param>
public sealed record SeedChoice(GenreId Id, string Name, bool Seeded);

/// <summary>Lists the genres that a playlist can start from.</summary>
public sealed class ListSeeds(Store store)
{
    /// <summary>Seeded genres first, then by name.</summary>
    public Task<List<SeedChoice>> All(CancellationToken cancel = default) => store.Read(async db =>
    {
        var genres = await db.Genres.ToListAsync(cancel);
        return genres.Select(genre => new SeedChoice(genre.Id, genre.Name, genre.SeedTracks.Count + genre.SeedArtists.Count + genre.SeedTags.Count > 0))
            .OrderByDescending(choice => choice.Seeded).ThenBy(choice => choice.Name, StringComparer.OrdinalIgnoreCase).ToList();
    }, cancel);
}
