using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Importing.Lists;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Lists;

/// <summary>Starts a playlist from a list that was matched.</summary>
public sealed class MakeFromList(Store store)
{
    /// <summary>Makes the playlist and returns it.</summary>
    /// <exception cref="RefusedException">The list does not make a playlist; nothing was made.</exception>
    public Task<PlaylistId> Run(Actor actor, GivenList list, string title, IReadOnlyList<Entry> entries, IReadOnlyList<string> missing, CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Editor], async write =>
        {
            var tracks = entries.Select(entry => entry.Track).Distinct().ToList();
            if (await write.Db.Tracks.CountAsync(track => tracks.Contains(track.Id), cancel) != tracks.Count)
                throw new RefusedException("Some of these tracks are not in the catalogue any more; nothing was made. Match the list again.");
            var authors = entries.Select(entry => entry.AddedBy.Value).OfType<string>().Distinct().ToList();
            var known = await write.Db.Users.Where(user => authors.Contains(user.Id)).Select(user => user.Id).ToHashSetAsync(cancel);
            var draft = TakenDraft.Of(list, title, entries, missing, await Seed(write, list, cancel), person => known.Contains(person.Value), actor.Person, write.Now);
            var id = await CreatePlaylist.In(write, draft);
            await write.Log("playlist.import", $"playlist:{id}", $"{draft.Pool.Length} tracks from {list.Format}; who added them and when is as the list says");
            return id;
        }, cancel);

    private static async Task<GenreId?> Seed(Write write, GivenList list, CancellationToken cancel)
    {
        if (list.Seed is not { } name) return null;
        var genre = await write.Db.Genres.Where(row => row.Name == name).Select(row => new { row.Id }).FirstOrDefaultAsync(cancel);
        return genre?.Id;
    }
}
