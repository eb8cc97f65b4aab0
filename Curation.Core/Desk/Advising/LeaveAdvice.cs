using Curation.Core.Auditing.Advising;
using Curation.Core.Auditing.Figures;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Impact;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Advising;

/// <summary>An adviser says what they think of what is shared with them; the one thing that an adviser can do here.</summary>
public sealed class LeaveAdvice(Store store)
{
    /// <summary>Leaves advice on the whole, or on one figure of it, and returns its id.</summary>
    public Task<int> Run(Actor actor, int share, MeasureKey? figure, string text, CancellationToken cancel = default) => store.Write(actor, [Roles.Adviser], async write =>
    {
        var shared = await write.Db.AdviserShares.SingleOrDefaultAsync(row => row.Id == share && row.Adviser == actor.Person, cancel);
        if (shared is null || !shared.IsOpen(write.Now)) throw new RefusedException("This is not shared with you, or not any more. Your advice was not left; ask who shared it with you.");
        if (figure is not null && !await Has(write, shared, figure)) throw new RefusedException("What is shared with you has no such figure. Your advice was not left.");
        var advice = new Advice(share, figure?.ToString() ?? "", text, actor.Person, write.Now);
        write.Db.Advice.Add(advice);
        await write.Db.SaveChangesAsync(cancel);
        await write.Log("advice.leave", $"share:{share}", $"advice {advice.Id}{(figure is null ? "" : $" on {figure}")}");
        return advice.Id;
    }, cancel);

    private static async Task<bool> Has(Write write, AdviserShare share, MeasureKey figure)
    {
        if (share.Assessment is { } id) return (await write.Db.Assessments.SingleAsync(row => row.Id == id, write.Cancel)).Find(figure) is not null;
        var evidence = await write.Db.ImpactAnswers.Where(row => row.Version == share.Impact).Select(row => row.Evidence).ToListAsync(write.Cancel);
        if (evidence.SelectMany(linked => linked).Any(linked => linked.Key == figure)) return true;
        var impact = await write.Db.ImpactVersions.SingleAsync(row => row.Id == share.Impact, write.Cancel);
        return (await write.Db.NewestAssessment(impact.Playlist, write.Cancel, impact.PutAt))?.Find(figure) is not null;
    }
}
