using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Suggestions;

/// <summary>Takes back what the engine was told of a playlist.</summary>
public sealed class TakeBackSteer(Store store)
{
    /// <summary>Takes it back; what is already gone stays gone.</summary>
    public Task Run(Actor actor, int steer, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        var found = await write.Db.Steers.SingleOrDefaultAsync(row => row.Id == steer, cancel);
        if (found is null) return;
        write.Db.Steers.Remove(found);
        await write.Log("candidates.unsteer", $"playlist:{found.Playlist}", $"steer {steer} taken back");
    }, cancel);
}
