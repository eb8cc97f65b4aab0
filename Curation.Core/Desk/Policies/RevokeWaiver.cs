using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Policies;

/// <summary>Takes a waiver back before its end.</summary>
public sealed class RevokeWaiver(Store store)
{
    /// <summary>From now on the finding counts again.</summary>
    public Task Run(Actor actor, int id, CancellationToken cancel = default) => store.Write(actor, [Roles.Reviewer, Roles.Admin], async write =>
    {
        var waiver = await write.Db.Waivers.SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw new RefusedException("There is no such waiver; nothing was changed.");
        waiver.Revoke(actor.Person, write.Now);
        write.Changed(waiver.Playlist);
        await write.Log("waiver.revoke", $"playlist:{waiver.Playlist}", $"waiver {id} of {waiver.Key}");
    }, cancel);
}
