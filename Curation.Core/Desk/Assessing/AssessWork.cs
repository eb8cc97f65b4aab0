using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Assessing;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>Does measuring jobs: makes the lists of all listeners in memory, measures them, and stores the assessment in one step. What was measured already on the same revision, model and policy is not measured again where nothing has changed since of what else the figures rest on.</summary>
public sealed class AssessWork(Store store, CurrentModel current, SimulateAudience simulate, MeasureSimulation measure, PlaylistBell bell) : IJobWork
{
    /// <summary>How far the job is once all lists are made.</summary>
    private const double ListsMade = 0.7;

    /// <inheritdoc/>
    public string Kind => AssessPlaylist.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<string> Askers => AssessPlaylist.Askers;

    /// <inheritdoc/>
    public async Task<string?> Run(JobRun run, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(run);
        var arguments = run.Arguments<AssessArguments>();
        var mark = run.Bookmark<AssessBookmark>() ?? await Measure(run, new RevisionId(arguments.Revision), cancel);
        return JsonSerializer.Serialize(mark);
    }

    private async Task<AssessBookmark> Measure(JobRun run, RevisionId id, CancellationToken cancel)
    {
        // Whatever took another model into use queues this in the same write, before anybody has read that model.
        var snapshot = await current.GetActive(cancel);
        var revision = await run.Look(db => db.Revisions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel), cancel)
            ?? throw new RefusedException("The revision is not there any more; nothing was measured.");
        var ground = await run.Look(db => Grounds.Of(db, revision, store.Now, cancel), cancel);
        if (await Known(run, snapshot, await simulate.OriginOf(snapshot, revision, cancel), ground, cancel) is { } known) return new AssessBookmark(known);
        var simulation = await simulate.Everybody(snapshot, revision, async (made, all) =>
        {
            await run.StopIfCancelled(cancel);
            await run.Report(ListsMade * made / Math.Max(1, all), string.Create(CultureInfo.InvariantCulture, $"{made:N0} of {all:N0} lists"), cancel);
        }, cancel);
        await run.Report(ListsMade, "measuring", cancel);
        var figures = await measure.Of(simulation, cancel);
        return await Keep(run, simulation, figures, ground, cancel);
    }

    /// <summary>The newest full assessment of the same origin, where it is on the same ground and of all dimensions there are now. An older one is not taken: pages and gate go by the newest.</summary>
    private async Task<int?> Known(JobRun run, ModelSnapshot snapshot, ListOrigin origin, AssessmentGround ground, CancellationToken cancel)
    {
        var known = await run.Look(
            db => db.Assessments.AsNoTracking().Where(row => row.Revision == origin.Revision && row.RevisionHash == origin.RevisionHash && row.ModelHash == origin.ModelHash && row.PolicyVersion == origin.PolicyVersion
                && row.Listeners == row.Population).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel),
            cancel);
        return known is not null && known.Ground == ground.Text && await measure.Covers(snapshot, known.Figures, cancel) ? known.Id : null;
    }

    private async Task<AssessBookmark> Keep(JobRun run, Simulation simulation, ImmutableArray<Figure> figures, AssessmentGround ground, CancellationToken cancel)
    {
        AssessBookmark mark = null!;
        await run.Step(async db => mark = await Keep(db, run.By, simulation, figures, ground, cancel), cancel);
        bell.Ring(new PlaylistId(run.Arguments<AssessArguments>().Playlist), run.By);
        return mark;
    }

    private async Task<AssessBookmark> Keep(CurationDb db, PersonId by, Simulation simulation, ImmutableArray<Figure> figures, AssessmentGround ground, CancellationToken cancel)
    {
        var origin = simulation.Origin;
        var revision = await db.Revisions.AsNoTracking().SingleAsync(row => row.Id == origin.Revision, cancel);
        if (revision.Hash != origin.RevisionHash) throw new RefusedException("The revision was edited while it was measured, so nothing was stored. Measure it again once the editing rests, or submit it.");
        var assessment = new Assessment(revision.Playlist, origin, simulation.Lists.Count, simulation.Audience.Population, figures, by, store.Now, ground);
        db.Assessments.Add(assessment);
        await db.SaveChangesAsync(cancel);
        db.AssessmentTracks.AddRange(AssessedTrack.Of(simulation.Lists).Select(track => new AssessmentTrack(assessment.Id, track.Track, track.Lists, track.Log, track.Geometric, track.Attention)));
        await db.SaveChangesAsync(cancel);
        await db.Log(by, "assessment.add", $"playlist:{revision.Playlist}", $"assessment {assessment.Id} of revision {revision.Number} on {assessment.Listeners} listeners, {assessment.Hash}", store.Now, cancel);
        return new AssessBookmark(assessment.Id);
    }
}
