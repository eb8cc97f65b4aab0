using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Policies;

/// <summary>A reviewer who wrote none of it lets a finding of a waiting submission through, as far as its value and until a date.</summary>
public sealed class GrantWaiver(Store store)
{
    /// <summary>Lets the finding through and returns the waiver's id.</summary>
    /// <exception cref="RefusedException">It is decided or in another reviewer's hands, there is no such finding now, the actor has a part in the playlist, or reason, owner or end make no sense.</exception>
    public Task<int> Run(Actor actor, int submissionId, MeasureKey key, Side side, string reason, PersonId owner, DateTimeOffset until, CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Reviewer], async write =>
        {
            var submission = await write.Db.Submissions.SingleOrDefaultAsync(row => row.Id == submissionId, cancel)
                ?? throw new RefusedException("There is no such submission; nothing was let through.");
            submission.MustWait();
            await Independence.Must(write, submission, "lets its findings through");
            await ClaimSubmission.MustBeFree(write, submissionId);
            var revision = await write.Db.Revisions.AsNoTracking().SingleAsync(row => row.Id == submission.Revision, cancel);
            var gate = await Gate.Of(write.Db, revision, write.Now, cancel);
            if (gate.Stale is { } stale) throw new RefusedException($"{stale} Nothing was let through.");
            var finding = gate.Findings.FirstOrDefault(found => found.Key == key && found.Threshold.Side == side && found.Waiver is null)
                ?? throw new RefusedException($"The policy finds nothing about {FigureWords.Name(key)} that could be let through. Nothing was changed; look at the findings again.");
            await MustWorkHere(write, owner);
            var waiver = new Waiver(submission.Playlist, finding, reason, owner, until, actor.Person, write.Now);
            write.Db.Waivers.Add(waiver);
            await write.Db.SaveChangesAsync(cancel);
            write.Changed(submission.Playlist);
            await write.Log("waiver.grant", $"playlist:{submission.Playlist}", $"waiver {waiver.Id} of {key} until {until:O}: {waiver.Reason}");
            return waiver.Id;
        }, cancel);

    /// <summary>A guest, or somebody who cannot come in, mends nothing.</summary>
    private static async Task MustWorkHere(Write write, PersonId owner)
    {
        const string Refusal = "Somebody who works here and can sign in answers for a waiver. Nothing was changed; choose another person.";
        if (!await write.Db.Users.AnyAsync(person => person.Id == owner.Value, write.Cancel)) throw new RefusedException(Refusal);
        await Authority.Require(write.Db, new Actor(owner), Roles.All, write.Now, write.Cancel, Refusal);
    }
}
