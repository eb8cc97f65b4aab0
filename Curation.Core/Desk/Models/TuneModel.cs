using Curation.Core.Desk.Jobs;
using Curation.Core.Evaluating;
using Curation.Core.Evaluating.Attacks;
using Curation.Core.Evaluating.Tuning;
using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Core.Desk.Models;

/// <summary>What a training is to do beside training.</summary>
/// <param name="Tune">For how long settings are searched first; null searches nothing.</param>
/// <param name="Brief">Whether to be brief, for a first start: leaves out what hostile listeners could do, and learns the order of candidates once and from few rows.</param>
/// <param name="Warm">Whether to start from the vectors of the model in use, where its vectors have the same length, rather than from random ones.</param>
public sealed record TrainArguments(TimeSpan? Tune = null, bool Brief = false, bool Warm = false);

/// <summary>What a training does beside measuring itself: searches settings and finds out what hostile listeners could do. It looks at the training part of the card's split alone.</summary>
internal sealed class TuneModel(WatchedWork watch, TrackIndex tracks, TimeProvider clock)
{
    /// <summary>Models that suggestions are made with by default, and so are attacked for the card.</summary>
    private const string Attacked = "ials";

    /// <summary>Models that suggestions and lists are made with.</summary>
    private static readonly string[] Tuned = ["ials", "neighbours", "sparse-ease"];

    /// <summary>Rows that the attacked trainings learn from at most, so that the largest store waits no longer than seconds.</summary>
    private const int MostAttacked = 5_000;

    /// <summary>The options with the best settings found in time, and all tries; the options as they are where no time is given.</summary>
    public async Task<(ModelOptions Options, IReadOnlyList<TuningTry> Tries)> Tune(Split split, ModelOptions options, TimeSpan? budget, CancellationToken cancel)
    {
        if (budget is not { } time || split.HeldOut.Entries == 0) return (options, []);
        var tuner = new Tuner(new TuningOptions { Budget = time }, clock);
        var began = clock.GetTimestamp();
        var result = await watch.Run(
            "Searching settings",
            0.1,
            0.1,
            (progress, stop) => tuner.Tune([.. Tuned.Select(name => Contenders.Named(name)!)], ValidationSplit.Of(split), tracks, options, _ => progress.Report(Math.Min(1, clock.GetElapsedTime(began) / time)), stop),
            cancel);
        return (result.Options, result.Tries);
    }

    /// <summary>What one hostile row in a hundred does to tracks of the tail and the middle.</summary>
    public async Task<IReadOnlyList<AttackFigure>> Attack(Split split, ModelOptions options, CancellationToken cancel) => await watch.Run(
        "Measuring what hostile listeners could do",
        0.45,
        0.5,
        (progress, stop) => new AttackTrial(new AttackOptions { Targets = 2, MostRows = MostAttacked }).Run(Contenders.Named(Attacked)!, new TrainingSet(split.Train, tracks, split.Facts), options, progress, stop),
        cancel);
}
