using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Reviews;

/// <summary>Puts the newest revision before a reviewer and freezes it; editing goes on in a new one. What it does to creators and listeners is measured meanwhile.</summary>
public sealed class SubmitPlaylist(Store store, JobBell bell)
{
    /// <summary>Submits what stands in the store at <paramref name="version"/>.</summary>
    public async Task<int> Run(Actor actor, PlaylistId id, int version, string message = "", CancellationToken cancel = default)
    {
        var submission = await Submit(actor, id, version, message, cancel);
        bell.Ring();
        return submission;
    }

    private Task<int> Submit(Actor actor, PlaylistId id, int version, string message, CancellationToken cancel) =>
        store.Write(actor, [Roles.Editor], async write =>
        {
            var playlist = await write.Db.Playlists.SingleOrDefaultAsync(row => row.Id == id, cancel)
                ?? throw new RefusedException("There is no such playlist; nothing was submitted.");
            if (playlist.Version != version) throw new RefusedException("Somebody else has saved this playlist since you opened it. Nothing was submitted; look at what changed first.");
            if (await write.Db.Submissions.AnyAsync(row => row.Playlist == id && row.State == SubmissionState.Waiting, cancel))
                throw new RefusedException("This playlist is already waiting for review. Take that submission back first.");
            var head = await write.Db.Revisions.SingleAsync(row => row.Id == playlist.Head, cancel);
            if (head.Draft.Pool.IsEmpty) throw new RefusedException("The pool is empty, so there is nothing to review. Add tracks first.");
            if (!head.Frozen)
            {
                head.Freeze();
                await write.Db.SaveChangesAsync(cancel);
            }

            var model = await write.Db.Models.Where(row => row.Active).Select(row => row.Hash).SingleOrDefaultAsync(cancel) ?? "";
            var submission = new Submission(id, head, model, await RuleBook.Number(write.Db, cancel), actor.Person, write.Now, message.Trim());
            write.Db.Submissions.Add(submission);
            await write.Db.SaveChangesAsync(cancel);
            var rules = await ContentRecord.Rules(write.Db, write.Now, cancel);
            await OpenCases.In(write, id, await ContentFindings.Of(write.Db, head, write.Now, cancel), rules.Version);
            write.Changed(id);
            await write.Log("playlist.submit", $"playlist:{id}", $"submission {submission.Id}, revision {head.Number}, {head.Hash}");
            await AssessPlaylist.In(write, playlist, head);
            return submission.Id;
        }, cancel);

    /// <summary>Takes a waiting submission back.</summary>
    public Task TakeBack(Actor actor, int submissionId, CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Editor], async write =>
        {
            var submission = await write.Db.Submissions.SingleOrDefaultAsync(row => row.Id == submissionId, cancel)
                ?? throw new RefusedException("There is no such submission.");
            submission.Withdraw(actor.Person, write.Now);
            write.Changed(submission.Playlist);
            await write.Log("playlist.take-back", $"playlist:{submission.Playlist}", $"submission {submissionId}");
        }, cancel);
}
