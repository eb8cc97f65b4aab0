using System.Collections.Immutable;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>What was measured at once on a sample; stored nowhere.</summary>
/// <param name="Origin">What the lists were made from. For a draft that is not saved the revision is 0.</param>
/// <param name="Revision">Number of the revision.</param>
/// <param name="Figures">What was measured.</param>
/// <param name="Tracks">What single tracks got.</param>
/// <param name="Listeners">Listeners in the sample: every nth by id.</param>
/// <param name="Population">Listeners there are.</param>
/// <param name="ReadAt">When their histories were read.</param>
public sealed record DraftSample(ListOrigin Origin, int Revision, ImmutableArray<Figure> Figures, IReadOnlyList<AssessedTrack> Tracks, int Listeners, int Population, DateTimeOffset ReadAt);

/// <summary>Measures a revision, or a draft as it stands, at once on a sample of listeners.</summary>
public sealed class SampleDraft(Store store, CurrentModel current, SimulateAudience simulate, MeasureSimulation measure)
{
    /// <summary>A revision, or the newest; null where there is none.</summary>
    /// <exception cref="RefusedException">The recipe cannot be followed, for instance because two pins break a hard rule.</exception>
    public async Task<DraftSample?> Run(PlaylistId playlist, RevisionId? revision = null, CancellationToken cancel = default)
    {
        var found = await store.Read(async db =>
        {
            var wanted = revision ?? await db.Playlists.Where(row => row.Id == playlist).Select(row => row.Head).SingleOrDefaultAsync(cancel);
            return await db.Revisions.SingleOrDefaultAsync(row => row.Playlist == playlist && row.Id == wanted, cancel);
        }, cancel);
        return found is null ? null : await Measured(found, (simulation, stop) => measure.Of(simulation, stop, everyWeight: true), cancel);
    }

    /// <summary>A draft as it stands in an editor, saved or not; under the default position weight alone, so that it keeps up with typing.</summary>
    public Task<DraftSample> AsItStands(PlaylistId playlist, Draft draft, CancellationToken cancel = default) =>
        Measured(new Revision(playlist, 0, draft, PersonId.Console, store.Now), (simulation, stop) => measure.Of(simulation, stop, everyWeight: false), cancel);

    /// <summary>As <see cref="AsItStands"/>, with coarser intervals: fast enough to follow every edit.</summary>
    public Task<DraftSample> Live(PlaylistId playlist, Draft draft, CancellationToken cancel = default) =>
        Measured(new Revision(playlist, 0, draft, PersonId.Console, store.Now), measure.Live, cancel);

    private async Task<DraftSample> Measured(Revision revision, Func<Simulation, CancellationToken, Task<ImmutableArray<Figure>>> figuresOf, CancellationToken cancel)
    {
        var snapshot = await current.Get(cancel);
        return await Task.Run(async () =>
        {
            var simulation = await simulate.Sample(snapshot, revision, cancel);
            var figures = await figuresOf(simulation, cancel);
            return new DraftSample(simulation.Origin, revision.Number, figures, AssessedTrack.Of(simulation.Lists), simulation.Lists.Count, simulation.Audience.Population, simulation.Audience.ReadAt);
        }, cancel);
    }
}
