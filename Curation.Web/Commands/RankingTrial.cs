using Curation.Core.Catalog;
using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Web.Commands;

/// <summary>One run of <c>evaluate</c>: its data, and the models it trains and tests on them.</summary>
internal sealed class RankingTrial
{
    private static readonly double[] Strengths = [0.05, 0.1, 0.2, 0.4, 0.8];

    private readonly ListeningMatrix train;
    private readonly ListeningMatrix? valid;
    private readonly ListeningMatrix test;
    private readonly TrackIndex tracks;
    private readonly TextWriter errors;

    private RankingTrial(ListeningMatrix train, ListeningMatrix? valid, ListeningMatrix test, TextWriter errors)
    {
        (this.train, this.valid, this.test, this.errors) = (train, valid, test, errors);
        tracks = new(Enumerable.Range(0, train.Columns).Select(row => new TrackId(row)));
    }

    /// <summary>Reads the files; null, once it is told, where one of them cannot be used.</summary>
    public static RankingTrial? Read(FileInfo trainFile, FileInfo testFile, FileInfo? validFile, TextWriter errors)
    {
        var input = new InteractionInput(errors);
        if (input.Read(trainFile) is not { } training || input.Read(testFile) is not { } testing) return null;
        ListeningMatrixBuilder? validation = null;
        if (validFile is not null && (validation = input.Read(validFile)) is null) return null;
        errors.WriteLine(FormattableString.Invariant($"{input.Users} users, {input.Items} items, {training.Count} training and {testing.Count} test interactions"));
        return new(input.Build(training), validation is null ? null : input.Build(validation), input.Build(testing), errors);
    }

    /// <summary>Trains and tests one model, or all.</summary>
    public IReadOnlyList<RankingReport> Run(string? model, int[] cutOffs, int seed, CancellationToken cancel)
    {
        var seen = valid is null ? train : train.Plus(valid);
        var popularity = Popularity.Of(seen, tracks);
        var split = new Split(seen, seen, test.Without(seen));
        var evaluator = new RankingEvaluator(cutOffs, seed);
        var reports = new List<RankingReport>();
        foreach (var name in new[] { "ials", "neighbours", "ease", "sparse-ease", "popularity" })
        {
            if (model is not null && model != name) continue;
            IRecommender trained = name switch
            {
                "ials" => Factorise(seen, Chosen(cutOffs, seed, cancel), cancel),
                "neighbours" => new NeighboursTrainer(new()).Train(seen, tracks, popularity, new ProgressLine(errors, name), cancel),
                "ease" => new EaseTrainer(new()).Train(seen, tracks, popularity, new ProgressLine(errors, name), cancel),
                "sparse-ease" => new SparseEaseTrainer(new()).Train(seen, tracks, popularity, new ProgressLine(errors, name), cancel),
                _ => popularity,
            };
            reports.Add(evaluator.Evaluate(trained, split, new ProgressLine(errors, $"testing {name}"), cancel));
        }

        return reports;
    }

    /// <summary>The default options, with the strength of regularisation that does best on the validation part where there is one.</summary>
    private FactorisationOptions Chosen(int[] cutOffs, int seed, CancellationToken cancel)
    {
        var options = new FactorisationOptions { Seed = seed };
        if (valid is null) return options;
        var split = new Split(train, train, valid.Without(train));
        var evaluator = new RankingEvaluator([cutOffs[0]], seed);
        var best = (Value: -1.0, Options: options);
        foreach (var strength in Strengths)
        {
            var candidate = options with { Regularisation = strength };
            var value = evaluator.Evaluate(Factorise(train, candidate, cancel), split, null, cancel)[$"ndcg@{cutOffs[0]}"].Value ?? 0;
            errors.WriteLine(FormattableString.Invariant($"regularisation {strength}: ndcg@{cutOffs[0]} {value:F4} on the validation part"));
            if (value > best.Value) best = (value, candidate);
        }

        return best.Options;
    }

    private Factorisation Factorise(ListeningMatrix matrix, FactorisationOptions options, CancellationToken cancel) =>
        new FactorisationTrainer(options).Train(matrix, tracks, Popularity.Of(matrix, tracks), new ProgressLine(errors, "ials"), cancel);
}
