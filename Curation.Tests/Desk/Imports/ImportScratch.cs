using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Imports;
using Curation.Core.Desk.Jobs;
using Curation.Core.Importing;
using Curation.Core.Storage;
using Curation.Core.Storage.Jobs;
using Curation.Tests.Fixtures;
using Curation.Tests.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Curation.Tests.Desk.Imports;

/// <summary>A desk beside a folder of files, and a short way to import one of them as a job.</summary>
public sealed class ImportScratch(TestDesk desk) : IAsyncDisposable
{
    public ReadingScratch Files { get; } = new();

    public TestDesk Desk => desk;

    public static async Task<ImportScratch> Open() =>
        new(await TestDesk.Open(services => services.AddSingleton(new ImportLimits { StepRows = 5_000 })));

    public async Task<int> Queue(string path, ImportFormat? asked = null, bool uploaded = false)
    {
        var preview = await desk.Get<PreviewImport>().Run(Actor.Console, path, Path.GetFileName(path), asked, uploaded);
        return await desk.Get<QueueImport>().Run(Actor.Console, preview.Arguments);
    }

    public async Task<ImportSummary> Import(string path, ImportFormat? asked = null)
    {
        var id = await Queue(path, asked);
        Assert.Equal(JobState.Done, await desk.Get<JobRunner>().RunOne(id, CancellationToken.None));
        return await Summary(id);
    }

    public async Task<ImportSummary> Summary(int job)
    {
        var row = await desk.Get<ListJobs>().Find(job);
        var summary = System.Text.Json.JsonSerializer.Deserialize<ImportSummary>(row!.Result!)!;
        Assert.Equal(summary.Read, summary.Kept + summary.AlreadyThere + summary.Quarantined);
        return summary;
    }

    public async Task<T> Look<T>(Func<CurationDb, Task<T>> look)
    {
        await using var db = await desk.Factory.CreateDbContextAsync();
        return await look(db);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        Files.Dispose();
    }
}
