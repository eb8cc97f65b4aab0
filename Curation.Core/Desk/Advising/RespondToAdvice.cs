using Curation.Core.Auditing.Advising;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Advising;

/// <summary>Records what becomes of a piece of advice, and puts it away afterwards.</summary>
public sealed class RespondToAdvice(Store store)
{
    private static readonly string[] Responding = [Roles.Reviewer, Roles.Admin];

    /// <summary>Accepts it, in part or not, with a reason that the adviser reads.</summary>
    public Task Run(Actor actor, int id, AdviceResponse response, string reason, CancellationToken cancel = default) => store.Write(actor, Responding, async write =>
    {
        var advice = await Find(write, id);
        advice.Respond(response, reason, actor.Person, write.Now);
        await write.Log("advice.respond", $"share:{advice.Share}", $"advice {id}, {response}: {advice.Reason}");
    }, cancel);

    /// <summary>Closes it; refused while it has no recorded response.</summary>
    public Task Close(Actor actor, int id, CancellationToken cancel = default) => store.Write(actor, Responding, async write =>
    {
        var advice = await Find(write, id);
        advice.Close(actor.Person, write.Now);
        await write.Log("advice.close", $"share:{advice.Share}", $"advice {id}");
    }, cancel);

    private static async Task<Advice> Find(Write write, int id) =>
        await write.Db.Advice.SingleOrDefaultAsync(row => row.Id == id, write.Cancel) ?? throw new RefusedException("There is no such advice; nothing was changed.");
}
