using Curation.Core.Listening;
using Curation.Core.Recommending;
using Xunit;

namespace Curation.Tests.Recommending;

public sealed class SparseEaseTests : RecommenderContract
{
    protected override IRecommender Trained(ListeningMatrix matrix, TrackIndex tracks, int threads = 1) =>
        Sparse(matrix, tracks, new() { Regularisation = 2, Neighbourhood = 20, Threads = threads });

    [Fact]
    public void With_room_for_every_pair_the_weights_are_those_of_the_dense_model()
    {
        var matrix = Random(listeners: 80, tracks: 40, pairs: 2500, seed: 11);
        var options = new EaseOptions { Regularisation = 5, Dropout = 0.3, Neighbourhood = 40, Kept = 0 };
        var sparse = Sparse(matrix, Checkerboard.IndexOf(40), options);
        var dense = new EaseTrainer(options).Train(matrix, Checkerboard.IndexOf(40), Popularity.Of(matrix, Checkerboard.IndexOf(40)));
        var compared = 0;
        for (var row = 0; row < 40; row++)
        {
            var expected = dense.Of(row).ToDictionary(scored => scored.Row, scored => scored.Score);
            foreach (var (to, strength) in sparse.Of(row))
            {
                Assert.Equal(expected[to], strength, 1e-5f);
                compared++;
            }
        }

        Assert.Equal(40 * 39, compared);
    }

    [Fact]
    public void A_track_is_regressed_on_no_more_than_its_neighbourhood()
    {
        var matrix = Random(listeners: 80, tracks: 40, pairs: 900, seed: 11);
        var model = Sparse(matrix, Checkerboard.IndexOf(40), new() { Neighbourhood = 5 });
        var counts = Enumerable.Range(0, 40).SelectMany(model.Of).CountBy(scored => scored.Row).ToArray();
        Assert.Equal(5, counts.Max(pair => pair.Value));
    }

    [Fact]
    public void Tracks_always_heard_together_are_no_trouble_without_regularisation()
    {
        var builder = new ListeningMatrixBuilder();
        for (var listener = 0; listener < 8; listener++)
            for (var track = 0; track < 5; track++) builder.Add(listener, track, 1e9f);
        var model = Sparse(builder.Build(8, 0, 5), Checkerboard.IndexOf(5), new() { Regularisation = 0, Dropout = 0 });
        Assert.All(Enumerable.Range(0, 5).SelectMany(model.Of), scored => Assert.InRange(scored.Score, 0.24f, 0.26f));
    }

    private static Ease Sparse(ListeningMatrix matrix, TrackIndex tracks, EaseOptions options) =>
        new SparseEaseTrainer(options).Train(matrix, tracks, matrix.Columns == tracks.Count ? Popularity.Of(matrix, tracks) : Popularity.Of(Checkerboard.Matrix, Checkerboard.Index));
}
