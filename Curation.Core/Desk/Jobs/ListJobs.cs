using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Jobs;

/// <summary>A job as screens show it.</summary>
public sealed record JobRow(
    int Id,
    string Kind,
    string Title,
    string State,
    double Progress,
    string Doing,
    PersonId By,
    DateTimeOffset QueuedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    string? Error,
    string? Result,
    string? Key = null)
{
    /// <summary>Why it can never go on, with what to do in its place; null where it can, or has not stopped.</summary>
    public string? Over { get; init; }

    /// <summary>Whether it has ended, well or not.</summary>
    public bool Ended => State is nameof(JobState.Done) or nameof(JobState.Failed) or nameof(JobState.Cancelled);

    /// <summary>Whether it can be put back in the queue.</summary>
    public bool CanResume => HasStopped && Over is null;

    /// <summary>Whether it stopped before it had done what it was asked.</summary>
    internal bool HasStopped => State is nameof(JobState.Failed) or nameof(JobState.Cancelled);
}

/// <summary>Reads jobs.</summary>
public sealed class ListJobs(Store store, IEnumerable<IJobWork> works)
{
    /// <summary>The newest jobs first, of one kind or all.</summary>
    public Task<List<JobRow>> Newest(int count, string? kind = null, CancellationToken cancel = default) =>
        store.Read(async db => await Judged(db, await Rows(db.Jobs.Where(job => kind == null || job.Kind == kind).OrderByDescending(job => job.Id).Take(count)).ToListAsync(cancel), cancel), cancel);

    /// <summary>One job, or null. One that waits says for what.</summary>
    public Task<JobRow?> Find(int id, CancellationToken cancel = default) => store.Read(async db =>
    {
        if (await Rows(db.Jobs.Where(job => job.Id == id)).SingleOrDefaultAsync(cancel) is not { } row) return null;
        if (row.HasStopped) return (await Judged(db, [row], cancel))[0];
        if (row.State != nameof(JobState.Queued)) return row;
        var ahead = await db.Jobs.Where(job => job.State == JobState.Running || (job.State == JobState.Queued && job.Id < id))
            .OrderBy(job => job.State == JobState.Running ? 0 : 1).ThenBy(job => job.Id).Select(job => job.Title).FirstOrDefaultAsync(cancel);
        return ahead is null ? row : row with { Doing = $"waits for: {ahead}" };
    }, cancel);

    /// <summary>The rows, those that stopped for good with the reason.</summary>
    private async Task<List<JobRow>> Judged(CurationDb db, List<JobRow> rows, CancellationToken cancel)
    {
        var stopped = rows.Where(row => row.HasStopped).Select(row => row.Id).ToList();
        if (stopped.Count == 0) return rows;
        var arguments = await db.Jobs.Where(job => stopped.Contains(job.Id)).Select(job => new { job.Id, job.Arguments }).ToDictionaryAsync(job => job.Id, job => job.Arguments, cancel);
        for (var i = 0; i < rows.Count; i++)
        {
            if (arguments.TryGetValue(rows[i].Id, out var given) && works.SingleOrDefault(work => work.Kind == rows[i].Kind) is { } work) rows[i] = rows[i] with { Over = await work.Over(db, given, cancel) };
        }

        return rows;
    }

    private static IQueryable<JobRow> Rows(IQueryable<Job> jobs) => jobs.Select(job => new JobRow(
        job.Id, job.Kind, job.Title, job.State.ToString(), job.Progress, job.Doing, job.By, job.QueuedAt, job.StartedAt, job.EndedAt, job.Error, job.Result, job.Key));
}
