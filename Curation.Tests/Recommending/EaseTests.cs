using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;
using Xunit;

namespace Curation.Tests.Recommending;

public sealed class EaseTests : RecommenderContract
{
    protected override IRecommender Trained(ListeningMatrix matrix, TrackIndex tracks, int threads = 1) =>
        Ease(matrix, tracks, new() { Regularisation = 2, Threads = threads });

    [Fact]
    public void Weights_are_those_worked_by_hand()
    {
        // X^T X = [2 1; 1 1], lambda = 1: P = [3 1; 1 2]^-1 = [0.4 -0.2; -0.2 0.6], so B_01 = 0.2 / 0.6 and B_10 = 0.2 / 0.4.
        var model = Ease(Pair(), Checkerboard.IndexOf(2), new() { Regularisation = 1, Dropout = 0, Weighting = PlayWeighting.Binary, PopularityShare = 0 });
        Assert.Equal(1 / 3.0, Assert.Single(model.Of(0)).Score, 1e-6);
        Assert.Equal(0.5, Assert.Single(model.Of(1)).Score, 1e-6);
        Assert.Equal(1 / 3.0, model.Taste([new(0, 7)]).Explain(1).Score, 1e-6);
    }

    [Fact]
    public void Plays_count_by_their_logarithm_where_asked()
    {
        // log2(1 + plays): X = [1 2; 1 0], X^T X = [2 2; 2 4], lambda = 1: P = [3 2; 2 5]^-1 = [5 -2; -2 3] / 11.
        var model = Ease(Pair(3), Checkerboard.IndexOf(2), new() { Regularisation = 1, Dropout = 0, Weighting = PlayWeighting.Logarithmic, PopularityShare = 0 });
        Assert.Equal(2 / 3.0, Assert.Single(model.Of(0)).Score, 1e-6);
        Assert.Equal(0.4, Assert.Single(model.Of(1)).Score, 1e-6);
        Assert.Equal(3 * 2 / 3.0, model.Taste([new(0, 7)]).Explain(1).Score, 1e-6);
    }

    [Fact]
    public void A_track_has_no_weight_for_itself()
    {
        var model = Ease(Checkerboard.Matrix, Checkerboard.Index, new());
        for (var row = 0; row < Checkerboard.Tracks; row++) Assert.DoesNotContain(model.Of(row), scored => scored.Row == row);
    }

    [Fact]
    public void The_largest_weights_in_size_are_kept()
    {
        var matrix = Random(listeners: 60, tracks: 30, pairs: 400, seed: 3);
        var all = Ease(matrix, Checkerboard.IndexOf(30), new() { Regularisation = 1, Kept = 0 });
        var some = Ease(matrix, Checkerboard.IndexOf(30), new() { Regularisation = 1, Kept = 4 });
        for (var row = 0; row < 30; row++)
            Assert.Equal(all.Of(row).OrderByDescending(scored => Math.Abs(scored.Score)).ThenBy(scored => scored.Row).Take(4), some.Of(row));
        Assert.Contains(Enumerable.Range(0, 30).SelectMany(some.Of), scored => scored.Score < 0);
    }

    [Fact]
    public void Weights_solve_the_regression_of_every_track_on_the_others()
    {
        const int tracks = 12;
        var matrix = Random(listeners: 40, tracks, pairs: 150, seed: 8);
        var weights = new double[tracks, tracks];
        var model = Ease(matrix, Checkerboard.IndexOf(tracks), new() { Regularisation = 3, Dropout = 0, Weighting = PlayWeighting.Binary, Kept = 0 });
        for (var from = 0; from < tracks; from++) foreach (var (to, strength) in model.Of(from)) weights[from, to] = strength;
        var heard = Enumerable.Range(0, matrix.Rows).Select(row => matrix.Row(row).Columns.ToArray().ToHashSet()).ToArray();
        double Together(int a, int b) => heard.Count(row => row.Contains(a) && row.Contains(b));
        for (var target = 0; target < tracks; target++)
        {
            for (var j = 0; j < tracks; j++)
            {
                if (j == target) continue;
                var left = 3 * weights[j, target];
                for (var k = 0; k < tracks; k++) left += Together(j, k) * weights[k, target];
                Assert.Equal(Together(j, target), left, 1e-3);
            }
        }
    }

    [Fact]
    public void Hiding_a_share_of_each_history_pulls_frequent_tracks_more()
    {
        // X^T X = [2 1; 1 1], lambda = 1 and a half hidden: L = diag(3, 2), P = [5 1; 1 3]^-1 = [3 -1; -1 5] / 14.
        var model = Ease(Pair(), Checkerboard.IndexOf(2), new() { Regularisation = 1, Dropout = 0.5, Weighting = PlayWeighting.Binary, PopularityShare = 0 });
        Assert.Equal(0.2, Assert.Single(model.Of(0)).Score, 1e-6);
        Assert.Equal(1 / 3.0, Assert.Single(model.Of(1)).Score, 1e-6);
    }

    [Fact]
    public void A_heavy_listener_weighs_no_more_than_others_where_levelled()
    {
        // log2(1 + plays) of 1 and 3 plays is 1 and 2, of root mean square sqrt(2.5); the other listener's single track counts 1.
        var levelled = new EaseOptions { Regularisation = 1, Dropout = 0, PopularityShare = 0 };
        var model = Ease(Pair(3), Checkerboard.IndexOf(2), levelled);
        var (a, b) = (1 / Math.Sqrt(2.5), 2 / Math.Sqrt(2.5));
        Assert.Equal(a * b / ((b * b) + 1), model.Of(1)[0].Score, 1e-6);
        Assert.Equal(model.Taste([new(0, 1)]).Explain(1).Score, model.Taste([new(0, 1000)]).Explain(1).Score, 1e-6f);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(3)]
    public void Few_listeners_and_many_tracks_give_the_same_inverse(int listeners)
    {
        const int tracks = 1100;
        var matrix = Random(listeners, tracks, pairs: 9000, seed: 4).WithWeights(plays => 0.1f * plays / 9);
        var inverse = InverseGramian.Of(matrix, 2, null, CancellationToken.None);
        var rows = new DenseMatrix(3, tracks);
        inverse.CopyRows(700, 3, rows);
        var row = rows.Row(1);
        var product = new double[tracks];
        for (var track = 0; track < tracks; track++) product[track] = row[track];
        for (var listener = 0; listener < listeners; listener++)
        {
            var heard = matrix.Row(listener);
            var sum = 0.0;
            for (var k = 0; k < heard.Count; k++) sum += (double)row[heard.Columns[k]] * heard.Weights[k];
            for (var k = 0; k < heard.Count; k++) product[heard.Columns[k]] += sum * heard.Weights[k];
        }

        for (var track = 0; track < tracks; track++) Assert.Equal(track == 701 ? 1 : 0, product[track], 1e-4);
        Assert.Equal(row[701], inverse.Diagonal[701]);
    }

    [Fact]
    public void Tracks_always_heard_together_are_no_trouble_without_regularisation()
    {
        var builder = new ListeningMatrixBuilder();
        for (var listener = 0; listener < 8; listener++)
            for (var track = 0; track < 5; track++) builder.Add(listener, track, 1e9f);
        var model = Ease(builder.Build(8, 0, 5), Checkerboard.IndexOf(5), new() { Regularisation = 0, Dropout = 0 });
        Assert.All(Enumerable.Range(0, 5).SelectMany(model.Of), scored => Assert.InRange(scored.Score, 0.24f, 0.26f));
    }

    [Fact]
    public void Too_many_tracks_are_refused_with_a_way_out()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Ease(Checkerboard.Matrix, Checkerboard.Index, new() { MostTracks = Checkerboard.Tracks - 1 }));
        Assert.Contains("sparse", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(Ease(Checkerboard.Matrix.With(columns: 50), Checkerboard.IndexOf(50), new() { MostTracks = Checkerboard.Tracks }));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        foreach (var options in new EaseOptions[] { new() { Regularisation = -1 }, new() { Dropout = 1 }, new() { Kept = -1 }, new() { MostTracks = 70_000 }, new() { Weighting = (PlayWeighting)9 } })
            Assert.Throws<System.ComponentModel.DataAnnotations.ValidationException>(() => new EaseTrainer(options));
    }

    private static ListeningMatrix Pair(float plays = 1)
    {
        var builder = new ListeningMatrixBuilder();
        builder.Add(0, 0, 1);
        builder.Add(0, 1, plays);
        builder.Add(1, 0, 1);
        return builder.Build(2, 0, 2);
    }

    private static Ease Ease(ListeningMatrix matrix, TrackIndex tracks, EaseOptions options) =>
        new EaseTrainer(options).Train(matrix, tracks, matrix.Columns == tracks.Count ? Popularity.Of(matrix, tracks) : Popularity.Of(Checkerboard.Matrix, Checkerboard.Index));
}
