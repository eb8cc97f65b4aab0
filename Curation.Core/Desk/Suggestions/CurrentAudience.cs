using Curation.Core.Desk.Acting;
using Curation.Core.Listening;
using Curation.Core.Storage.Bulk;

namespace Curation.Core.Desk.Suggestions;

/// <summary>What a sample of listeners heard, as it was read last.</summary>
/// <param name="Sample">Who heard what.</param>
/// <param name="Recent">What they played by day.</param>
/// <param name="ReadAt">When it was read.</param>
public sealed record AudiencePicture(AudienceSample Sample, RecentPlays Recent, DateTimeOffset ReadAt);

/// <summary>Holds a sample of listeners for the whole process: read when it is first asked for, and again in the background once it is old.</summary>
public sealed class CurrentAudience(Store store)
{
    /// <summary>Listeners in the sample, at most.</summary>
    public const int Most = 4_096;

    /// <summary>Days whose plays are counted.</summary>
    public const int Days = 28;

    private static readonly TimeSpan Old = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private Task<AudiencePicture>? reading;
    private volatile AudiencePicture? now;

    /// <summary>The picture there is; the first who asks waits for it to be read.</summary>
    public async Task<AudiencePicture> Get(CancellationToken cancel = default)
    {
        var known = now;
        if (known is not null && store.Now - known.ReadAt < Old) return known;
        var fresh = Read();
        return known ?? await fresh.WaitAsync(cancel);
    }


    private Task<AudiencePicture> Read()
    {
        lock (gate)
        {
            if (reading is null || reading.IsCompleted) reading = Task.Run(ReadNow);
            return reading;
        }
    }

    private async Task<AudiencePicture> ReadNow()
    {
        var at = store.Now;
        var (sample, recent) = await store.Read(db => AudienceReader.Read(db, Most, DateOnly.FromDateTime(at.UtcDateTime), Days, CancellationToken.None));
        return now = new AudiencePicture(sample, recent, at);
    }
}
