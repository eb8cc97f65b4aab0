using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Suggestions;

/// <summary>Undoes a refusal: the track may be suggested again.</summary>
public sealed class TakeBackRefusal(Store store)
{
    /// <summary>Takes it back; one that is already gone stays gone.</summary>
    public Task Run(Actor actor, int refusal, CancellationToken cancel = default) => store.Write(actor, [Roles.Editor], async write =>
    {
        var found = await write.Db.Refusals.SingleOrDefaultAsync(row => row.Id == refusal, cancel);
        if (found is null) return;
        write.Db.Refusals.Remove(found);
        await write.Log("track.allow", $"track:{found.Track}", $"refusal {refusal} taken back");
    }, cancel);
}
