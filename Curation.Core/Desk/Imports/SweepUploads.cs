using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Storage;
using Curation.Core.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Imports;

/// <summary>Deletes uploads that no import will read any more; run it before anybody can upload.</summary>
public sealed class SweepUploads(Store store, DataDirectory data)
{
    /// <summary>Deletes every file that no unfinished or resumable job names, and says how many went.</summary>
    public async Task<int> Run(CancellationToken cancel = default)
    {
        var files = Directory.GetFiles(data.Uploads);
        if (files.Length == 0) return 0;
        var wanted = await store.Read(db => db.Jobs.Where(job => job.Kind == ImportWork.JobKind && job.State != JobState.Done).Select(job => job.Arguments).ToListAsync(cancel), cancel);
        var names = wanted.Select(arguments => Path.GetFileName(JsonSerializer.Deserialize<ImportArguments>(arguments)!.Path)).ToHashSet(StringComparer.Ordinal);
        var left = files.Where(file => !names.Contains(Path.GetFileName(file))).ToList();
        left.ForEach(File.Delete);
        return left.Count;
    }
}
