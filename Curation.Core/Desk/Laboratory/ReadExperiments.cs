using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Simulating;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Laboratory;

/// <summary>An experiment as a line of the list.</summary>
public sealed record ExperimentRow(Experiment Experiment, string PlaylistTitle, string ByName, JobRow? Job);

/// <summary>Reads experiments.</summary>
public sealed class ReadExperiments(Store store, ListJobs jobs)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<ExperimentRow>> Newest(int count, CancellationToken cancel = default)
    {
        var rows = await Read(count, null, cancel);
        var running = await jobs.Newest(count, StartExperiment.Kind, cancel);
        return rows.ConvertAll(row => With(row, running));
    }

    /// <summary>One experiment, or null.</summary>
    public async Task<ExperimentRow?> Find(int id, CancellationToken cancel = default) =>
        await Read(1, id, cancel) is [var row] ? With(row, await jobs.Newest(100, StartExperiment.Kind, cancel)) : null;

    private static ExperimentRow With(ExperimentRow row, List<JobRow> jobs) => row with { Job = jobs.Find(job => job.Key == StartExperiment.KeyOf(row.Experiment.Id)) };

    private Task<List<ExperimentRow>> Read(int count, int? id, CancellationToken cancel) => store.Read(db => (
        from experiment in db.Experiments
        where id == null || experiment.Id == id
        join playlist in db.Playlists on experiment.Playlist equals playlist.Id
        orderby experiment.Id descending
        select new ExperimentRow(experiment, playlist.Title, db.Users.Where(user => user.Id == (string)(object)experiment.By).Select(user => user.DisplayName).FirstOrDefault() ?? "", null)).Take(count).ToListAsync(cancel), cancel);
}
