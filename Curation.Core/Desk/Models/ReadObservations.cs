using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Models;

/// <summary>All listening of the store as evaluation takes it.</summary>
/// <param name="Observations">The listening.</param>
/// <param name="Tracks">The tracks of its columns.</param>
/// <param name="Groups">Groups of its rows: region and age band, where listeners gave them.</param>
/// <param name="Traits">What the catalogue tells of these tracks; null where nobody asked for it.</param>
public sealed record StoredObservations(Observations Observations, TrackIndex Tracks, IReadOnlyList<Grouping> Groups, TrackTraits? Traits = null);

/// <summary>Reads listening for evaluation; what listeners with profiling turned off heard is left out, as in training.</summary>
public sealed class ReadObservations(IDbContextFactory<CurationDb> factory)
{
    /// <summary>Everything that a model could be trained on; traits of tracks only if wanted.</summary>
    public async Task<StoredObservations> Run(bool traits = false, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var log = await ListeningReader.Read(db, lists: true, cancel: cancel);
        var tracks = log.Tracks();
        return new(Observations.Of(log, tracks), tracks, await ListenerGroups.Of(db, log, cancel), traits ? await Traits(db, tracks, cancel) : null);
    }

    private static async Task<TrackTraits> Traits(CurationDb db, TrackIndex tracks, CancellationToken cancel)
    {
        var whole = await CatalogueReader.Read(db, cancel);
        var tags = await CatalogueReader.Tags(db, cancel);
        return CatalogueTraits.Of(new(whole.Tracks.Where(track => tracks.RowOf(track.Id) >= 0), whole.GenreNames, whole.ArtistNames), tags.Values.SelectMany(of => of));
    }
}
