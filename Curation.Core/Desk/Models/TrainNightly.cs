using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Models;

/// <summary>Queues a training once a day. What it goes by is the last training in the store, so a restart neither repeats a night nor leaves one out.</summary>
public sealed class TrainNightly(Store store, QueueJob queue, TrainingOptions options, TimeProvider clock)
{
    /// <summary>Queues a training where the last one was queued before the newest appointed time that has passed, and there is something to learn from; returns the job, or null.</summary>
    public async Task<int?> Run(CancellationToken cancel = default)
    {
        if (options.Nightly is not { } time) return null;
        var due = LastDue(clock.GetLocalNow(), time);
        var wanted = await store.Read(
            async db => !await db.Jobs.AnyAsync(job => job.Kind == TrainModel.JobKind && job.QueuedAt >= due, cancel)
                && (await db.Plays.AnyAsync(cancel) || await db.Tallies.AnyAsync(cancel) || (options.ListsAsEvidence && await db.EvidenceLists.AnyAsync(cancel))),
            cancel);
        return wanted ? await TrainModel.Queue(queue, Actor.Console, new TrainArguments(Warm: true), cancel) : null;
    }

    /// <summary>How long until the next appointed time; null where there is none.</summary>
    public TimeSpan? UntilNext() => options.Nightly is { } time && clock.GetLocalNow() is var now ? LastDue(now, time).AddDays(1) - now : null;

    /// <summary>The newest moment, not after <paramref name="now"/>, at which the clock showed this time.</summary>
    internal static DateTimeOffset LastDue(DateTimeOffset now, TimeOnly time)
    {
        var today = new DateTimeOffset(now.Date.Add(time.ToTimeSpan()), now.Offset);
        return today <= now ? today : today.AddDays(-1);
    }
}
