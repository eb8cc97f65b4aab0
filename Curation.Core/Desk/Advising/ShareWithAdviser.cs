using Curation.Core.Auditing.Advising;
using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Impact;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Advising;

/// <summary>Lets an adviser read one assessment or one impact report until a day.</summary>
public sealed class ShareWithAdviser(Store store)
{
    private static readonly string[] Sharing = [Roles.Reviewer, Roles.Admin];

    /// <summary>Shares a measured assessment and returns the share's id.</summary>
    public Task<int> Assessment(Actor actor, PersonId adviser, int assessment, DateTimeOffset until, string message = "", CancellationToken cancel = default) => store.Write(actor, Sharing, async write =>
    {
        var playlist = await write.Db.Assessments.Where(row => row.Id == assessment).Select(row => (PlaylistId?)row.Playlist).SingleOrDefaultAsync(cancel)
            ?? throw new RefusedException("There is no such assessment; nothing was shared.");
        return await Add(write, new AdviserShare(adviser, assessment, null, message, until, actor.Person, write.Now), StartImpact.Subject(playlist), $"assessment {assessment}");
    }, cancel);

    /// <summary>Shares an impact report that was put to signature and returns the share's id.</summary>
    public Task<int> Impact(Actor actor, PersonId adviser, int version, DateTimeOffset until, string message = "", CancellationToken cancel = default) => store.Write(actor, Sharing, async write =>
    {
        var impact = await write.FindImpact(version);
        if (impact.State == ImpactState.Answering) throw new RefusedException("It is still being answered, so there is nothing fixed to share. Put it to signature first.");
        return await Add(write, new AdviserShare(adviser, null, version, message, until, actor.Person, write.Now), StartImpact.Subject(impact.Playlist), $"impact version {impact.Number}");
    }, cancel);

    /// <summary>Ends a share before its time; what was advised stays.</summary>
    public Task End(Actor actor, int share, CancellationToken cancel = default) => store.Write(actor, Sharing, async write =>
    {
        var row = await write.Db.AdviserShares.SingleOrDefaultAsync(candidate => candidate.Id == share, cancel) ?? throw new RefusedException("Nothing of that kind is shared; nothing was changed.");
        row.End(actor.Person, write.Now);
        await write.Log("advice.unshare", $"share:{share}", $"person:{row.Adviser}");
    }, cancel);

    private static async Task<int> Add(Write write, AdviserShare share, string subject, string what)
    {
        await Authority.Require(write.Db, new Actor(share.Adviser), [Roles.Adviser], write.Now, write.Cancel, "That person is no adviser, or is locked out. Nothing was shared; an admin gives the role under People.");
        if (await write.Db.AdviserShares.AnyAsync(row => row.Adviser == share.Adviser && row.Assessment == share.Assessment && row.Impact == share.Impact && row.EndedAt == null && row.Until > write.Now, write.Cancel))
            throw new RefusedException("It is shared with that adviser already; nothing was changed. End that share first to set another day.");
        write.Db.AdviserShares.Add(share);
        await write.Db.SaveChangesAsync(write.Cancel);
        await write.Log("advice.share", subject, FormattableString.Invariant($"{what} with person:{share.Adviser} until {share.Until:yyyy-MM-dd}, share {share.Id}"));
        return share.Id;
    }
}
