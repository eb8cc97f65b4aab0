using Curation.Core.Auditing.Reviewing;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Reviews;

/// <summary>Where two reviewers are needed: whether a first one has approved.</summary>
internal static class SecondOpinion
{
    /// <summary>First approvals that count: on the same assessment, by people who are still reviewers and wrote none of it since.</summary>
    public static async Task<List<Endorsement>> Standing(CurationDb db, Submission submission, ApprovalBasis? basis, CancellationToken cancel)
    {
        if (basis is null) return [];
        var given = await db.Endorsements.AsNoTracking().Where(row => row.Submission == submission.Id && row.Assessment == basis.Assessment).OrderBy(row => row.Id).ToListAsync(cancel);
        var standing = new List<Endorsement>();
        foreach (var endorsement in given)
        {
            var person = endorsement.By.Value;
            var reviews = await (from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id where held.UserId == person && role.Name == Roles.Reviewer select role.Id).AnyAsync(cancel);
            if (reviews && await Independence.Obstacle(db, endorsement.By, submission, cancel) is null) standing.Add(endorsement);
        }

        return standing;
    }

    /// <summary>Whether another person's first approval stands; refuses where the only one is the actor's own.</summary>
    public static async Task<bool> HasFirst(Write write, Submission submission, ApprovalBasis basis, string because)
    {
        var standing = await Standing(write.Db, submission, basis, write.Cancel);
        if (standing.Count == 0) return false;
        if (await Independence.AccountsOf(write.Db, write.Actor.Person, [.. standing.Select(row => row.By)], "gave the first approval", write.Cancel) is { } same)
            throw new RefusedException($"Two different reviewers approve this playlist, because {because}. {same}, so somebody else gives the second. Nothing was changed.");
        return true;
    }
}
