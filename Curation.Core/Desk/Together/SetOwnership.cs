using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Together;

/// <summary>Hands a playlist over, or says who may edit it directly. Its owner may, and an admin where the owner has left.</summary>
public sealed class SetOwnership(Store store)
{
    /// <summary>Sets owner and openness.</summary>
    public Task Run(Actor actor, PlaylistId id, PersonId owner, Openness openness, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor, Roles.Admin], async write =>
    {
        var playlist = await write.Db.Playlists.SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw new RefusedException("There is no such playlist.");
        if (actor != Actor.Console && playlist.Owner != actor.Person) await MustBeAdmin(write);
        if (owner != playlist.Owner && !(await ReadColleagues.In(write.Db, cancel)).Exists(person => person.Id == owner && person.IsEditor))
            throw new RefusedException("Only an editor can own a playlist. Nothing was changed.");
        if (owner != playlist.Owner) await StaysInvolved(write, playlist);
        playlist.Belongs(owner, openness);
        write.Changed(id);
        await write.Log("playlist.own", $"playlist:{id}", openness == Openness.OthersSuggest ? "others suggest" : "every editor edits");
    }, cancel);

    /// <summary>Handing a playlist over buys nobody a say about it.</summary>
    private static async Task StaysInvolved(Write write, Playlist playlist)
    {
        if (playlist.Owner != PersonId.Console && await write.Db.PlaylistAuthors.FindAsync([playlist.Id, playlist.Owner], write.Cancel) is null)
            write.Db.PlaylistAuthors.Add(new PlaylistAuthor(playlist.Id, playlist.Owner));
    }

    private static async Task MustBeAdmin(Write write)
    {
        try
        {
            await Authority.Require(write.Db, write.Actor, [Roles.Admin], write.Now, write.Cancel);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException("Only its owner, or an admin, says who may edit this playlist. Nothing was changed.", refused);
        }
    }
}
