using Curation.Core.Auditing.Content;
using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Core.Storage;

namespace Curation.Core.Desk.Content;

/// <summary>A finding with what was decided about it.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Decided">What a person decided; null where nobody has yet.</param>
public sealed record JudgedFinding(ContentFinding Finding, ContentMeasure? Decided)
{
    /// <summary>Whether it is no find of a rule but tells of a decision.</summary>
    public bool TellsOfDecision => Finding.Rule == 0;

    /// <summary>Whether it is in the way of publishing: it blocks and nobody has decided, or words that must not stand there still do.</summary>
    public bool Blocks => Finding.Level == ContentLevel.Block && (Decided is null || (Decided == ContentMeasure.Remove && (Finding.IsWritten || Finding.Track is null)));
}

/// <summary>Holds drafts and revisions against the content policy in force.</summary>
public sealed class ContentFindings(Store store, CurrentModel current)
{
    private const int ReportRule = 0;

    /// <summary>The findings of a draft as a page holds it, the gravest first.</summary>
    public async Task<IReadOnlyList<JudgedFinding>> Of(PlaylistId playlist, Draft draft, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var catalogue = (await current.Get(cancel)).Catalogue;
        var now = store.Now;
        var (rules, decisions) = await store.Read(async db => (await ContentRecord.Rules(db, now, cancel), await ContentRecord.Decisions(db, now, cancel)), cancel);
        return await Task.Run(() => Of(playlist, draft, catalogue.Find, rules, decisions, DateOnly.FromDateTime(now.UtcDateTime)), cancel);
    }

    /// <summary>Findings of a revision that are in the way of publishing it; none where it may be published.</summary>
    public static async Task<IReadOnlyList<JudgedFinding>> OpenBlocking(CurationDb db, Revision revision, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return [.. (await Of(db, revision, now, cancel)).Where(finding => finding.Blocks)];
    }

    /// <summary>All findings of a revision by the policy in force at a time, on the facts that the store has.</summary>
    internal static async Task<IReadOnlyList<JudgedFinding>> Of(CurationDb db, Revision revision, DateTimeOffset now, CancellationToken cancel)
    {
        var facts = await ContentRecord.Facts(db, revision.Draft.Pool.Select(entry => entry.Track), cancel);
        return await Of(db, revision.Playlist, revision.Draft, facts.GetValueOrDefault, now, cancel);
    }

    /// <summary>Findings by given rules; of what is live also those in tracks that stand on its lists <paramref name="beyond"/> its pool.</summary>
    internal static IReadOnlyList<JudgedFinding> Of(PlaylistId playlist, Draft draft, Func<TrackId, TrackFacts?> find, ContentRules rules, IReadOnlyList<ContentHold> decisions, DateOnly day, IReadOnlyCollection<TrackId>? beyond = null)
    {
        var holds = new ContentHolds(rules, decisions, playlist, draft.Seed, day, PlaylistKinds.Of(draft.Blend));
        var findings = ContentScreen.Of(new ContentSubject(playlist, draft, find) { Beyond = beyond ?? [] }, rules, day).Select(finding => new JudgedFinding(finding, Decided(finding, holds)));
        var kept = draft.Pool.Select(entry => holds.KeptBy(entry.Track)).OfType<ContentHold>().Select(Kept);
        return holds.OfReport is { } report ? [Removed(report), .. findings, .. kept] : [.. findings, .. kept];
    }

    private static async Task<IReadOnlyList<JudgedFinding>> Of(CurationDb db, PlaylistId playlist, Draft draft, Func<TrackId, TrackFacts?> find, DateTimeOffset now, CancellationToken cancel) =>
        Of(playlist, draft, find, await ContentRecord.Rules(db, now, cancel), await ContentRecord.Decisions(db, now, cancel), DateOnly.FromDateTime(now.UtcDateTime));

    // A track that a decision keeps off every list needs no other decision.
    private static ContentMeasure? Decided(ContentFinding finding, ContentHolds holds)
    {
        if (holds.DecidedKeys.TryGetValue(finding.Key, out var measure)) return measure;
        return finding is { IsWritten: false, Track: { } track } && holds.MeasureOf(track, "") is >= ContentMeasure.Restrict and var kept ? kept : null;
    }

    private static JudgedFinding Kept(ContentHold hold) => new(
        new ContentFinding($"case:{hold.Case}:track:{hold.Track}", ReportRule, "Decision", ContentRuleKind.Tracks, ContentLevel.Note, hold.Track, ContentFinding.TrackPlace, "", $"It is on no list: {hold.Reason}"), hold.Measure);

    private static JudgedFinding Removed(ContentHold report) => new(
        new ContentFinding($"case:{report.Case}", ReportRule, "Report from outside", ContentRuleKind.Text, ContentLevel.Block, null, "playlist", "", $"A report led to the decision that nobody gets this playlist: {report.Reason}"), ContentMeasure.Remove);
}
