using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Recommending;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Curation.Core.Storage.Models;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Models;

/// <summary>The job that learns from all listening: measures each recommender on what is held out, trains on everything, saves the file and takes it into use. After a kill it starts over.</summary>
public sealed class TrainModel(IDbContextFactory<CurationDb> factory, ModelFiles files, CurrentModel current, TrainingOptions options, TimeProvider clock) : IJobWork
{
    /// <summary>The kind of this job.</summary>
    public const string JobKind = "train";

    /// <inheritdoc/>
    public string Kind => JobKind;

    /// <summary>Queues a training, or returns the one that is already under way.</summary>
    public static Task<int> Queue(QueueJob queue, Actor actor, CancellationToken cancel = default) =>
        Queue(queue, actor, new TrainArguments(), cancel);

    /// <summary>The same with more or less to do beside training.</summary>
    public static Task<int> Queue(QueueJob queue, Actor actor, TrainArguments arguments, CancellationToken cancel = default) =>
        queue.Run(actor, [Roles.Admin], JobKind, "Train the models", arguments, key: JobKind, cancel);

    /// <inheritdoc/>
    public async Task<string?> Run(JobRun run, CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        var watch = new WatchedWork(run, clock);
        await run.Report(0, "Reading what was heard", cancel);
        var log = await Read(run, cancel);
        var tracks = log.Tracks();
        await run.StopIfCancelled(cancel);

        var measured = await Measure(run, watch, log, tracks, cancel);
        var matrix = log.Matrix(tracks);
        var model = await watch.Run("Training on everything", 0.5, 0.95, (progress, stop) => new ModelTrainer(measured.Settings).Train(matrix, tracks, progress, stop), cancel);
        var card = new ModelCard(model.Hash, log.Listeners, log.Lists, tracks.Count, matrix.Entries, model.Options, clock.GetElapsedTime(began).TotalSeconds, measured.Measures.Figures, measured.How)
        {
            Groups = measured.Measures.Groups,
            Differences = measured.Measures.Differences,
            Tries = measured.Tries,
            Attacks = measured.Attacks,
        };

        await run.Report(0.96, "Saving", cancel);
        var file = await Task.Run(() => files.Save(model), cancel);
        await run.Step(db => Activate(db, run, model.Hash, file, card, cancel), cancel);
        await run.Report(0.98, "Taking it into use", cancel);
        await current.Refresh(cancel);
        return JsonSerializer.Serialize(card);
    }

    private async Task<ListeningLog> Read(JobRun run, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var log = await Task.Run(() => ListeningReader.Read(db, options.ListsAsEvidence, cancel: cancel), cancel);
        await run.Report(0.1, "Measuring", cancel);
        return log.Listeners + log.Lists > 0
            ? log
            : throw new RefusedException("There is nothing to learn from yet: no plays and no lists. The model in use, if any, stays in use. Import listening first.");
    }

    private sealed record Measured(ModelOptions Settings, CardMeasures Measures, string How, IReadOnlyList<TuningTry> Tries, IReadOnlyList<AttackFigure> Attacks);

    private async Task<Measured> Measure(JobRun run, WatchedWork watch, ListeningLog log, TrackIndex tracks, CancellationToken cancel)
    {
        var arguments = run.Arguments<TrainArguments>();
        var (split, how) = await Task.Run(() => new CardSplit(log, tracks).Make(), cancel);
        if (split.HeldOut.Entries == 0) return new(options.Model, CardMeasures.None, "", [], []);
        var tuning = new TuneModel(watch, tracks, clock);
        var (settings, tries) = await tuning.Tune(split, options.Model, arguments.Tune, cancel);
        var trial = await watch.Run("Training on the earlier part, to measure", 0.1, 0.4, (progress, stop) => new ModelTrainer(settings).Train(split.Train, tracks, progress, stop), cancel);
        IRecommender[] recommenders = [trial.Factorisation, trial.Neighbours, trial.Popularity];
        var groups = await Groups(log, cancel);
        var measures = await watch.Run("Measuring on what was held out", 0.4, 0.45, (_, stop) => CardMeasures.Of(recommenders, split, tracks, groups, stop), cancel);
        return new(settings, measures, how, tries, arguments.SkipAttacks ? [] : await tuning.Attack(split, settings, cancel));
    }

    private async Task<IReadOnlyList<Grouping>> Groups(ListeningLog log, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await ListenerGroups.Of(db, log, cancel);
    }

    private async Task<object> Activate(CurationDb db, JobRun run, string hash, string file, ModelCard card, CancellationToken cancel)
    {
        await ActivateModel.Clear(db, cancel);
        var record = await db.Models.SingleOrDefaultAsync(model => model.Hash == hash, cancel);
        if (record is null) db.Models.Add(record = new ModelRecord(hash, file, JsonSerializer.Serialize(card), clock.GetUtcNow()));
        else record.MeasureAgain(JsonSerializer.Serialize(card));
        record.Activate(true);
        await db.Log(run.By, "model.train", $"model:{hash}", $"{card.Listeners} listeners, {card.Lists} lists, {card.Tracks} tracks; in use", clock.GetUtcNow(), cancel);
        return new { hash };
    }
}
