using Curation.Core.Auditing.Policies;
using Curation.Core.Auditing.Reviewing;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Policies;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Reviews;

/// <summary>A submission that waits, with what decides how soon it wants somebody.</summary>
/// <param name="Row">The submission with its names.</param>
/// <param name="Priority">How soon, and why.</param>
/// <param name="Blocks">Findings that block it.</param>
/// <param name="Warnings">Warnings.</param>
/// <param name="Assessed">Whether a current assessment is there.</param>
/// <param name="Listeners">Listeners who get it; 0 where it was never measured.</param>
/// <param name="ImpactLevel">Its impact level, 1 to 4; null where there is none.</param>
/// <param name="Claim">Who has it in hand; null where nobody has.</param>
/// <param name="ClaimedByName">That person's name.</param>
/// <param name="First">Name of who approved it as the first of two; null where nobody has.</param>
/// <param name="IsOwn">Whether the person who looks has a part in it.</param>
public sealed record QueueRow(SubmissionRow Row, Priority Priority, int Blocks, int Warnings, bool Assessed, int Listeners, int? ImpactLevel, ReviewClaim? Claim, string ClaimedByName, string? First, bool IsOwn);

/// <summary>Reads the queue of reviewers.</summary>
public sealed class ReadQueue(Store store, ListSubmissions list)
{
    /// <summary>What waits, the most pressing first and of equals the oldest.</summary>
    public async Task<List<QueueRow>> For(PersonId person, CancellationToken cancel = default)
    {
        var waiting = await list.Waiting(cancel);
        return await store.Read(async db =>
        {
            var now = store.Now;
            var names = await db.Users.ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
            var claims = (await db.ReviewClaims.ToListAsync(cancel)).Where(claim => claim.Holds(now)).ToDictionary(claim => claim.Submission);
            var rows = new List<QueueRow>();
            foreach (var row in waiting)
            {
                var submission = row.Submission;
                var revision = await db.Revisions.SingleAsync(candidate => candidate.Id == submission.Revision, cancel);
                var gate = await Gate.Of(db, revision, now, cancel);
                var first = (await SecondOpinion.Standing(db, submission, gate.Basis, cancel)).FirstOrDefault();
                var claim = claims.GetValueOrDefault(submission.Id);
                var listeners = gate.Assessment?.Population ?? 0;
                rows.Add(new QueueRow(
                    row,
                    Priority.Of(gate.Stale is null ? gate.Findings : null, gate.Content.Count, listeners, gate.ImpactLevel, now - submission.SubmittedAt),
                    (gate.Stale is null ? gate.Blocking.Count() : 0) + gate.Content.Count,
                    gate.Stale is null ? gate.Findings.Count(finding => finding is { Level: FindingLevel.Warn, Waiver: null }) : 0,
                    gate.Stale is null,
                    listeners,
                    gate.ImpactLevel,
                    claim,
                    claim is null ? "" : names.GetValueOrDefault(claim.By.Value, "somebody who left"),
                    first is null ? null : names.GetValueOrDefault(first.By.Value, "somebody who left"),
                    await Independence.Obstacle(db, person, submission, cancel) is not null));
            }

            return rows.OrderByDescending(row => Math.Round(row.Priority.Score)).ThenBy(row => row.Row.Submission.Id).ToList();
        }, cancel);
    }
}
