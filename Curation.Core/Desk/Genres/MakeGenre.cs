using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Genres;

/// <summary>Makes a genre.</summary>
public sealed class MakeGenre(Store store, CurrentModel current)
{
    /// <summary>Makes a genre with an empty seed and returns it.</summary>
    /// <exception cref="RefusedException">The name is empty, too long or taken; nothing was changed.</exception>
    public async Task<GenreId> Run(Actor actor, string name, CancellationToken cancel = default)
    {
        var made = await store.Write(actor, [Roles.Admin], async write =>
        {
            var genre = new Genre(await GenreNames.Free(write, name));
            write.Db.Genres.Add(genre);
            await write.Db.SaveChangesAsync(cancel);
            await write.Log("genre.make", $"genre:{genre.Id}", genre.Name);
            return genre.Id;
        }, cancel);
        await current.Refresh(cancel);
        return made;
    }
}

/// <summary>Holds what a genre's name must be.</summary>
internal static class GenreNames
{
    public const int Longest = 80;

    /// <summary>The name, once it is known to be fit and free.</summary>
    public static async Task<string> Free(Write write, string name, GenreId? except = null)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > Longest) throw new RefusedException($"A genre needs a name of 1 to {Longest} characters; nothing was changed.");
        var key = ArtistKey.Of(trimmed);
        var taken = await write.Db.Genres.SingleOrDefaultAsync(genre => genre.Key == key, write.Cancel);
        if (taken is not null && taken.Id != except) throw new RefusedException($"There is already a genre \"{taken.Name}\"; nothing was changed. Merge the two if they are one.");
        return trimmed;
    }

    public static async Task<Genre> Known(Write write, GenreId id, int? version = null)
    {
        var genre = await write.Db.Genres.SingleOrDefaultAsync(row => row.Id == id, write.Cancel)
            ?? throw new RefusedException("There is no such genre any more; nothing was changed.");
        return version is null || genre.Version == version
            ? genre
            : throw new RefusedException($"Somebody else has changed \"{genre.Name}\" since you opened it. Nothing of yours was saved; reload to see their version.");
    }
}
