using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
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
    /// <summary>Whether it has ended, well or not.</summary>
    public bool Ended => State is nameof(JobState.Done) or nameof(JobState.Failed) or nameof(JobState.Cancelled);

    /// <summary>Whether it can be put back in the queue.</summary>
    public bool CanResume => State is nameof(JobState.Failed) or nameof(JobState.Cancelled);
}

/// <summary>Reads jobs.</summary>
public sealed class ListJobs(Store store)
{
    /// <summary>The newest jobs first, of one kind or all.</summary>
    public Task<List<JobRow>> Newest(int count, string? kind = null, CancellationToken cancel = default) =>
        store.Read(db => Rows(db.Jobs.Where(job => kind == null || job.Kind == kind).OrderByDescending(job => job.Id).Take(count)).ToListAsync(cancel), cancel);

    /// <summary>One job, or null. One that waits says for what.</summary>
    public Task<JobRow?> Find(int id, CancellationToken cancel = default) => store.Read(async db =>
    {
        if (await Rows(db.Jobs.Where(job => job.Id == id)).SingleOrDefaultAsync(cancel) is not { } row) return null;
        if (row.State != nameof(JobState.Queued)) return row;
        var ahead = await db.Jobs.Where(job => job.State == JobState.Running || (job.State == JobState.Queued && job.Id < id))
            .OrderBy(job => job.State == JobState.Running ? 0 : 1).ThenBy(job => job.Id).Select(job => job.Title).FirstOrDefaultAsync(cancel);
        return ahead is null ? row : row with { Doing = $"waits for: {ahead}" };
    }, cancel);

    private static IQueryable<JobRow> Rows(IQueryable<Job> jobs) => jobs.Select(job => new JobRow(
        job.Id, job.Kind, job.Title, job.State.ToString(), job.Progress, job.Doing, job.By, job.QueuedAt, job.StartedAt, job.EndedAt, job.Error, job.Result, job.Key));
}
