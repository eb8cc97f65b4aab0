using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Models;

/// <summary>All listening of the store as evaluation takes it.</summary>
/// <param name="Observations">The listening.</param>
/// <param name="Tracks">The tracks of its columns.</param>
/// <param name="Groups">Groups of its rows: region and age band, where listeners gave them.</param>
public sealed record StoredObservations(Observations Observations, TrackIndex Tracks, IReadOnlyList<Grouping> Groups);

/// <summary>Reads listening for evaluation; what listeners with profiling turned off heard is left out, as in training.</summary>
public sealed class ReadObservations(IDbContextFactory<CurationDb> factory)
{
    /// <summary>Everything that a model could be trained on.</summary>
    public async Task<StoredObservations> Run(CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var log = await ListeningReader.Read(db, lists: true, cancel: cancel);
        var tracks = log.Tracks();
        return new(Observations.Of(log, tracks), tracks, await ListenerGroups.Of(db, log, cancel));
    }
}
