using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Genres;

/// <summary>Deletes a genre that nothing speaks of.</summary>
public sealed class DeleteGenre(Store store, CurrentModel current)
{
    /// <summary>Deletes it.</summary>
    /// <exception cref="RefusedException">Tracks or drafts still speak of it; nothing was changed.</exception>
    public async Task Run(Actor actor, GenreId id, CancellationToken cancel = default)
    {
        await store.Write(actor, [Roles.Admin], async write =>
        {
            var genre = await GenreNames.Known(write, id);
            var tracks = await write.Db.TrackGenres.CountAsync(row => row.Genre == id, cancel);
            if (tracks > 0) throw new RefusedException($"{tracks} tracks are of the genre \"{genre.Name}\", so it was not deleted. Merge it into another genre instead.");
            var seeded = await MergeGenres.Seeded(write.Db, id).Select(playlist => playlist.Title).FirstOrDefaultAsync(cancel);
            if (seeded is not null) throw new RefusedException($"\"{seeded}\" starts from the genre \"{genre.Name}\", so it was not deleted. Choose another seed there first.");
            var refused = await write.Db.Refusals.CountAsync(refusal => refusal.Genre == id, cancel);
            if (refused > 0) throw new RefusedException($"{refused} tracks are refused for the genre \"{genre.Name}\", so it was not deleted. Take those refusals back, or merge the genre into another one.");
            write.Db.Genres.Remove(genre);
            await write.Log("genre.delete", $"genre:{id}", genre.Name);
        }, cancel);
        await current.Refresh(cancel);
    }
}
