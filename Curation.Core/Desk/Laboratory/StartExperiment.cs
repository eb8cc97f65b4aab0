using System.Collections.Immutable;
using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Playlists;
using Curation.Core.Simulating;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Laboratory;

/// <summary>Starts an experiment in the feedback-loop laboratory; a job draws its curves.</summary>
public sealed class StartExperiment(Store store, JobBell bell)
{
    /// <summary>Kind of the job.</summary>
    public const string Kind = "laboratory";

    /// <summary>Who may experiment. Nothing of it reaches a listener.</summary>
    public static IReadOnlyList<string> Askers { get; } = [Roles.Editor, Roles.Reviewer, Roles.Admin];

    /// <summary>Starts it on the newest revision of a playlist and returns its number.</summary>
    /// <exception cref="RefusedException">The playlist is not there or empty, or the recipes cannot be compared.</exception>
    public async Task<int> Run(Actor actor, PlaylistId playlist, string title, string watched, LoopOptions options, ImmutableArray<TriedRecipe> recipes, CancellationToken cancel = default)
    {
        var id = await store.Write(actor, Askers, async write =>
        {
            var head = await write.Db.Playlists.Where(row => row.Id == playlist).Select(row => row.Head).SingleOrDefaultAsync(cancel);
            var revision = await write.Db.Revisions.SingleOrDefaultAsync(row => row.Id == head && row.Playlist == playlist, cancel)
                ?? throw new RefusedException("There is no such playlist; nothing was started.");
            if (revision.Draft.Pool.IsEmpty) throw new RefusedException("The pool of this playlist is empty, so its recipes have nothing to choose from. Nothing was started.");
            var experiment = new Experiment(revision, title, watched, options, recipes, actor.Person, write.Now);
            write.Db.Experiments.Add(experiment);
            await write.Db.SaveChangesAsync(cancel);
            await write.Log("laboratory.start", $"experiment:{experiment.Id}", $"{experiment.Title}; {string.Join(", ", recipes.Select(recipe => recipe.Name))}; playlist:{playlist}, revision {revision.Number}, seed {options.Seed}");
            await QueueJob.In(write, Kind, $"Laboratory: {experiment.Title}", new ExperimentArguments(experiment.Id), KeyOf(experiment.Id));
            return experiment.Id;
        }, cancel);
        bell.Ring();
        return id;
    }

    internal static string KeyOf(int experiment) => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{experiment}");
}

/// <summary>Arguments of a laboratory job.</summary>
internal sealed record ExperimentArguments(int Experiment);
