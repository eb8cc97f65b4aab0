using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Impact;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Advising;

/// <summary>What an adviser reads: one shared thing and what they said about it.</summary>
/// <param name="Row">What is shared.</param>
/// <param name="Impact">The impact report; null where an assessment is shared.</param>
/// <param name="Assessment">The figures: those that are shared, or the newest of when the report was put to signature; null where nothing was measured.</param>
/// <param name="Advice">The adviser's own advice, the oldest first.</param>
public sealed record SharedView(ShareRow Row, ImpactView? Impact, Assessment? Assessment, IReadOnlyList<AdviceRow> Advice);

/// <summary>Reads what is shared with an adviser, and nothing else; the role and the share are looked up again on every read.</summary>
public sealed class ReadShared(Store store)
{
    /// <summary>What is shared with the actor now, the newest first.</summary>
    public Task<IReadOnlyList<ShareRow>> For(Actor actor, CancellationToken cancel = default) => store.Read(async db =>
    {
        await Authority.Require(db, actor, [Roles.Adviser], store.Now, cancel);
        var now = store.Now;
        return await ReadAdvice.ShareRows(db, db.AdviserShares.Where(row => row.Adviser == actor.Person && row.EndedAt == null && row.Until > now), cancel);
    }, cancel);

    /// <summary>One shared thing, or null where it is not shared with the actor now.</summary>
    public Task<SharedView?> Find(Actor actor, int share, CancellationToken cancel = default) => store.Read(async db =>
    {
        await Authority.Require(db, actor, [Roles.Adviser], store.Now, cancel);
        var now = store.Now;
        if ((await ReadAdvice.ShareRows(db, db.AdviserShares.Where(row => row.Id == share && row.Adviser == actor.Person && row.EndedAt == null && row.Until > now), cancel)).SingleOrDefault() is not { } row) return null;
        var advice = await ReadAdvice.Rows(db, db.Advice.Where(given => given.Share == share), cancel);
        if (row.Share.Impact is { } version)
        {
            var put = await db.ImpactVersions.Where(candidate => candidate.Id == version).Select(candidate => candidate.PutAt).SingleAsync(cancel);
            var impact = await ReadImpact.View(db, version, now, put ?? now, cancel);
            var shown = impact is null ? null : await ForOutside(db, impact, cancel);
            return new SharedView(row, shown, shown?.Measured, advice);
        }

        return new SharedView(row, null, (await db.Assessments.SingleAsync(candidate => candidate.Id == row.Share.Assessment, cancel)).ForOutside(), advice);
    }, cancel);

    /// <summary>The report without what was computed from too few: neither in its figures nor in the evidence of its answers, each by the assessment that it was measured in.</summary>
    private static async Task<ImpactView> ForOutside(CurationDb db, ImpactView impact, CancellationToken cancel)
    {
        var linked = impact.Answers.Values.SelectMany(answer => answer.Evidence).Select(evidence => evidence.Assessment).Distinct().ToList();
        var measured = (await db.Assessments.Where(row => linked.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.ForOutside());
        return impact with
        {
            Measured = impact.Measured?.ForOutside(),
            Answers = impact.Answers.ToDictionary(pair => pair.Key, pair => pair.Value.ForOutside(evidence => Seen(evidence, measured.GetValueOrDefault(evidence.Assessment)))),
        };
    }

    private static double? Seen(Evidence evidence, Assessment? measured) => measured?.Find(evidence.Key) is { } figure && !OutsideFigures.IsHidden(figure) ? evidence.Value : null;
}
