using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating.Tuning;

/// <summary>Searches the settings of one recommender, round by round, within its time.</summary>
internal sealed class TuningSearch(Contender contender, TuningGround ground, TuningOptions options, TimeProvider clock, TimeSpan budget)
{
    private readonly List<Tried> tried = [];
    private readonly SeededRandom random = new(options.Seed);
    private readonly TuningAxis[] axes = [.. contender.Axes.Select(axis => axis.For(ground.Tracks))];
    private readonly long began = clock.GetTimestamp();
    private ModelOptions given = new();
    private bool late;

    private sealed record Tried(ModelOptions Settings, TuningTry Try, RankingOutcome Outcome);

    public (ModelOptions Best, IEnumerable<TuningTry> Tries) Run(ModelOptions from, Action<TuningTry>? told, CancellationToken cancel)
    {
        given = from;
        for (var round = 0; round < options.Rounds && !late; round++) Round(told, cancel);
        var best = Chosen();
        return (best, tried.Select(entry => entry.Settings == best && IsDecisive(entry.Try) ? entry.Try with { Chosen = true } : entry.Try));
    }

    /// <summary>Drawn settings on the least evidence, then the best of them on more and more; the one in force first at every rung.</summary>
    private void Round(Action<TuningTry>? told, CancellationToken cancel)
    {
        var best = Best();
        List<ModelOptions> going = [.. Enumerable.Range(1, options.Candidates - 1).Select(number => Drawn(number, best)).Distinct()];
        foreach (var (rung, share) in ground.Shares.Index())
        {
            var scored = new List<(ModelOptions Settings, double Figure)>();
            foreach (var settings in going.Prepend(given))
            {
                if (Known(settings, share) is not { } figure)
                {
                    cancel.ThrowIfCancellationRequested();
                    if (late = !InTime(settings, share)) return;
                    figure = Try(settings, rung, share, told, cancel);
                }

                scored.Add((settings, figure));
            }

            going = [.. scored.Where(entry => entry.Settings != given).OrderByDescending(entry => entry.Figure).Take(Math.Max(1, going.Count / options.Keep)).Select(entry => entry.Settings)];
        }
    }

    /// <summary>Half of the settings from the whole range, half near the best so far, which at first is what is in force.</summary>
    private ModelOptions Drawn(int number, ModelOptions best) => number % 2 == 1
        ? axes.Aggregate(given, (settings, axis) => axis.Anywhere(settings, random))
        : axes.Aggregate(best, (settings, axis) => axis.Nearby(settings, random));

    private double? Known(ModelOptions settings, double share)
    {
        var known = tried.Find(entry => entry.Settings == settings && entry.Try.Share == share);
        return known is null ? null : known.Try.Figure ?? 0;
    }

    private double Try(ModelOptions settings, int rung, double share, Action<TuningTry>? told, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        var outcome = ground.Try(contender, settings, share, cancel);
        var figure = outcome.MeanOf(ground.Metric);
        var words = settings == given ? "as given" : string.Join(", ", axes.Select(axis => axis.Describe(settings)));
        var attempt = new TuningTry(contender.Name, words, rung, share, ground.Metric, figure, clock.GetElapsedTime(start).TotalSeconds);
        tried.Add(new(settings, attempt, outcome));
        told?.Invoke(attempt);
        return figure ?? 0;
    }

    /// <summary>Whether a try is likely to be done in time, by what the same settings took on less evidence.</summary>
    private bool InTime(ModelOptions settings, double share)
    {
        var left = (budget - clock.GetElapsedTime(began)).TotalSeconds;
        var expected = tried.Where(entry => entry.Settings == settings).Select(entry => entry.Try.Seconds * share / entry.Try.Share).DefaultIfEmpty().Max();
        return left > 0 && expected <= left;
    }

    /// <summary>The best setting on the most evidence; of equals the one that was tried first.</summary>
    private ModelOptions Best() => tried.Where(entry => IsDecisive(entry.Try)).Select(entry => (entry.Settings, Figure: entry.Try.Figure ?? 0))
        .DefaultIfEmpty((given, 0)).Aggregate((best, next) => next.Figure > best.Figure ? next : best).Settings;

    /// <summary>The best setting where it is clearly better than the one in force, listener by listener; the best of many is better by chance too often to be taken at its mean.</summary>
    private ModelOptions Chosen()
    {
        var best = Best();
        var (now, then) = (Decisive(best), Decisive(given));
        return now is not null && then is not null && now.Outcome.Against(then.Outcome, ground.Metric).Low > 0 ? best : given;
    }

    private Tried? Decisive(ModelOptions settings) => tried.Find(entry => entry.Settings == settings && IsDecisive(entry.Try));

    private bool IsDecisive(TuningTry attempt) => attempt.Share == tried.Max(entry => entry.Try.Share);
}
