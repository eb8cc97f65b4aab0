using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Reviews;

/// <summary>A reviewer who wrote none of it approves a submission or sends it back, with a reason.</summary>
public sealed class DecideSubmission(Store store)
{
    /// <summary>Decides; the database holds the four-eyes rule too.</summary>
    public Task Run(Actor actor, int submissionId, bool approve, string reason, CancellationToken cancel = default) =>
        store.Write(actor, [Roles.Reviewer], async write =>
        {
            var submission = await write.Db.Submissions.SingleOrDefaultAsync(row => row.Id == submissionId, cancel)
                ?? throw new RefusedException("There is no such submission; nothing was decided.");
            var authors = await write.Db.PlaylistAuthors.Where(author => author.Playlist == submission.Playlist).Select(author => author.Person).ToListAsync(cancel);
            submission.Decide(approve, reason, actor.Person, authors, write.Now);
            write.Changed(submission.Playlist);
            await write.Log(approve ? "playlist.approve" : "playlist.send-back", $"playlist:{submission.Playlist}", $"submission {submissionId}: {submission.Reason}");
        }, cancel);
}
