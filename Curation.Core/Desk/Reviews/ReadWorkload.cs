using Curation.Core.Auditing.Reviewing;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Reviews;

/// <summary>What one reviewer, or all of them, decided lately.</summary>
/// <param name="Name">The reviewer.</param>
/// <param name="Approved">How many were approved.</param>
/// <param name="SentBack">How many were sent back.</param>
/// <param name="Median">Half of them were decided within this time of being submitted; null where none was.</param>
/// <param name="Ninetieth">Nine of ten were.</param>
/// <param name="InHand">Claims that hold now.</param>
public sealed record WorkloadLine(string Name, int Approved, int SentBack, TimeSpan? Median, TimeSpan? Ninetieth, int InHand);

/// <summary>How much waits and since when, and how long decisions take.</summary>
/// <param name="Overall">All reviewers together.</param>
/// <param name="Reviewers">Each reviewer with work to show, by name.</param>
/// <param name="OpenByAge">How many wait, by how long: under a day, one to three, three to seven, and longer.</param>
/// <param name="Days">Days that decisions are counted over.</param>
public sealed record Workload(WorkloadLine Overall, IReadOnlyList<WorkloadLine> Reviewers, IReadOnlyList<int> OpenByAge, int Days);

/// <summary>Reads how reviewing goes.</summary>
public sealed class ReadWorkload(Store store)
{
    /// <summary>Days that decisions are counted over.</summary>
    public const int Days = 90;

    /// <summary>The figures of now.</summary>
    public Task<Workload> Run(CancellationToken cancel = default) => store.Read(async db =>
    {
        var now = store.Now;
        var since = now - TimeSpan.FromDays(Days);
        var decided = await db.Submissions.Where(row => row.DecidedAt > since && (row.State == SubmissionState.Approved || row.State == SubmissionState.SentBack)).ToListAsync(cancel);
        var open = await db.Submissions.Where(row => row.State == SubmissionState.Waiting).Select(row => row.SubmittedAt).ToListAsync(cancel);
        var claims = (await db.ReviewClaims.ToListAsync(cancel)).Where(claim => claim.Holds(now)).ToList();
        var names = await db.Users.ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        var people = decided.Select(row => row.DecidedBy!.Value).Concat(claims.Select(claim => claim.By)).Distinct().ToList();
        var lines = people.ConvertAll(person => Line(names.GetValueOrDefault(person.Value, "somebody who left"), decided.Where(row => row.DecidedBy == person).ToList(), claims.Count(claim => claim.By == person)));
        return new Workload(Line("Everybody", decided, claims.Count), lines.OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase).ToList(), ByAge(open, now), Days);
    }, cancel);

    private static WorkloadLine Line(string name, List<Submission> decided, int inHand)
    {
        var took = decided.ConvertAll(row => row.DecidedAt!.Value - row.SubmittedAt);
        return new WorkloadLine(name, decided.Count(row => row.State == SubmissionState.Approved), decided.Count(row => row.State == SubmissionState.SentBack), Quantiles.At(took, 0.5), Quantiles.At(took, 0.9), inHand);
    }

    private static int[] ByAge(List<DateTimeOffset> open, DateTimeOffset now)
    {
        var counts = new int[4];
        foreach (var at in open) counts[(now - at).TotalDays switch { < 1 => 0, < 3 => 1, < 7 => 2, _ => 3 }]++;
        return counts;
    }
}
