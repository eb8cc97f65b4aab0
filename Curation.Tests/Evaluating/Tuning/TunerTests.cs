using Curation.Core.Evaluating;
using Curation.Core.Evaluating.Tuning;
using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;
using Curation.Tests.Recommending;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Curation.Tests.Evaluating.Tuning;

public sealed class TunerTests
{
    private const int Listeners = 90;
    private const int Tracks = 40;

    private static readonly Split Valid = Split.Random(Skewed(), 0.2, 1);
    private static readonly TrackIndex Index = Checkerboard.IndexOf(Tracks);
    private readonly FakeTimeProvider clock = new();
    private readonly List<(int Rows, ModelOptions Options)> trained = [];

    [Fact]
    public void The_best_settings_on_all_the_evidence_are_chosen_where_they_are_clearly_better()
    {
        // The further the shrinkage is from 1, the more listeners get the unpopular first.
        var graded = Graded("graded", (options, length) => length % 10 < 3 * Math.Abs(Math.Log10(options.Neighbours.Shrinkage)));
        var result = new Tuner(new() { FewestRows = 10 }, clock).Tune([graded], Valid, Index, Start with { Neighbours = new() { Shrinkage = 800 } });
        var decisive = result.Tries.Where(attempt => attempt.Share == 1).ToList();
        var chosen = Assert.Single(decisive, attempt => attempt.Chosen);
        Assert.All(decisive, attempt => Assert.True(attempt.Figure <= chosen.Figure));
        Assert.True(chosen.Figure > decisive.Single(attempt => attempt.Setting == "as given").Figure);
        Assert.Equal($"shrinkage {FormattableString.Invariant($"{result.Options.Neighbours.Shrinkage:0.####}")}", chosen.Setting);
        Assert.InRange(result.Options.Neighbours.Shrinkage, 0.1, 10);
    }

    [Fact]
    public void What_is_better_only_by_chance_is_not_chosen()
    {
        // A setting decides nothing but which listeners, a third of them, get the unpopular first.
        var lucky = Graded("lucky", (options, length) => length % 3 == (int)(options.Neighbours.Shrinkage * 1000) % 3);
        var result = new Tuner(new() { FewestRows = 500 }, clock).Tune([lucky], Valid, Index, Start);
        Assert.Same(Start, result.Options);
        Assert.Equal("as given", result.Tries.Single(attempt => attempt.Chosen).Setting);
        Assert.True(result.Tries.Select(attempt => attempt.Figure).Distinct().Count() > 1);
    }

    [Fact]
    public void Of_nine_settings_three_go_on_to_three_times_the_evidence_and_one_of_them_to_all()
    {
        var result = Tune(new() { FewestRows = 10, Rounds = 1 });

        // Eight drawn settings and the one in force; then 8 / 3 = 2 and it, then 1 and it.
        Assert.Equal([(0, 9), (1, 3), (2, 2)], result.Tries.GroupBy(attempt => attempt.Rung).Select(rung => (rung.Key, rung.Count())));
        Assert.Equal([10, 30, 90], trained.Select(training => training.Rows).Distinct());
        var first = result.Tries.Where(attempt => attempt.Rung == 0 && attempt.Setting != "as given").OrderByDescending(attempt => attempt.Figure).Select(attempt => attempt.Setting).Take(2);
        Assert.Equal(first, result.Tries.Where(attempt => attempt.Rung == 1 && attempt.Setting != "as given").Select(attempt => attempt.Setting));
    }

    [Fact]
    public void The_same_seed_tries_the_same_settings()
    {
        IEnumerable<(string, double?)> Tries(long seed) => Tune(new() { FewestRows = 10, Seed = seed }).Tries.Select(attempt => (attempt.Setting, attempt.Figure));
        Assert.Equal(Tries(3), Tries(3));
        Assert.NotEqual(Tries(3), Tries(4));
    }

    [Fact]
    public void No_try_begins_after_the_time_is_up()
    {
        var result = Tune(new() { FewestRows = 10, Budget = TimeSpan.FromSeconds(5) }, each: TimeSpan.FromSeconds(2));
        Assert.Equal(3, result.Tries.Count);
        Assert.All(result.Tries, attempt => Assert.Equal(2, attempt.Seconds));
    }

    [Fact]
    public void A_try_that_would_not_be_done_in_time_is_not_begun()
    {
        // Nine tries of a second leave eleven; three times the evidence takes three seconds each, nine in all, and then nine seconds are not left.
        var result = Tune(new() { FewestRows = 10, Budget = TimeSpan.FromSeconds(20) }, each: TimeSpan.FromSeconds(1), bySize: true);
        Assert.Equal([9, 3], result.Tries.GroupBy(attempt => attempt.Rung).Select(rung => rung.Count()));
        Assert.Contains(result.Tries, attempt => attempt is { Chosen: true, Rung: 1 });
    }

    [Fact]
    public void With_few_rows_all_of_them_are_learned_from_at_once()
    {
        Tune(new() { FewestRows = 500, Rounds = 1 });
        Assert.Equal([Listeners], trained.Select(training => training.Rows).Distinct());
    }

    [Fact]
    public void What_is_in_force_stays_where_nothing_was_better_or_nothing_can_be_tested()
    {
        Assert.Same(Start, Tune(new() { FewestRows = 10, Candidates = 1 }).Options);
        Assert.Same(Start, new Tuner(new(), clock).Tune([Made(default, false)], Valid with { HeldOut = new ListeningMatrixBuilder().Build(Listeners, 0, Tracks) }, Index, Start).Options);
    }

    [Fact]
    public void Tuning_never_sees_a_pair_of_the_test_part()
    {
        var whole = RecommenderContract.Random(Listeners, Tracks, 1500, 9);
        var outer = Split.NewRows(whole, 0.3, 0.5, 2);
        var seen = new List<ListeningMatrix>();
        var watching = Made(default, false) with { Train = (set, _, _, _) => { seen.Add(set.Matrix); return set.Popularity; } };
        var valid = ValidationSplit.Of(outer);
        new Tuner(new() { FewestRows = 10 }, clock).Tune([watching], valid, Index, Start);
        Assert.NotEmpty(seen);
        foreach (var matrix in seen.Append(valid.History).Append(valid.HeldOut))
            for (var row = 0; row < matrix.Rows; row++)
                Assert.True(matrix.Row(row).Count == 0 || (outer.HeldOut.Row(row).Count == 0 && outer.History.Row(row).Count == 0));
    }

    [Fact]
    public void The_real_recommenders_are_tuned_within_the_ranges_of_their_options()
    {
        var result = new Tuner(new() { Rounds = 1, Candidates = 4 }, clock).Tune(Contenders.All, Valid, Index, new ModelOptions());
        Assert.Equal(["ials", "neighbours", "sparse-ease"], result.Tries.Select(attempt => attempt.Recommender).Distinct());
        result.Options.Factorisation.Checked();
        result.Options.Neighbours.Checked();
        result.Options.Ease.Checked();
        Assert.Equal(3, result.Tries.Count(attempt => attempt.Chosen));
    }

    private static Contender Graded(string name, Func<ModelOptions, int, bool> turned) =>
        new(name, (set, options, _, _) => new Turning(name, set.Popularity, length => turned(options, length)), [Contenders.Named("neighbours")!.Axes.Single(axis => axis.Name == "shrinkage")]);

    /// <summary>Popularity, turned upside down for histories of some lengths.</summary>
    private sealed class Turning(string name, Popularity popularity, Func<int, bool> turned) : IRecommender
    {
        public string Name => name;

        public TrackIndex Tracks => popularity.Tracks;

        public ITaste Taste(IReadOnlyList<Evidence> history) => new Turned(popularity.Taste(history), turned(history.Count));

        private sealed class Turned(ITaste taste, bool over) : ITaste
        {
            public void Score(ReadOnlySpan<int> rows, Span<float> scores)
            {
                taste.Score(rows, scores);
                foreach (ref var score in scores) score = over ? -score : score;
            }

            public IReadOnlyList<Scored> Top(int count, IReadOnlySet<int>? skip = null) => taste.Top(count, skip);

            public Explanation Explain(int row) => taste.Explain(row);
        }
    }

    /// <summary>Listeners of different lengths who mostly hear the first tracks.</summary>
    private static ListeningMatrix Skewed()
    {
        var random = new SeededRandom(8);
        var builder = new ListeningMatrixBuilder();
        for (var row = 0; row < Listeners; row++)
            for (var play = 0; play < 12 + (row % 17); play++) builder.Add(row, (int)(Tracks * Math.Pow(random.NextDouble(), 3)), 1);
        return builder.Build(Listeners, 0, Tracks);
    }

    private static ModelOptions Start => StartOnce;

    private static readonly ModelOptions StartOnce = new() { Neighbours = new() { Shrinkage = 20 } };

    private TuningResult Tune(TuningOptions options, TimeSpan each = default, bool bySize = false)
    {
        trained.Clear();
        return new Tuner(options, clock).Tune([Made(each, bySize)], Valid, Index, Start);
    }

    /// <summary>Neighbours with nothing but their shrinkage to tune, each training taking a time of its own.</summary>
    private Contender Made(TimeSpan each, bool bySize) => Contenders.Named("neighbours")! with
    {
        Axes = [Contenders.Named("neighbours")!.Axes.Single(axis => axis.Name == "shrinkage")],
        Train = (set, options, progress, cancel) =>
        {
            var rows = Enumerable.Range(0, set.Matrix.Rows).Count(row => set.Matrix.Row(row).Count > 0);
            trained.Add((rows, options));
            clock.Advance(bySize ? each * (rows / 10.0) : each);
            return new NeighboursTrainer(options.Neighbours).Train(set.Matrix, set.Tracks, set.Popularity, progress, cancel);
        },
    };
}
