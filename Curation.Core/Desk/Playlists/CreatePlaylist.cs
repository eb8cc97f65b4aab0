using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Playlists;

/// <summary>Starts a playlist from a listener's need.</summary>
public sealed class CreatePlaylist(Store store)
{
    /// <summary>Makes a playlist with an empty pool and returns it.</summary>
    public Task<PlaylistId> Run(Actor actor, string title, string need = "", GenreId? seed = null, CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Editor], write => In(write, new Draft { Title = "Untitled" }.Apply(new DraftEdit.Describe(title, need, seed), actor.Person, write.Now)), cancel);

    /// <summary>Makes a playlist of a whole draft inside a write that is under way.</summary>
    public static async Task<PlaylistId> In(Write write, Draft draft)
    {
        var playlist = new Playlist(await FreeSlug(write, Slug.Of(draft.Title)), write.Actor.Person, write.Now);
        write.Db.Playlists.Add(playlist);
        await write.Db.SaveChangesAsync(write.Cancel);
        await SaveDraft.In(write, playlist, head: null, draft, "started");
        await write.Log("playlist.create", $"playlist:{playlist.Id}", draft.Title);
        return playlist.Id;
    }

    private static async Task<string> FreeSlug(Write write, string wanted)
    {
        var taken = await write.Db.Playlists.Where(playlist => playlist.Slug.StartsWith(wanted)).Select(playlist => playlist.Slug).ToListAsync(write.Cancel);
        if (!taken.Contains(wanted, StringComparer.Ordinal)) return wanted;
        for (var i = 2; ; i++)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{i}");
            if (!taken.Contains(candidate, StringComparer.Ordinal)) return candidate;
        }
    }
}
