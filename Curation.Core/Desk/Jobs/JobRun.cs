using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Jobs;

/// <summary>A job being worked on: its arguments, its bookmark, and where it reports to.</summary>
public sealed class JobRun
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(400);

    private readonly IDbContextFactory<CurationDb> factory;
    private readonly TimeProvider clock;
    private readonly Action<double, string>? watcher;
    private long lastReport;
    private string? bookmark;

    internal JobRun(Job job, IDbContextFactory<CurationDb> factory, TimeProvider clock, Action<double, string>? watcher)
    {
        Id = job.Id;
        By = job.By;
        ArgumentsJson = job.Arguments;
        bookmark = job.Bookmark;
        this.factory = factory;
        this.clock = clock;
        this.watcher = watcher;
    }

    /// <summary>The job's row.</summary>
    public int Id { get; }

    /// <summary>Who asked for it.</summary>
    public PersonId By { get; }

    /// <summary>Arguments as JSON.</summary>
    public string ArgumentsJson { get; }

    /// <summary>Arguments read as <typeparamref name="T"/>.</summary>
    public T Arguments<T>() => JsonSerializer.Deserialize<T>(ArgumentsJson) ?? throw new JsonException("A job without arguments.");

    /// <summary>The bookmark of an earlier start, or null at the first.</summary>
    public T? Bookmark<T>()
        where T : class => bookmark is null ? null : JsonSerializer.Deserialize<T>(bookmark);

    /// <summary>Runs one step: its effect and the new bookmark are committed together or not at all. Stops before the step when a person cancelled the job.</summary>
    /// <exception cref="OperationCanceledException">The job was cancelled; everything up to the last step is kept.</exception>
    public async Task Step<TBookmark>(Func<CurationDb, Task<TBookmark>> step, CancellationToken cancel)
        where TBookmark : class
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Jobs.Where(row => row.Id == Id).Select(row => row.CancelRequested).SingleAsync(cancel)) throw new JobCancelledException();
        var mark = JsonSerializer.Serialize(await step(db));
        await db.SaveChangesAsync(cancel);
        await db.Jobs.Where(row => row.Id == Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Bookmark, mark), cancel);
        await transaction.CommitAsync(cancel);
        bookmark = mark;
    }

    /// <summary>Reads from the store, outside any step.</summary>
    public async Task<T> Look<T>(Func<CurationDb, Task<T>> look, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await look(db);
    }

    /// <summary>Stops long computation between steps when a person cancelled the job.</summary>
    public async Task StopIfCancelled(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await db.Jobs.Where(row => row.Id == Id).Select(row => row.CancelRequested).SingleAsync(cancel)) throw new JobCancelledException();
    }

    /// <summary>Says how far the job is, 0 to 1, and what it does; written to the store a few times a second at most.</summary>
    public async Task Report(double progress, string doing, CancellationToken cancel)
    {
        watcher?.Invoke(progress, doing);
        var now = clock.GetTimestamp();
        if (lastReport != 0 && clock.GetElapsedTime(lastReport, now) < ReportEvery) return;
        lastReport = now;
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.Jobs.Where(row => row.Id == Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, progress).SetProperty(row => row.Doing, doing), cancel);
    }
}

/// <summary>A person cancelled the job; what its steps had committed is kept.</summary>
public sealed class JobCancelledException : OperationCanceledException
{
    /// <summary>The usual words.</summary>
    public JobCancelledException()
        : base("The job was cancelled.")
    {
    }

    /// <summary>Other words.</summary>
    public JobCancelledException(string message)
        : base(message)
    {
    }

    /// <summary>With a cause.</summary>
    public JobCancelledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
