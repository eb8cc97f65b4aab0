using Curation.Core.Auditing.Reviewing;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Reviews;

/// <summary>Notes that a reviewer looked at a line of the policy's checklist, or takes that back.</summary>
public sealed class TickCheck(Store store)
{
    /// <summary>Ticks a line of a waiting submission, or takes the tick away.</summary>
    public Task Run(Actor actor, int submissionId, string line, bool done, CancellationToken cancel = default) => store.Write(actor, [Roles.Reviewer], async write =>
    {
        var submission = await write.Db.Submissions.SingleOrDefaultAsync(row => row.Id == submissionId, cancel)
            ?? throw new RefusedException("There is no such submission; nothing was ticked.");
        submission.MustWait();
        await Independence.Must(write, submission, "checks it");
        var (number, rules) = await RuleBook.InForce(write.Db, cancel);
        if (!rules.Checklist.Contains(line)) throw new RefusedException("The policy's checklist has no such line any more. Nothing was ticked; open the submission again.");
        var check = await write.Db.ReviewChecks.SingleOrDefaultAsync(row => row.Submission == submissionId && row.By == actor.Person && row.Line == line, cancel);
        if (done == check is not null) return;
        if (check is null) write.Db.ReviewChecks.Add(new ReviewCheck(submissionId, actor.Person, line, number, write.Now));
        else write.Db.ReviewChecks.Remove(check);
        await write.Log(done ? "review.check" : "review.uncheck", $"playlist:{submission.Playlist}", $"submission {submissionId}: {line}");
    }, cancel);

    /// <summary>Refuses where the actor has not looked at every line.</summary>
    internal static async Task MustBeDone(Write write, int submissionId, IReadOnlyCollection<string> checklist)
    {
        var done = await write.Db.ReviewChecks.Where(row => row.Submission == submissionId && row.By == write.Actor.Person).Select(row => row.Line).ToListAsync(write.Cancel);
        var left = checklist.Except(done, StringComparer.Ordinal).ToList();
        if (left.Count == 0) return;
        var lines = left.Count == 1 ? "A line of the checklist is" : $"{left.Count} lines of the checklist are";
        throw new RefusedException($"{lines} not ticked yet: \"{left[0]}\" Nothing was approved; look at {(left.Count == 1 ? "it" : "them")} first.");
    }
}
