using System.Globalization;
using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Impact;
using Curation.Core.Desk.Jobs;
using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Ranking;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Curation.Core.Storage.Models;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Models;

/// <summary>The job that learns from all listening: measures each recommender on what is held out, trains on everything, saves the file and, unless it is worse than the one in use, takes it into use, by which what waits for review is queued to be measured again. After a kill it starts over.</summary>
public sealed class TrainModel(IDbContextFactory<CurationDb> factory, ModelFiles files, CurrentModel current, TrainingOptions options, TimeProvider clock, PlaylistBell bell) : IJobWork
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

        var weights = options.WeightsAsOf(Math.Min(log.Newest, clock.GetUtcNow().ToUnixTimeMilliseconds()));
        var measured = await Measure(run, watch, log, tracks, weights, cancel);
        var matrix = log.Matrix(tracks, weights: weights);
        var warm = run.Arguments<TrainArguments>().Warm ? (await current.Get(cancel)).Model?.Factorisation : null;
        var model = await watch.Run("Training on everything", 0.5, 0.92, (progress, stop) => Trained(measured, warm, log, matrix, tracks, progress, stop), cancel);
        var (compared, notCompared) = await Compare(watch, log, model, weights, cancel);
        var card = new ModelCard(model.Hash, log.Listeners, log.Lists, tracks.Count, matrix.Entries, model.Options, clock.GetElapsedTime(began).TotalSeconds, measured.Measures.Figures, measured.How)
        {
            Groups = measured.Measures.Groups,
            Differences = measured.Measures.Differences,
            Tries = measured.Tries,
            Attacks = measured.Attacks,
            Evidence = weights,
            HeldBack = log.Aside is null ? 0 : options.HeldBack,
            Compared = compared,
            NotCompared = notCompared,
        };

        await run.Report(0.96, "Saving", cancel);
        var file = await Task.Run(() => files.Save(model), cancel);
        IReadOnlyCollection<PlaylistId> stale = [];
        await run.Step(async db =>
        {
            stale = await Settle(db, run, file, card, cancel);
            return new { card.Hash };
        }, cancel);
        await run.Report(0.98, "Taking it into use", cancel);
        await current.Refresh(cancel);
        foreach (var playlist in stale) bell.Ring(playlist, run.By);
        return JsonSerializer.Serialize(card);
    }

    private async Task<ListeningLog> Read(JobRun run, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var lists = options.ListsAsEvidence ? await db.EvidenceLists.CountAsync(cancel) : 0;
        var into = HeldBackListening.LogFor(await db.Listeners.CountAsync(cancel), lists, options.HeldBack);
        var log = await Task.Run(() => ListeningReader.Read(db, options.ListsAsEvidence, into, cancel: cancel), cancel);
        await run.Report(0.1, "Measuring", cancel);
        return log.Listeners + log.Lists > 0
            ? log
            : throw new RefusedException("There is nothing to learn from yet: no plays and no lists. The model in use, if any, stays in use. Import listening first.");
    }

    private sealed record Measured(ModelOptions Settings, LearnedRanking? Ranking, CardMeasures Measures, string How, IReadOnlyList<TuningTry> Tries, IReadOnlyList<AttackFigure> Attacks);

    /// <summary>The model of all evidence, from where the one in use stands if wanted, with the order that was learned on the earlier part.</summary>
    private static TrainedModel Trained(Measured measured, Factorisation? warm, ListeningLog log, ListeningMatrix matrix, TrackIndex tracks, IProgress<double> progress, CancellationToken cancel)
    {
        var times = measured.Ranking is { Parts.Times: null } ? null : RankingLessons.Times(Observations.Of(log, tracks), matrix);
        var from = warm?.Options.Factors == measured.Settings.Factorisation.Factors ? warm : null;
        var model = new ModelTrainer(measured.Settings).Train(matrix, tracks, progress, times, from, log.Plays(tracks), cancel);
        return measured.Ranking is { } ranking ? model.With(ranking) : model;
    }

    private async Task<Measured> Measure(JobRun run, WatchedWork watch, ListeningLog log, TrackIndex tracks, EvidenceWeights weights, CancellationToken cancel)
    {
        var arguments = run.Arguments<TrainArguments>();
        var (split, how) = await Task.Run(() => new CardSplit(log, tracks, weights).Make(), cancel);
        if (split.HeldOut.Entries == 0) return new(options.Model, null, CardMeasures.None, "", [], []);
        var tuning = new TuneModel(watch, tracks, clock);
        var (settings, tries) = await tuning.Tune(split, options.Model, arguments.Tune, cancel);
        if (arguments.Brief) settings = settings with { Ranking = settings.Ranking with { MostRows = 400, Runs = 1, Trees = 50 } };
        var seen = new TrainingSet(split.Train, tracks) { Of = split, Observations = Observations.Of(log, tracks) };
        var ranking = await watch.Run("Learning to rank on the earlier part, to measure", 0.1, 0.4, (progress, stop) => new BlendTrainer(settings).Train(seen, progress, stop), cancel);
        var groups = await Groups(log, cancel);
        var measures = await watch.Run("Measuring on what was held out", 0.4, 0.45, (_, stop) => CardMeasures.Of([.. ranking.Parts.Recommenders, ranking], split, tracks, groups, stop), cancel);
        return new(settings, ranking, measures, how, tries, arguments.Brief ? [] : await tuning.Attack(split, settings, cancel));
    }

    private async Task<IReadOnlyList<Grouping>> Groups(ListeningLog log, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await ListenerGroups.Of(db, log, cancel);
    }

    /// <summary>The new model against the one in use, on listeners and lists that both were kept from; or why that is not possible.</summary>
    private async Task<(ModelComparison? Compared, string NotCompared)> Compare(WatchedWork watch, ListeningLog log, TrainedModel model, EvidenceWeights weights, CancellationToken cancel)
    {
        var inUse = await current.Get(cancel);
        if (inUse.Model is null) return (null, "no model was in use");
        if (inUse.ModelHash == model.Hash) return (null, "it is the model that was in use");
        if (log.Aside is null) return (null, "there are too few listeners and lists to keep some from training");
        if (inUse.HeldBack != options.HeldBack) return (null, "the model that was in use learned from those on whom the two would be compared");
        var gate = new ActivationGate(log.Aside);
        if (gate.Tested < HeldBackListening.Fewest) return (null, "too few of those who were kept from training have heard enough");
        return (await watch.Run("Comparing with the model in use", 0.92, 0.96, (_, stop) => gate.Compare((inUse.Model, inUse.Weights), (model, weights), stop), cancel), "");
    }

    /// <summary>Puts the model in use, or writes down why not; answers with the playlists that wait for review and are to be measured again.</summary>
    private async Task<IReadOnlyCollection<PlaylistId>> Settle(CurationDb db, JobRun run, string file, ModelCard card, CancellationToken cancel)
    {
        var (hash, now) = (card.Hash, clock.GetUtcNow());
        var before = await ImpactGrounds.ModelHash(db, cancel);
        var worse = card.Compared?.IsWorse(options.Tolerance) == true && !await db.Models.AnyAsync(model => model.Hash == hash && model.OverriddenBecause != null, cancel);
        if (!worse) await ActivateModel.Clear(db, cancel);
        var record = await db.Models.SingleOrDefaultAsync(model => model.Hash == hash, cancel);
        if (record is null) db.Models.Add(record = new ModelRecord(hash, file, JsonSerializer.Serialize(card), now));
        else record.MeasureAgain(JsonSerializer.Serialize(card));
        if (worse)
        {
            var compared = card.Compared!;
            record.Refuse(string.Create(CultureInfo.InvariantCulture,
                $"On {compared.Tested} listeners and lists that neither model learned from, {compared.Metric} is {compared.Now:0.0000} where the model in use has {compared.Before:0.0000} (difference {compared.Difference:0.0000}, 95 % interval {compared.Low:0.0000} to {compared.High:0.0000})."));
            await db.Log(run.By, "model.refuse", $"model:{hash}", record.RefusedBecause!, now, cancel);
            return [];
        }

        record.Accept();
        record.Activate(true);
        await db.Log(run.By, "model.train", $"model:{hash}", $"{card.Listeners} listeners, {card.Lists} lists, {card.Tracks} tracks; in use", now, cancel);
        await db.SaveChangesAsync(cancel);
        if (hash == before) return [];
        var write = new Write(db, new Actor(run.By), now, cancel);
        await AssessPlaylist.Waiting(write);
        return [.. write.Changes];
    }
}
