using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;
using Xunit;

namespace Curation.Tests.Recommending;

public sealed class FactorisationSolverTests
{
    private const int Tracks = 90;

    private static readonly ListeningMatrix Plays = RecommenderContract.Random(listeners: 60, tracks: Tracks, pairs: 900, seed: 3);

    [Theory]
    [InlineData(FactorisationSolver.Exact, 16, null)]
    [InlineData(FactorisationSolver.Exact, 70, null)]
    [InlineData(FactorisationSolver.ConjugateGradients, 16, null)]
    [InlineData(FactorisationSolver.ConjugateGradients, 70, null)]
    [InlineData(FactorisationSolver.Subspaces, 70, 70)]
    [InlineData(FactorisationSolver.Subspaces, 70, 16)]
    [InlineData(FactorisationSolver.Subspaces, 70, 32)]
    public void Every_solver_equals_the_plain_reference_in_double_precision(FactorisationSolver solver, int factors, int? block)
    {
        var options = new FactorisationOptions { Factors = factors, Iterations = 2, Solver = solver, ConjugateGradientSteps = 200, SubspaceSize = block ?? 32, Threads = 1 };
        AssertNear(ReferenceFactorisation.TrackVectors(Plays, options, block), Train(Plays, options));
    }

    [Theory]
    [InlineData(FactorisationSolver.Exact)]
    [InlineData(FactorisationSolver.ConjugateGradients)]
    [InlineData(FactorisationSolver.Subspaces)]
    public void Skips_and_the_cap_count_as_the_reference_says(FactorisationSolver solver)
    {
        var options = new FactorisationOptions
        {
            Factors = 16,
            Iterations = 2,
            Solver = solver,
            ConjugateGradientSteps = 200,
            SubspaceSize = 16,
            Threads = 1,
            SkipConfidence = 0.7,
            SkipConfidenceGrowth = 0.3,
            SkipPreference = -0.4,
            ListenerCap = 9,
        };
        var matrix = Plays.WithWeights(weight => weight > 6 ? -weight : weight == 2 ? 0.3f : weight);
        AssertNear(ReferenceFactorisation.TrackVectors(matrix, options), Train(matrix, options));
    }

    [Theory]
    [InlineData(FactorisationSolver.ConjugateGradients)]
    [InlineData(FactorisationSolver.Subspaces)]
    public void A_row_too_long_to_be_packed_at_once_is_solved_the_same(FactorisationSolver solver)
    {
        var builder = new ListeningMatrixBuilder();
        var random = new SeededRandom(4);
        for (var listener = 0; listener < 2500; listener++)
        {
            builder.Add(listener, 0, 1 + random.NextInt(5));
            builder.Add(listener, 1 + random.NextInt(9), 1 + random.NextInt(5));
        }

        var matrix = builder.Build(2500, 0, 10);
        var options = new FactorisationOptions { Factors = 32, Iterations = 1, Solver = solver, ConjugateGradientSteps = 200, SubspaceSize = 16, Threads = 1 };
        AssertNear(ReferenceFactorisation.TrackVectors(matrix, options, solver == FactorisationSolver.Subspaces ? 16 : null), Train(matrix, options));
    }

    [Theory]
    [InlineData(FactorisationSolver.Exact)]
    [InlineData(FactorisationSolver.ConjugateGradients)]
    [InlineData(FactorisationSolver.Subspaces)]
    public void The_same_seed_gives_the_same_bits_on_any_number_of_threads(FactorisationSolver solver)
    {
        float[] Vectors(int threads) => Train(Plays, new() { Factors = 40, Iterations = 3, Solver = solver, Threads = threads }).Vectors.All.ToArray();
        Assert.Equal(Vectors(1), Vectors(2));
        Assert.Equal(Vectors(1), Vectors(5));
    }

    [Fact]
    public void Training_that_starts_from_a_model_is_ahead_of_training_that_does_not()
    {
        var finished = Train(Plays, new() { Factors = 16, Iterations = 60 });
        double Distance(Factorisation model) => Enumerable.Range(0, Tracks).Sum(track => Math.Abs(Score(model, track) - Score(finished, track)));
        var next = new FactorisationOptions { Factors = 16, Iterations = 1, Seed = 2 };
        Assert.True(Distance(Train(Plays, next, finished)) < 0.1 * Distance(Train(Plays, next)));
    }

    [Fact]
    public void Tracks_are_recognised_by_their_ids_and_new_ones_start_at_random()
    {
        var earlier = Train(Plays, new() { Factors = 16, Iterations = 2 });
        var options = new FactorisationOptions { Factors = 16, Seed = 9 };
        var tracks = new TrackIndex([new TrackId(505), new TrackId(70), new TrackId(75)]);
        var first = new FirstVectors(options).Of(tracks, earlier);
        Assert.Equal(earlier.Vectors.Row(7), first.Row(0));
        var fresh = new FirstVectors(options).Of(tracks, null);
        Assert.Equal(fresh.Row(1), first.Row(1));
        Assert.Equal(fresh.Row(2), first.Row(2));
    }

    [Fact]
    public void A_model_of_another_number_of_factors_is_not_started_from()
    {
        var earlier = Train(Plays, new() { Factors = 8, Iterations = 1 });
        var refusal = Assert.Throws<ArgumentException>(() => Train(Plays, new() { Factors = 16, Iterations = 1 }, earlier));
        Assert.Contains("8 factors, this one is to have 16", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_skipped_track_lowers_what_is_like_it()
    {
        var model = Train(Plays, new() { Factors = 16, Iterations = 10 });
        var liked = new Evidence(3, 5);
        var near = model.Taste([liked]).Top(1)[0];
        Assert.True(Score(model.Taste([liked, new(near.Row, -3)]), near.Row) < 0.9 * near.Score);
    }

    [Fact]
    public void A_listener_who_heard_everything_weighs_no_more_than_the_cap()
    {
        var confidences = new Confidences(new() { ListenerCap = 50 });
        confidences.OfWeights(Enumerable.Repeat(1e6f, 1000).ToArray());
        Assert.Equal(50, confidences.Roots.ToArray().Sum(root => (double)root * root), 1e-3);
        confidences.OfWeights([1, 2]);
        Assert.Equal(1 + (0.5 * Math.Log(1.2)), Math.Pow(confidences.Roots[1], 2), 1e-5);
    }

    private static float Score(Factorisation model, int track) => Score(model.Taste([new(3, 5), new(20, 1)]), track);

    private static float Score(ITaste taste, int track)
    {
        var score = new float[1];
        taste.Score([track], score);
        return score[0];
    }

    private static void AssertNear(double[,] expected, Factorisation model)
    {
        for (var track = 0; track < expected.GetLength(0); track++)
            for (var factor = 0; factor < expected.GetLength(1); factor++)
                Assert.Equal(expected[track, factor], model.Vectors.Row(track)[factor], 1e-4);
    }

    private static Factorisation Train(ListeningMatrix matrix, FactorisationOptions options, Factorisation? from = null)
    {
        var tracks = Checkerboard.IndexOf(matrix.Columns);
        return new FactorisationTrainer(options, from).Train(matrix, tracks, Popularity.Of(matrix, tracks));
    }
}
