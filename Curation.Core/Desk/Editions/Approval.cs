using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>The newest approval of a playlist, and whether it still holds.</summary>
/// <param name="Submission">The approved submission.</param>
/// <param name="Revision">The revision it names.</param>
/// <param name="Obstacle">Why it does not hold any more and what to do; null where it holds.</param>
public sealed record Approval(Submission Submission, Revision Revision, string? Obstacle)
{
    private const string NotApproved = "That submission is not approved. Nothing was published; have it approved first.";

    /// <summary>The newest approval, or null where nothing was ever approved.</summary>
    internal static async Task<Approval?> Newest(CurationDb db, PlaylistId playlist, DateTimeOffset now, CancellationToken cancel)
    {
        var submission = await db.Submissions.AsNoTracking().Where(row => row.Playlist == playlist && row.State == SubmissionState.Approved).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
        return submission is null ? null : await Of(db, submission, now, cancel);
    }

    /// <summary>Reads an approval again and refuses where it does not hold.</summary>
    internal static async Task<Approval> MustHold(CurationDb db, int submission, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == submission, cancel);
        if (row is not { State: SubmissionState.Approved }) throw new RefusedException(NotApproved);
        var approval = await Of(db, row, now, cancel);
        return approval.Obstacle is null ? approval : throw new RefusedException(approval.Obstacle);
    }

    /// <summary>Why what an approval named is not what is there any more, and what to do; null where it is. Nothing but another approval mends that.</summary>
    internal static async Task<string?> EndOf(CurationDb db, int submission, CancellationToken cancel)
    {
        if (await db.Submissions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == submission && row.State == SubmissionState.Approved, cancel) is not { } approved) return NotApproved;
        var revision = await db.Revisions.AsNoTracking().SingleAsync(row => row.Id == approved.Revision, cancel);
        return await Ended(db, approved, revision, cancel);
    }

    private static async Task<Approval> Of(CurationDb db, Submission submission, DateTimeOffset now, CancellationToken cancel)
    {
        var revision = await db.Revisions.AsNoTracking().SingleAsync(row => row.Id == submission.Revision, cancel);
        return new Approval(submission, revision, await Ended(db, submission, revision, cancel) ?? await Blocked(db, submission, revision, now, cancel));
    }

    private static async Task<string?> Ended(CurationDb db, Submission submission, Revision revision, CancellationToken cancel)
    {
        var model = await db.Models.Where(row => row.Active).Select(row => row.Hash).SingleOrDefaultAsync(cancel) ?? "";
        var pool = revision.Draft.Pool.Select(entry => entry.Track).ToHashSet();
        var takenDown = (await db.TrackBlocks.AsNoTracking().Select(block => block.Track).ToListAsync(cancel)).Count(pool.Contains);
        return Ended(submission, revision, model, await RuleBook.Number(db, cancel), takenDown);
    }

    /// <summary>What the approval named is not what is there any more.</summary>
    private static string? Ended(Submission submission, Revision revision, string model, int policy, int takenDown)
    {
        const string Again = "so the approval no longer holds. Nothing was published. Submit the playlist again; the new approval then names what is there now.";
        if (DraftJson.Hash(revision.Draft) != submission.RevisionHash) return $"Revision {revision.Number} is not what was approved, {Again}";
        if (submission.PolicyVersion != policy) return $"The policy has changed since the approval, {Again}";
        if (submission.ModelHash != model) return $"Another model has come into use since the approval and would make other lists, {Again}";
        if (submission.Assessment is null) return $"It was approved before assessments were asked for, {Again}";
        if (takenDown > 0) return $"{takenDown} of its tracks {(takenDown == 1 ? "was" : "were")} taken down since, {Again}";
        return null;
    }

    /// <summary>The approval names what is there, and the policy finds something in it now: a waiver has ended, or it was measured again.</summary>
    private static async Task<string?> Blocked(CurationDb db, Submission submission, Revision revision, DateTimeOffset now, CancellationToken cancel)
    {
        var gate = await Gate.Of(db, revision, now, cancel);
        if (gate.Obstacle is { } obstacle) return $"{obstacle} Nothing was published.";
        var seen = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == submission.Assessment, cancel);
        var holds = seen is { IsFull: true } && seen.IsOf(new ListOrigin(revision.Id, submission.RevisionHash, submission.PolicyVersion, submission.ModelHash)) && seen.ComputeHash() == seen.Hash;
        if (gate.SecondBecause is { } because && !(await SecondOpinion.Standing(db, submission, gate.Basis, cancel)).Exists(row => row.By != submission.DecidedBy))
            return $"Two reviewers are needed by now, because {because}, and one approved it. Nothing was published. Submit the playlist again.";
        return holds ? null : "The assessment that the approval stands on is not what the reviewer saw. Nothing was published. Submit the playlist again.";
    }
}
