using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Genres;

/// <summary>Gives a genre another name.</summary>
public sealed class RenameGenre(Store store, CurrentModel current)
{
    /// <summary>Renames the genre as it stood at <paramref name="version"/>.</summary>
    /// <exception cref="RefusedException">The name is empty, too long or taken, or somebody else changed the genre; nothing was changed.</exception>
    public async Task Run(Actor actor, GenreId id, int version, string name, CancellationToken cancel = default)
    {
        await store.Write(actor, [Roles.Admin], async write =>
        {
            var genre = await GenreNames.Known(write, id, version);
            var before = genre.Name;
            genre.Rename(await GenreNames.Free(write, name, except: id));
            await write.Log("genre.rename", $"genre:{id}", $"from \"{before}\" to \"{genre.Name}\"");
        }, cancel);
        await current.Refresh(cancel);
    }
}
