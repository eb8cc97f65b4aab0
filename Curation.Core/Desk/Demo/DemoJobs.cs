using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Demo;

/// <summary>The long work of the demo world's story, done while one waits.</summary>
public sealed class DemoJobs(Store store, QueueJob queue, JobRunner runner, PublishPlaylist publish, AssessPlaylist assess)
{
    internal async Task Train(Actor admin, CancellationToken cancel)
    {
        if (await store.Read(db => db.Models.AnyAsync(model => model.Active, cancel), cancel)) return;
        await MustEndWell(await TrainModel.Queue(queue, admin, new TrainArguments(Brief: true), cancel), cancel);
    }

    /// <summary>Measures a submitted revision; does nothing where it was measured before.</summary>
    internal async Task Assess(Actor editor, PlaylistId playlist, RevisionId revision, CancellationToken cancel)
    {
        if (await store.Read(db => db.Assessments.AnyAsync(row => row.Revision == revision, cancel), cancel)) return;
        await MustEndWell(await assess.Run(editor, playlist, revision, cancel), cancel);
    }

    internal async Task Publish(Actor editor, PlaylistId playlist, CancellationToken cancel)
    {
        if (await publish.Run(editor, playlist, cancel) is Publication.Queued queued) await MustEndWell(queued.Job, cancel);
    }

    private async Task MustEndWell(int job, CancellationToken cancel)
    {
        if (await runner.RunOne(job, cancel) == JobState.Done) return;
        cancel.ThrowIfCancellationRequested();
        var error = await store.Read(db => db.Jobs.Where(row => row.Id == job).Select(row => row.Error).SingleAsync(cancel), cancel);
        throw new RefusedException($"The demo world is not complete: {error} The next start goes on from here.");
    }
}
