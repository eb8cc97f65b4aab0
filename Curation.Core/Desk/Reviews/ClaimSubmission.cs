using Curation.Core.Auditing.Reviewing;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Reviews;

/// <summary>Takes a waiting submission in hand, so that others see it and leave it; a claim ends by itself.</summary>
public sealed class ClaimSubmission(Store store)
{
    /// <summary>Claims it, or goes on with one's own claim; returns until when it holds.</summary>
    public Task<DateTimeOffset> Run(Actor actor, int submissionId, CancellationToken cancel = default) => store.Write(actor, [Roles.Reviewer], async write =>
    {
        var submission = await write.Db.Submissions.SingleOrDefaultAsync(row => row.Id == submissionId, cancel)
            ?? throw new RefusedException("There is no such submission; nothing was claimed.");
        submission.MustWait();
        await Independence.Must(write, submission, "reviews it");
        var claim = await MustBeFree(write, submissionId);
        if (claim is null) write.Db.ReviewClaims.Add(claim = new ReviewClaim(submissionId, actor.Person, write.Now));
        else claim.Take(actor.Person, write.Now);
        write.Changed(submission.Playlist);
        await write.Log("review.claim", $"playlist:{submission.Playlist}", $"submission {submissionId}");
        return claim.Until;
    }, cancel);

    /// <summary>Gives a claim back before it ends.</summary>
    public Task Release(Actor actor, int submissionId, CancellationToken cancel = default) => store.Write(actor, [Roles.Reviewer], async write =>
    {
        var claim = await MustBeFree(write, submissionId) ?? throw new RefusedException("Nobody has this submission in hand. Nothing was changed.");
        var playlist = await write.Db.Submissions.Where(row => row.Id == submissionId).Select(row => row.Playlist).SingleAsync(cancel);
        write.Db.ReviewClaims.Remove(claim);
        write.Changed(playlist);
        await write.Log("review.release", $"playlist:{playlist}", $"submission {submissionId}");
    }, cancel);

    /// <summary>The claim as it is, or null; refuses where somebody else's holds.</summary>
    internal static async Task<ReviewClaim?> MustBeFree(Write write, int submissionId)
    {
        var claim = await write.Db.ReviewClaims.SingleOrDefaultAsync(row => row.Submission == submissionId, write.Cancel);
        if (claim is null || !claim.KeepsOut(write.Actor.Person, write.Now)) return claim;
        var name = await write.Db.Users.Where(person => person.Id == claim.By.Value).Select(person => person.DisplayName).SingleOrDefaultAsync(write.Cancel) ?? "Somebody else";
        throw new RefusedException($"{name} has this submission in hand until {claim.Until:HH:mm} UTC. Nothing was changed; take another one, or wait.");
    }
}
