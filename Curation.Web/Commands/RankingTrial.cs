using Curation.Core.Evaluating;
using Curation.Core.Evaluating.Attacks;
using Curation.Core.Evaluating.Tuning;
using Curation.Core.Recommending;

namespace Curation.Web.Commands;

/// <summary>What one run of <c>evaluate</c> compares.</summary>
/// <param name="Models">Names of the models, in the order of the table.</param>
/// <param name="CutOffs">The k of each "@k" metric.</param>
/// <param name="Options">How the models are trained.</param>
/// <param name="Against">The model that the others are compared with; null for the best single one of each test.</param>
/// <param name="ByGroup">Whether groups are measured too.</param>
/// <param name="Seed">Seed of tuning and of the intervals.</param>
/// <param name="Budget">Time to tune for; null where nothing is tuned.</param>
internal sealed record TrialPlan(IReadOnlyList<string> Models, int[] CutOffs, ModelOptions Options, string? Against, bool ByGroup, long Seed, TimeSpan? Budget);

/// <summary>Trains each model once, tests it on each test, and compares.</summary>
internal sealed class RankingTrial(TrialData data, TrialPlan plan, TextWriter errors, TimeProvider clock)
{
    private readonly TrainingSet set = new(data.Tests[0].Train, data.Tracks, data.Tests[0].Facts) { Of = data.Tests[data.Tests.Count / 2], Observations = data.Observations, Traits = data.Traits };

    private ModelOptions settings = plan.Options;

    private sealed record Measured(RankingOutcome Outcome, double TrainSeconds, double RankSeconds);

    /// <summary>Chooses settings on a part of the training data. Without a budget nothing is tried.</summary>
    public IReadOnlyList<TuningTry> Tune(CancellationToken cancel)
    {
        if (plan.Budget is not { } budget) return [];
        var valid = data.Valid ?? ValidationSplit.Of(data.Tests[data.Tests.Count / 2], seed: plan.Seed);
        var tuner = new Tuner(new TuningOptions { Budget = budget, CutOff = plan.CutOffs[0], Seed = plan.Seed }, clock);
        var result = tuner.Tune([.. plan.Models.Select(name => Contenders.Named(name)!)], valid, data.Tracks, settings, attempt => errors.WriteLine(TuningTable.Line(attempt)), cancel);
        if (result.Tries.Count == 0) errors.WriteLine("Nothing was tuned: the validation part leaves nothing to be found, or these models have no settings.");
        settings = result.Options;
        return result.Tries;
    }

    /// <summary>Attacks each model with hostile rows beside the training part.</summary>
    public IReadOnlyList<AttackFigure> Attack(CancellationToken cancel)
    {
        var trial = new AttackTrial(new AttackOptions { Seed = plan.Seed });
        return [.. plan.Models.SelectMany(name => trial.Run(Contenders.Named(name)!, set, settings, new ProgressLine(errors, $"attacking {name}"), cancel))];
    }

    /// <summary>One report for each test and model.</summary>
    public IReadOnlyList<TrialReport> Run(CancellationToken cancel)
    {
        var measured = data.Tests.Select(_ => new List<Measured>()).ToArray();
        foreach (var name in plan.Models)
        {
            var began = clock.GetTimestamp();
            var model = Contenders.Named(name)!.Train(set, settings, new ProgressLine(errors, name), cancel);
            var seconds = clock.GetElapsedTime(began).TotalSeconds;
            foreach (var (number, test) in data.Tests.Index()) measured[number].Add(Measure(model, test, seconds, cancel));
        }

        return [.. data.Tests.Zip(measured).SelectMany(test => Reports(test.First, test.Second))];
    }

    private Measured Measure(IRecommender model, Split test, double trainSeconds, CancellationToken cancel)
    {
        Grouping[] ofRows = plan.ByGroup ? [Grouping.ByHistory(test), .. data.Groups] : [];
        Grouping[] ofTracks = plan.ByGroup ? [Grouping.ByPopularity(test.Train, data.Tracks)] : [];
        var began = clock.GetTimestamp();
        var outcome = new RankingEvaluator(plan.CutOffs, plan.Seed).Measure(model, test, ofRows, ofTracks, new ProgressLine(errors, $"testing {model.Name} {test.Name}".TrimEnd()), cancel);
        return new(outcome, trainSeconds, clock.GetElapsedTime(began).TotalSeconds);
    }

    private IEnumerable<TrialReport> Reports(Split test, List<Measured> models)
    {
        var first = $"ndcg@{plan.CutOffs[0]}";
        var reports = models.ConvertAll(model => model.Outcome.Report());
        var singles = Enumerable.Range(0, models.Count).Where(i => !Contenders.Named(plan.Models[i])!.Combines).ToArray();
        var baseline = plan.Against is { } named ? Enumerable.Range(0, models.Count).First(i => plan.Models[i] == named) : singles.Length == 0 ? 0 : singles.MaxBy(i => reports[i][first].Value ?? 0);
        foreach (var (i, report) in reports.Index())
        {
            var against = i == baseline || report.Listeners == 0
                ? []
                : plan.CutOffs.SelectMany(k => new[] { $"ndcg@{k}", $"recall@{k}" }).Select(metric => models[i].Outcome.Against(models[baseline].Outcome, metric)).ToList();
            yield return new(report.Recommender, test.Name, report.Listeners, report.Tracks, models[i].TrainSeconds, models[i].RankSeconds, report.Figures, report.Groups, against);
        }
    }
}
