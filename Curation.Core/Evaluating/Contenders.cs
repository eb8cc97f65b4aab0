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
/// <param name="NeedsTraits">Whether it learns from <see cref="TrainingSet.Traits"/>, and so is only for listening whose catalogue is at hand.</param>
public sealed record Contender(string Name, TrainContender Train, IReadOnlyList<TuningAxis> Axes, bool Combines = false, bool NeedsTraits = false, bool OnDemand = false);

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

    /// <summary>What is known of the tracks beside who heard them, of no other tracks; null where nothing is known.</summary>
    public TrackTraits? Traits { get; init; }

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
        new("recent", Recently, [], OnDemand: true),
        new("context", Alike, [], OnDemand: true),
        new("blend", (set, options, progress, cancel) => new BlendTrainer(options).Train(set, progress, cancel), [], Combines: true),
        new("cold-start", Inferring, [], NeedsTraits: true),
    ];

    private static Recent Recently(TrainingSet set, ModelOptions options, IProgress<double>? progress, CancellationToken cancel) =>
        set.Observations is { } observations && RankingLessons.Times(observations, set.Matrix, set.Of?.Until ?? long.MaxValue) is { } times
            ? new Recent(set.Tracks, times)
            : throw new ArgumentException("recent needs listening with times. Give it with --data or --store, or leave it out of --model.");

    private static SameContext Alike(TrainingSet set, ModelOptions options, IProgress<double>? progress, CancellationToken cancel) =>
        set.Facts is { } facts && facts.Any(row => row?.Context is not null)
            ? SameContext.Of(set.Matrix, set.Tracks, facts)
            : throw new ArgumentException("context needs lists with names. Give them with --data or --store, or leave it out of --model.");

    /// <summary>Those that learn from listening alone.</summary>
    public static IEnumerable<Contender> OfListening => All.Where(contender => !contender.NeedsTraits);

    /// <summary>The contender of this name, or null.</summary>
    public static Contender? Named(string name) => All.FirstOrDefault(contender => contender.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static ColdStart Inferring(TrainingSet set, ModelOptions options, IProgress<double>? progress, CancellationToken cancel)
    {
        if (set.Traits is not { } traits) throw new ArgumentException("cold-start learns from the traits of tracks; this training set has none.");
        var factorisation = new FactorisationTrainer(options.Factorisation).Train(set.Matrix, set.Tracks, set.Popularity, progress, cancel);
        return new ColdStartTrainer(new() { Threads = options.Factorisation.Threads }).Train(factorisation, traits, cancel);
    }
}
