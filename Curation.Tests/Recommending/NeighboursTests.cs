using Curation.Core.Listening;
using Curation.Core.Recommending;
using Xunit;

namespace Curation.Tests.Recommending;

public sealed class NeighboursTests : RecommenderContract
{
    protected override IRecommender Trained(ListeningMatrix matrix, TrackIndex tracks, int threads = 1) => Neighbours(matrix, tracks, new() { Threads = threads });

    [Fact]
    public void Group_mates_come_before_everything_else()
    {
        var top = Trained(Checkerboard.Matrix, Checkerboard.Index).Taste(Checkerboard.History(1, 3)).Top(6);
        Assert.All(top, scored => Assert.Equal(1, scored.Row % 2));
    }

    [Fact]
    public void Similarity_is_the_shrunk_cosine_of_sub_linear_weights()
    {
        var builder = new ListeningMatrixBuilder();
        builder.Add(0, 0, 1);
        builder.Add(0, 1, 3);
        builder.Add(1, 0, 1);
        var model = Neighbours(builder.Build(2, 0, 2), Checkerboard.IndexOf(2), new() { Shrinkage = 10, PopularityShare = 0 });
        var expected = 2 / ((Math.Sqrt(2) * 2) + 10);
        Assert.Equal(1, Assert.Single(model.Of(0)).Row);
        Assert.Equal(expected, model.Of(0)[0].Score, 1e-6);
        Assert.Equal(expected, model.Of(1)[0].Score, 1e-6);
        Assert.Equal(2 * expected, model.Taste([new(0, 3)]).Explain(1).Score, 1e-6);
    }

    [Fact]
    public void A_long_row_counts_with_its_heaviest_tracks_only()
    {
        var builder = new ListeningMatrixBuilder();
        builder.Add(0, 0, 5);
        builder.Add(0, 1, 1);
        builder.Add(0, 2, 7);
        var model = Neighbours(builder.Build(1, 0, 3), Checkerboard.IndexOf(3), new() { LongestRow = 2 });
        Assert.Equal(2, Assert.Single(model.Of(0)).Row);
        Assert.Empty(model.Of(1));
    }

    private static Neighbours Neighbours(ListeningMatrix matrix, TrackIndex tracks, NeighboursOptions options) =>
        matrix.Columns == tracks.Count
            ? new NeighboursTrainer(options).Train(matrix, tracks, Popularity.Of(matrix, tracks))
            : new NeighboursTrainer(options).Train(matrix, tracks, Popularity.Of(Checkerboard.Matrix, Checkerboard.Index));
}
