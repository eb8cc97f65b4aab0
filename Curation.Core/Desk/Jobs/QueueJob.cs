using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Jobs;

/// <summary>Puts long work in the queue.</summary>
public sealed class QueueJob(Store store, JobBell bell)
{
    /// <summary>Queues a job and returns its id. With a <paramref name="key"/>, work that is already queued or running under that key is returned instead of queued again.</summary>
    public async Task<int> Run<TArguments>(Actor actor, IReadOnlyList<string> roles, string kind, string title, TArguments arguments, string? key = null, CancellationToken cancel = default)
    {
        var id = await store.Write(actor, roles, write => In(write, kind, title, arguments, key), cancel);
        bell.Ring();
        return id;
    }

    /// <summary>Queues a job inside a write that is already under way; ring the bell after it is committed.</summary>
    public static async Task<int> In<TArguments>(Write write, string kind, string title, TArguments arguments, string? key)
    {
        var unfinished = key is null
            ? null
            : await write.Db.Jobs.FirstOrDefaultAsync(job => job.Key == key && (job.State == JobState.Queued || job.State == JobState.Running), write.Cancel);
        if (unfinished is not null) return unfinished.Id;
        var job = new Job(kind, title, JsonSerializer.Serialize(arguments), key, write.Actor.Person, write.Now);
        write.Db.Jobs.Add(job);
        await write.Db.SaveChangesAsync(write.Cancel);
        await write.Log("job.queue", $"job:{job.Id}", title);
        return job.Id;
    }
}
