using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Impact;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Policies;

/// <summary>What stands between a revision and listeners: its assessment and what the policy in force finds in it.</summary>
/// <param name="Number">Version of the rules in force.</param>
/// <param name="Rules">The thresholds in force.</param>
/// <param name="Assessment">The newest full assessment, current or not; null where the revision was never measured in full.</param>
/// <param name="Stale">Why that assessment does not speak of what would be published now, and what to do; null where it does.</param>
/// <param name="Findings">What the policy finds in the figures that there are, the worst first.</param>
/// <param name="Content">What the rules about content find that nobody has decided about and that blocks.</param>
/// <param name="ImpactLevel">The impact level of the playlist, 1 to 4; null where it was never assessed.</param>
public sealed record GateState(int Number, PolicyRules Rules, Assessment? Assessment, string? Stale, IReadOnlyList<Finding> Findings, IReadOnlyList<JudgedFinding> Content, int? ImpactLevel)
{
    /// <summary>The findings that keep it from being published.</summary>
    public IEnumerable<Finding> Blocking => Findings.Where(finding => finding.Blocks);

    /// <summary>Why it cannot be approved or published now; null where nothing keeps it.</summary>
    public string? Obstacle => Stale ?? Blocked;

    /// <summary>What an approval given now would stand on; null where there is no current assessment.</summary>
    public ApprovalBasis? Basis => Assessment is { } measured && Stale is null ? new ApprovalBasis(measured.Id, measured.ModelHash, measured.PolicyVersion) : null;

    /// <summary>Why two reviewers are needed, as the end of a sentence; null where one is enough.</summary>
    public string? SecondBecause => Rules.SecondReview.Because(Findings, ImpactLevel, Assessment?.Population ?? 0);

    /// <summary>What of its content blocks it; null where nothing does.</summary>
    public string? ContentBlock => Content.Count == 0 ? null : $"The content policy blocks it: {Content[0].Finding.Message}{(Content.Count > 1 ? $" And {Content.Count - 1} more." : "")} Mend the playlist and submit it again, or have somebody decide about the case.";

    /// <summary>What is known to block it before anybody measures it again: its content, and figures that are current; null where nothing is.</summary>
    public string? KnownBlock => Stale is null ? Blocked : ContentBlock;

    /// <summary>What blocks it, current or not; null where nothing does.</summary>
    public string? Blocked => Blocking.ToList() switch
    {
        [] => ContentBlock,
        [var one] => $"A finding blocks it: {FindingWords.Sentence(one)}. Mend the playlist and submit it again, or have a reviewer let the finding through.",
        [var one, ..] many => $"{many.Count} findings block it, the first: {FindingWords.Sentence(one)}. Mend the playlist and submit it again, or have a reviewer let them through.",
    };
}

/// <summary>Reads the gate of a revision, the same way for the screen and inside the writes that approve and publish.</summary>
internal static class Gate
{
    /// <summary>The gate as it stands at a moment.</summary>
    public static async Task<GateState> Of(CurationDb db, Revision revision, DateTimeOffset now, CancellationToken cancel)
    {
        var (number, rules) = await RuleBook.InForce(db, cancel);
        var model = await ImpactGrounds.ModelHash(db, cancel);
        var origin = new ListOrigin(revision.Id, revision.Hash, number, model);
        var assessment = await Newest(db.Assessments.Where(row => row.Revision == revision.Id && row.RevisionHash == revision.Hash && row.PolicyVersion == number && row.ModelHash == model), cancel)
            ?? await Newest(db.Assessments.Where(row => row.Revision == revision.Id), cancel);
        var waivers = await db.Waivers.AsNoTracking().Where(row => row.Playlist == revision.Playlist).ToListAsync(cancel);
        var content = await ContentFindings.OpenBlocking(db, revision, now, cancel);
        var stale = await Stale(db, assessment, origin, revision, now, cancel);
        if (stale is not null) stale += await AssessPlaylist.IsUnderWay(db, revision.Id, number, model, cancel) ? " It is being measured now; look again in a moment." : " Have it assessed again first.";
        return new GateState(number, rules, assessment, stale, Held(rules, revision.Draft, assessment, waivers, now), content, (int?)await ReadImpact.LevelOf(db, revision.Playlist, cancel));
    }

    /// <summary>What rules find in the stored figures of a draft.</summary>
    public static IReadOnlyList<Finding> Held(PolicyRules rules, Draft draft, Assessment? assessment, IReadOnlyList<Waiver> waivers, DateTimeOffset now)
    {
        var on = assessment is null ? null : new MeasuredOn(assessment.Id, assessment.Revision, assessment.ModelHash, assessment.Listeners, assessment.Population, assessment.At);
        return Findings.Of(rules, new PolicySubject(PlaylistKinds.Of(draft.Blend), assessment?.Population ?? 0, on), assessment?.Figures ?? [], waivers, now);
    }

    private static Task<Assessment?> Newest(IQueryable<Assessment> among, CancellationToken cancel) =>
        among.AsNoTracking().Where(row => row.Listeners == row.Population).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);

    private static async Task<string?> Stale(CurationDb db, Assessment? assessment, ListOrigin origin, Revision revision, DateTimeOffset now, CancellationToken cancel)
    {
        if (assessment is null) return "Nobody has measured yet what this revision does to creators and listeners, all of them.";
        if (assessment.ComputeHash() != assessment.Hash) return "The stored assessment was changed after it was made.";
        if (assessment.RevisionHash != origin.RevisionHash) return "The assessment is of another state of the playlist.";
        if (assessment.ModelHash != origin.ModelHash) return "Another model has come into use since the assessment and would make other lists.";
        if (assessment.PolicyVersion != origin.PolicyVersion) return $"The assessment is under version {assessment.PolicyVersion} of the policy; version {origin.PolicyVersion} is in force.";
        return AssessmentGround.Read(assessment.Ground).Find(GroundPart.PoolContent) is { } then && then != (await GroundHolds.Of(db, revision, now, cancel)).MarkOfPool
            ? "A decision about content or a takedown since the assessment touches tracks of the pool."
            : null;
    }
}
