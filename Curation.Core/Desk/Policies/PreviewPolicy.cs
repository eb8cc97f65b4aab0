using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Policies;

/// <summary>What becomes of a playlist when a policy changes.</summary>
public enum PolicyOutcome
{
    /// <summary>It would fail from now on.</summary>
    Fails,

    /// <summary>It failed and would pass from now on.</summary>
    Passes,

    /// <summary>It fails before and after.</summary>
    StillFails,

    /// <summary>It passes before and after; its warnings may differ.</summary>
    StillPasses,

    /// <summary>There is no full assessment, so nobody can say.</summary>
    NotAssessed,
}

/// <summary>What a changed policy would find in one live edition or waiting submission.</summary>
/// <param name="Playlist">The playlist.</param>
/// <param name="Title">Its title.</param>
/// <param name="Edition">Number of the live edition; 0 where a submission is meant.</param>
/// <param name="Submission">The submission that waits, or that the edition was made from.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Before">What the policy in force finds.</param>
/// <param name="After">What the changed one would find.</param>
public sealed record PolicyEffect(PlaylistId Playlist, string Title, int Edition, int Submission, PolicyOutcome Outcome, IReadOnlyList<Finding> Before, IReadOnlyList<Finding> After)
{
    /// <summary>Open findings that are new or another level under the changed policy.</summary>
    public IEnumerable<Finding> New => After.Where(finding => finding.IsOpen && !Before.Any(earlier => Same(earlier, finding)));

    /// <summary>Open findings that the changed policy does not make any more.</summary>
    public IEnumerable<Finding> Gone => Before.Where(finding => finding.IsOpen && !After.Any(later => Same(later, finding)));

    private static bool Same(Finding one, Finding other) => one.Key == other.Key && one.Threshold.Side == other.Threshold.Side && one.Level == other.Level;
}

/// <summary>Shows before it is saved what a changed policy would find in every live edition and every waiting submission, from the figures of their stored assessments.</summary>
public sealed class PreviewPolicy(Store store)
{
    /// <summary>The effect on each, those that change first.</summary>
    public Task<List<PolicyEffect>> Of(PolicyRules rules, CancellationToken cancel = default)
    {
        var changed = rules.Checked();
        return store.Read(async db =>
        {
            await KnownDimensions.Must(db, changed, cancel);
            var (_, inForce) = await RuleBook.InForce(db, cancel);
            var now = store.Now;
            var effects = new List<PolicyEffect>();
            foreach (var subject in await Subjects(db, cancel))
            {
                var assessment = await db.Assessments.Where(row => row.Revision == subject.Revision.Id && row.Listeners == row.Population).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
                var waivers = await db.Waivers.Where(row => row.Playlist == subject.Revision.Playlist).ToListAsync(cancel);
                var (before, after) = (Gate.Held(inForce, subject.Revision.Draft, assessment, waivers, now), Gate.Held(changed, subject.Revision.Draft, assessment, waivers, now));
                effects.Add(new PolicyEffect(subject.Revision.Playlist, subject.Title, subject.Edition, subject.Submission, Outcome(assessment, before, after), before, after));
            }

            return effects.OrderBy(effect => effect.Outcome).ThenByDescending(effect => effect.New.Count() + effect.Gone.Count()).ThenBy(effect => effect.Title, StringComparer.Ordinal).ToList();
        }, cancel);
    }

    private static PolicyOutcome Outcome(Assessment? assessment, IReadOnlyList<Finding> before, IReadOnlyList<Finding> after) => (assessment, before.Any(finding => finding.Blocks), after.Any(finding => finding.Blocks)) switch
    {
        (null, _, _) => PolicyOutcome.NotAssessed,
        (_, false, true) => PolicyOutcome.Fails,
        (_, true, false) => PolicyOutcome.Passes,
        (_, true, true) => PolicyOutcome.StillFails,
        _ => PolicyOutcome.StillPasses,
    };

    private static async Task<List<Subject>> Subjects(CurationDb db, CancellationToken cancel)
    {
        var live = await (from edition in db.Editions
                          where edition.State == EditionState.Live
                          join revision in db.Revisions on edition.Revision equals revision.Id
                          select new Subject(edition.Title, edition.Number, edition.Submission, revision)).ToListAsync(cancel);
        var waiting = await (from submission in db.Submissions
                             where submission.State == SubmissionState.Waiting
                             join playlist in db.Playlists on submission.Playlist equals playlist.Id
                             join revision in db.Revisions on submission.Revision equals revision.Id
                             select new Subject(playlist.Title, 0, submission.Id, revision)).ToListAsync(cancel);
        return [.. live, .. waiting];
    }

    private sealed record Subject(string Title, int Edition, int Submission, Revision Revision);
}
