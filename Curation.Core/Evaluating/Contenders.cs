using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating;

/// <summary>Trains a recommender.</summary>
public delegate IRecommender TrainContender(TrainingSet set, ModelOptions options, IProgress<double>? progress, CancellationToken cancel);

/// <summary>A recommender that can be trained, tuned and compared by its name.</summary>
/// <param name="Name">The name, as the recommender itself bears it.</param>
/// <param name="Train">Trains it.</param>
/// <param name="Axes">What tuning varies; empty where there is nothing to tune.</param>
/// <param name="OnDemand">Whether it is evaluated only where it is asked for by name.</param>
/// <param name="Combines">Whether it puts the work of others together, and so is what they are compared with rather than one of them.</param>
public sealed record Contender(string Name, TrainContender Train, IReadOnlyList<TuningAxis> Axes, bool Combines = false, bool OnDemand = false);

/// <summary>What a contender is trained on.</summary>
/// <param name="Matrix">The training part.</param>
/// <param name="Tracks">The tracks of its columns.</param>
/// <param name="Facts">What is known of its rows; null where nothing is known of any.</param>
public sealed record TrainingSet(ListeningMatrix Matrix, TrackIndex Tracks, IReadOnlyList<RowFacts?>? Facts = null)
{
    /// <summary>The split whose training part this is, for those who part it once more in the same way; they do not look at its test part. Null where there is none.</summary>
    public Split? Of { get; init; }

    /// <summary>The evidence with its times; null where nothing has one.</summary>
    public Observations? Observations { get; init; }

    private readonly Lazy<Popularity> popularity = new(() => Popularity.Of(Matrix, Tracks));

    /// <summary>What is heard most in it.</summary>
    public Popularity Popularity => popularity.Value;
}

/// <summary>Every recommender there is, one line each: where a new one is added to be evaluated, tuned and compared.</summary>
public static class Contenders
{
    /// <summary>All of them, in the order in which tables show them.</summary>
    public static IReadOnlyList<Contender> All { get; } =
    [
        new("ials", (set, options, progress, cancel) => new FactorisationTrainer(options.Factorisation).Train(set.Matrix, set.Tracks, set.Popularity, progress, cancel), TuningAxes.Factorisation),
        new("neighbours", (set, options, progress, cancel) => new NeighboursTrainer(options.Neighbours).Train(set.Matrix, set.Tracks, set.Popularity, progress, cancel), TuningAxes.Neighbours),
        new("ease", (set, options, progress, cancel) => new EaseTrainer(options.Ease).Train(set.Matrix, set.Tracks, set.Popularity, progress, cancel), [], OnDemand: true),
        new("sparse-ease", (set, options, progress, cancel) => new SparseEaseTrainer(options.Ease).Train(set.Matrix, set.Tracks, set.Popularity, progress, cancel), TuningAxes.Ease),
        new("popularity", (set, _, _, _) => set.Popularity, []),
        new("blend", (set, options, progress, cancel) => new BlendTrainer(options).Train(set, progress, cancel), [], Combines: true),
    ];

    /// <summary>The contender of this name, or null.</summary>
    public static Contender? Named(string name) => All.FirstOrDefault(contender => contender.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
