using Curation.Core.Auditing.Reviewing;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Policies;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Reviews;

/// <summary>What came of a decision.</summary>
public enum Decided
{
    /// <summary>It can be published.</summary>
    Approved,

    /// <summary>It is approved once and waits for a second reviewer.</summary>
    WaitsForSecond,

    /// <summary>It is with its editor again.</summary>
    SentBack,
}

/// <summary>A reviewer who wrote none of it and does not own it approves a submission or sends it back, with a reason. Approving needs a current assessment without a blocking finding and a checklist that was gone through.</summary>
public sealed class DecideSubmission(Store store)
{
    /// <summary>Decides; the database holds the four-eyes rule too.</summary>
    public Task<Decided> Run(Actor actor, int submissionId, bool approve, string reason, CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Reviewer], async write =>
        {
            var submission = await write.Db.Submissions.SingleOrDefaultAsync(row => row.Id == submissionId, cancel)
                ?? throw new RefusedException("There is no such submission; nothing was decided.");
            submission.MustWait();
            await Independence.Must(write, submission, "has to decide");
            await ClaimSubmission.MustBeFree(write, submission.Id);
            var involved = await Independence.Involved(write.Db, submission.Playlist, cancel);
            submission.MustBeDecidedBy(actor.Person, involved, reason);
            var decided = approve ? await Approve(write, submission, reason, involved) : Decided.SentBack;
            if (!approve) submission.SendBack(reason, actor.Person, involved, write.Now);
            await write.Db.ReviewClaims.Where(claim => claim.Submission == submissionId).ExecuteDeleteAsync(cancel);
            write.Changed(submission.Playlist);
            var action = decided switch { Decided.Approved => "playlist.approve", Decided.WaitsForSecond => "playlist.approve-first", _ => "playlist.send-back" };
            await write.Log(action, $"playlist:{submission.Playlist}", $"submission {submissionId}{(submission.Assessment is { } assessed ? $", assessment {assessed}" : "")}: {reason.Trim()}");
            return decided;
        }, cancel);

    private static async Task<Decided> Approve(Write write, Submission submission, string reason, List<PersonId> involved)
    {
        var revision = await write.Db.Revisions.AsNoTracking().SingleAsync(row => row.Id == submission.Revision, write.Cancel);
        var gate = await Gate.Of(write.Db, revision, write.Now, write.Cancel);
        if (gate.Obstacle is { } obstacle) throw new RefusedException($"{obstacle} Nothing was approved; it can be sent back as it is.");
        await TickCheck.MustBeDone(write, submission.Id, gate.Rules.Checklist);
        var basis = gate.Basis!;
        if (gate.SecondBecause is { } because && !await SecondOpinion.HasFirst(write, submission, basis, because))
        {
            write.Db.Endorsements.Add(new Endorsement(submission.Id, write.Actor.Person, basis.Assessment, reason.Trim(), write.Now));
            return Decided.WaitsForSecond;
        }

        submission.Approve(reason, write.Actor.Person, involved, basis, write.Now);
        return Decided.Approved;
    }
}
