using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Previews;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Simulating;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Laboratory;

/// <summary>Does laboratory jobs: draws one recipe's curve after the other, each committed as it is drawn, so a stopped job goes on with the next recipe.</summary>
public sealed class ExperimentWork(Store store, CurrentModel current, CurrentMeter meters, TimeProvider clock) : IJobWork
{
    /// <summary>Listeners that are simulated at most: every nth by id.</summary>
    public const int Most = 1_000;

    /// <inheritdoc/>
    public string Kind => StartExperiment.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<string> Askers => StartExperiment.Askers;

    /// <inheritdoc/>
    public async Task<string?> Run(JobRun run, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(run);
        var id = run.Arguments<ExperimentArguments>().Experiment;
        var (experiment, draft) = await store.Read(async db =>
        {
            var row = await db.Experiments.SingleOrDefaultAsync(candidate => candidate.Id == id, cancel) ?? throw new RefusedException("This experiment is not there any more.");
            return (row, await db.Revisions.Where(revision => revision.Id == row.Revision).Select(revision => revision.Draft).SingleAsync(cancel));
        }, cancel);
        if (experiment.IsDone) return null;
        var watch = new WatchedWork(run, clock);
        await run.Report(0, "reading listeners", cancel);
        var world = await World(experiment.Watched, cancel);
        var loop = await watch.Run("training the first model", 0, 0, (_, stop) => new FeedbackLoop(world, experiment.Options, stop), cancel);
        for (var next = experiment.Curves.Length; next < experiment.Recipes.Length; next++)
        {
            var recipe = experiment.Recipes[next];
            var (from, to) = (next / (double)experiment.Recipes.Length, (next + 1) / (double)experiment.Recipes.Length);
            var doing = string.Create(CultureInfo.InvariantCulture, $"recipe {next + 1} of {experiment.Recipes.Length}: {recipe.Name}");
            var curve = await watch.Run(doing, from, to, (progress, stop) => loop.Run(recipe.Name, draft with { Blend = recipe.Blend }, progress, stop), cancel);
            await run.Step(async db =>
            {
                (await db.Experiments.SingleAsync(row => row.Id == id, cancel)).Draw(curve, world.Listeners.Count);
                return new ExperimentBookmark(next + 1);
            }, cancel);
        }

        return null;
    }

    private async Task<LoopWorld> World(string watched, CancellationToken cancel)
    {
        var snapshot = await current.Get(cancel);
        var ground = (await meters.Get(snapshot, cancel)).Ground;
        var dimension = ground.Dimensions.FirstOrDefault(candidate => string.Equals(candidate.Name, watched, StringComparison.OrdinalIgnoreCase))
            ?? throw new RefusedException($"Nothing tells tracks apart by {watched} any more. Start the experiment again with another dimension.");
        var histories = await store.Read(async db =>
        {
            var (listeners, _) = await AudienceHistories.EveryNth(db, Most, cancel);
            return await AudienceHistories.OfScattered(db, listeners, snapshot.Weights, cancel);
        }, cancel);
        return new LoopWorld
        {
            Rows = ground.Rows,
            Heard = Heard(histories, ground.Rows.RowOf, ground.Rows.Count),
            Listeners = Array.ConvertAll(histories, history => history.Id),
            ExcludeExplicit = histories.Where(history => history.ExcludesExplicit).Select(history => history.Id).ToHashSet(),
            Watched = dimension,
            Dimensions = ground.Dimensions,
            Tier = snapshot.Ground.TierOf,
            Day = DateOnly.FromDateTime(store.Now.UtcDateTime),
        };
    }

    private static ListeningMatrix Heard(ListenerHistory[] histories, Func<Catalog.TrackId, int> rowOf, int tracks)
    {
        var heard = new ListeningMatrixBuilder();
        foreach (var (row, history) in histories.Index())
        {
            if (history.ProfilingOff) continue;
            for (var i = 0; i < history.Tracks.Length; i++)
            {
                if (history.Counts[i] > 0 && rowOf(history.Tracks[i]) is >= 0 and var column) heard.Add(row, column, history.Counts[i]);
            }
        }

        return heard.Build(histories.Length, 0, tracks);
    }
}

/// <summary>How many recipes have their curves.</summary>
internal sealed record ExperimentBookmark(int Recipes);
