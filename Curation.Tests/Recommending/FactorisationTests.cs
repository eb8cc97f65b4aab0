using Curation.Core.Listening;
using Curation.Core.Recommending;
using Xunit;

namespace Curation.Tests.Recommending;

public sealed class FactorisationTests : RecommenderContract
{
    protected override IRecommender Trained(ListeningMatrix matrix, TrackIndex tracks, int threads = 1) =>
        Train(matrix, tracks, new() { Factors = 20, Iterations = 4, Threads = threads });

    [Fact]
    public void Group_mates_come_before_everything_else()
    {
        var top = Trained(Checkerboard.Matrix, Checkerboard.Index).Taste(Checkerboard.History(1, 3)).Top(6);
        Assert.All(top, scored => Assert.Equal(1, scored.Row % 2));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(40)]
    public void Two_sweeps_equal_the_plain_reference_in_double_precision(int factors)
    {
        var matrix = Random(listeners: 60, tracks: 90, pairs: 900, seed: 3);
        var options = new FactorisationOptions { Factors = factors, Iterations = 2, Seed = 7, Solver = FactorisationSolver.Exact };
        var model = Train(matrix, Checkerboard.IndexOf(90), options);
        var expected = ReferenceFactorisation.TrackVectors(matrix, options);
        for (var track = 0; track < 90; track++)
            for (var factor = 0; factor < factors; factor++)
                Assert.Equal(expected[track, factor], model.Vectors.Row(track)[factor], 1e-4);
    }

    [Fact]
    public void The_same_seed_gives_the_same_vectors_and_another_seed_others()
    {
        float[] Vectors(int seed) =>
            Train(Checkerboard.Matrix, Checkerboard.Index, new() { Factors = 8, Iterations = 3, Seed = seed }).Vectors.All.ToArray();
        Assert.Equal(Vectors(4), Vectors(4));
        Assert.NotEqual(Vectors(4), Vectors(5));
    }

    [Fact]
    public void More_factors_than_tracks_are_fine()
    {
        var model = Train(Checkerboard.Matrix, Checkerboard.Index, new() { Factors = 70, Iterations = 3 });
        Assert.Equal(0, model.Taste(Checkerboard.History(0, 2, 4)).Top(1)[0].Row % 2);
    }

    [Fact]
    public void One_factor_is_solved_as_by_hand()
    {
        var builder = new ListeningMatrixBuilder();
        builder.Add(0, 0, 10);
        var options = new FactorisationOptions
        {
            Factors = 1,
            Iterations = 1,
            ConfidenceGrowth = 1,
            ConfidenceScale = 10,
            UnobservedWeight = 0.5,
            Regularisation = 0.1,
            RegularisationExponent = 1,
        };
        var model = Train(builder.Build(1, 0, 1), Checkerboard.IndexOf(1), options);
        var start = ReferenceFactorisation.FirstVectors(1, options)[0, 0];
        var confidence = 1 + Math.Log(2);
        double Solve(double other) => confidence * other / ((other * other * (0.5 + confidence)) + (0.1 * (1 + 0.5)));
        Assert.Equal(Solve(Solve(start)), model.Vectors.Row(0)[0], 1e-5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(500)]
    public void Lists_made_together_are_those_made_one_by_one(int count)
    {
        var matrix = Random(listeners: 150, tracks: 397, pairs: 3000, seed: 8);
        var model = Train(matrix, Checkerboard.IndexOf(397), new() { Factors = 12, Iterations = 3 });
        var tastes = Enumerable.Range(0, 70).Select(i => model.Taste(i == 33 ? [] : matrix.Row(i).ToHistory())).ToArray();
        var skip = new HashSet<int> { 0, 5, 396 };
        var together = model.TopOfEach(tastes, count, skip);
        for (var i = 0; i < tastes.Length; i++) Assert.Equal(tastes[i].Top(count, skip), together[i]);
    }

    [Fact]
    public void Tastes_folded_in_together_are_those_folded_in_one_by_one()
    {
        var matrix = Random(listeners: 40, tracks: 60, pairs: 500, seed: 8);
        var model = Train(matrix, Checkerboard.IndexOf(60), new() { Factors = 12, Iterations = 3 });
        int[] rows = [3, 0, 39, 3];
        var together = model.TastesOf(matrix, rows);
        for (var i = 0; i < rows.Length; i++) Assert.Equal(model.Taste(matrix.Row(rows[i]).ToHistory()).Top(60), together[i].Top(60));
        Assert.Throws<ArgumentException>(() => model.TastesOf(Checkerboard.Matrix, rows));
    }

    [Fact]
    public void A_catalogue_that_is_searched_in_parts_gives_the_start_of_a_full_sort()
    {
        const int tracks = 70_000;
        var matrix = Random(listeners: 200, tracks, pairs: 20_000, seed: 8);
        var model = Train(matrix, Checkerboard.IndexOf(tracks), new() { Factors = 5, Iterations = 2 });
        var taste = model.Taste(matrix.Row(7).ToHistory());
        var scores = new float[tracks];
        taste.Score([.. Enumerable.Range(0, tracks)], scores);
        var heard = matrix.Row(7).Columns.ToArray();
        var sorted = Enumerable.Range(0, tracks).Except(heard).OrderByDescending(row => scores[row]).ThenBy(row => row).Take(150).Select(row => new Scored(row, scores[row]));
        Assert.Equal(sorted, taste.Top(150));
        Assert.Equal(taste.Top(150), model.TopOfEach([taste], 150)[0]);
    }

    [Fact]
    public void A_taste_of_another_model_is_refused()
    {
        var options = new FactorisationOptions { Factors = 4, Iterations = 1 };
        var taste = Train(Checkerboard.Matrix, Checkerboard.Index, options).Taste(Checkerboard.History(1));
        Assert.Throws<ArgumentException>(() => Train(Checkerboard.Matrix, Checkerboard.Index, options).TopOfEach([taste], 5));
    }

    [Fact]
    public void Lists_made_together_agree_where_many_tracks_are_equal()
    {
        var builder = new ListeningMatrixBuilder();
        for (var listener = 0; listener < 40; listener++)
            for (var track = 0; track < 200; track++)
                if (track % 4 == listener % 4) builder.Add(listener, track, 1);
        var model = Train(builder.Build(40, 0, 200), Checkerboard.IndexOf(200), new() { Factors = 6, Iterations = 3 });
        var tastes = Enumerable.Range(0, 8).Select(i => model.Taste(Checkerboard.History(i, i + 4))).ToArray();
        var together = model.TopOfEach(tastes, 10);
        for (var i = 0; i < tastes.Length; i++) Assert.Equal(tastes[i].Top(10), together[i]);
    }

    [Fact]
    public void Training_reports_progress_and_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var seen = new List<double>();
        var progress = new Stopper(seen, stop);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            new FactorisationTrainer(new() { Factors = 4, Iterations = 4, Threads = 1 }).Train(
                Checkerboard.Matrix, Checkerboard.Index, Popularity.Of(Checkerboard.Matrix, Checkerboard.Index), progress, stop.Token));
        Assert.Equal([0, 0.125, 0.25, 0.375, 0.5], seen);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<System.ComponentModel.DataAnnotations.ValidationException>(() => new FactorisationTrainer(new() { Factors = 0 }));
        Assert.Throws<System.ComponentModel.DataAnnotations.ValidationException>(() => new FactorisationTrainer(new() { Regularisation = double.NaN }));
    }

    private static Factorisation Train(ListeningMatrix matrix, TrackIndex tracks, FactorisationOptions options) =>
        new FactorisationTrainer(options).Train(
            matrix, tracks, matrix.Columns == tracks.Count ? Popularity.Of(matrix, tracks) : Popularity.Of(Checkerboard.Matrix, Checkerboard.Index));

    private sealed class Stopper(List<double> seen, CancellationTokenSource stop) : IProgress<double>
    {
        public void Report(double value)
        {
            seen.Add(value);
            if (value >= 0.5) stop.Cancel();
        }
    }
}
