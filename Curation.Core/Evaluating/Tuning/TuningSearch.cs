using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating.Tuning;

/// <summary>Searches the settings of one recommender, round by round, within its time.</summary>
internal sealed class TuningSearch(Contender contender, TuningGround ground, TuningOptions options, TimeProvider clock, TimeSpan budget)
{
    private readonly List<(ModelOptions Settings, TuningTry Try)> tried = [];
    private readonly SeededRandom random = new(options.Seed);
    private readonly TuningAxis[] axes = [.. contender.Axes.Select(axis => axis.For(ground.Tracks))];
    private readonly long began = clock.GetTimestamp();
    private ModelOptions given = new();
    private bool late;

    public (ModelOptions Best, IEnumerable<TuningTry> Tries) Run(ModelOptions from, Action<TuningTry>? told, CancellationToken cancel)
    {
        given = from;
        for (var round = 0; round < options.Rounds && !late; round++) Round(told, cancel);
        var best = Best();
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

    /// <summary>Half of the settings from the whole range, half near the best so far.</summary>
    private ModelOptions Drawn(int number, ModelOptions best) => number % 2 == 1 || best == given
        ? axes.Aggregate(given, (settings, axis) => axis.Anywhere(settings, random))
        : axes.Aggregate(best, (settings, axis) => axis.Nearby(settings, random));

    private double? Known(ModelOptions settings, double share)
    {
        foreach (var (known, attempt) in tried)
            if (known == settings && attempt.Share == share) return attempt.Figure ?? 0;
        return null;
    }

    private double Try(ModelOptions settings, int rung, double share, Action<TuningTry>? told, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        var figure = ground.Try(contender, settings, share, cancel);
        var words = settings == given ? "as given" : string.Join(", ", axes.Select(axis => axis.Describe(settings)));
        var attempt = new TuningTry(contender.Name, words, rung, share, ground.Metric, figure, clock.GetElapsedTime(start).TotalSeconds);
        tried.Add((settings, attempt));
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

    private bool IsDecisive(TuningTry attempt) => attempt.Share == tried.Max(entry => entry.Try.Share);
}
