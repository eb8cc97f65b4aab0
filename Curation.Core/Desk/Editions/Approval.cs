using Curation.Core.Desk.Previews;
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
    /// <summary>The newest approval, or null where nothing was ever approved.</summary>
    internal static async Task<Approval?> Newest(CurationDb db, PlaylistId playlist, CancellationToken cancel)
    {
        var submission = await db.Submissions.AsNoTracking().Where(row => row.Playlist == playlist && row.State == SubmissionState.Approved).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
        return submission is null ? null : await Of(db, submission, cancel);
    }

    /// <summary>Reads an approval again and refuses where it does not hold.</summary>
    internal static async Task<Approval> MustHold(CurationDb db, int submission, CancellationToken cancel)
    {
        var row = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == submission, cancel);
        if (row is not { State: SubmissionState.Approved }) throw new RefusedException("That submission is not approved. Nothing was published; have it approved first.");
        var approval = await Of(db, row, cancel);
        return approval.Obstacle is null ? approval : throw new RefusedException(approval.Obstacle);
    }

    private static async Task<Approval> Of(CurationDb db, Submission submission, CancellationToken cancel)
    {
        var revision = await db.Revisions.AsNoTracking().SingleAsync(row => row.Id == submission.Revision, cancel);
        var model = await db.Models.Where(row => row.Active).Select(row => row.Hash).SingleOrDefaultAsync(cancel) ?? "";
        var pool = revision.Draft.Pool.Select(entry => entry.Track).ToHashSet();
        var takenDown = (await db.TrackBlocks.AsNoTracking().Select(block => block.Track).ToListAsync(cancel)).Count(pool.Contains);
        return new Approval(submission, revision, Obstacles(submission, revision, model, takenDown));
    }

    private static string? Obstacles(Submission submission, Revision revision, string model, int takenDown)
    {
        const string Again = "so the approval no longer holds. Nothing was published. Submit the playlist again; the new approval then names what is there now.";
        if (DraftJson.Hash(revision.Draft) != submission.RevisionHash) return $"Revision {revision.Number} is not what was approved, {Again}";
        if (submission.PolicyVersion != ComposerFor.PolicyVersion) return $"The policy has changed since the approval, {Again}";
        if (submission.ModelHash != model) return $"Another model has come into use since the approval and would make other lists, {Again}";
        if (takenDown > 0) return $"{takenDown} of its tracks {(takenDown == 1 ? "was" : "were")} taken down since, {Again}";
        return null;
    }
}
