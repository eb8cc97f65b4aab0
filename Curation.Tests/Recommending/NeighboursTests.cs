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

        // Weights 1, 2 and 1, of mean square 2.
        var model = Neighbours(builder.Build(2, 0, 2), Checkerboard.IndexOf(2), new() { Weighting = NeighboursWeighting.Cosine, Shrinkage = 10, PopularityShare = 0 });
        var expected = 2 / ((Math.Sqrt(2) * 2) + (10 * 2));
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

    [Fact]
    public void A_listener_of_many_tracks_says_less_by_tf_idf()
    {
        // Rarity is ln((1 + 3 tracks) / (1 + tracks of the listener)), plus a thousandth: a = ln(4/4) + 0.001, b = ln(4/3) + 0.001.
        var model = Neighbours(Three(), Checkerboard.IndexOf(3), new() { Weighting = NeighboursWeighting.TfIdf, Shrinkage = 0 });
        var (a, b) = (0.001, Math.Log(4 / 3.0) + 0.001);
        Assert.Equal(((a * a) + (b * b * 2)) / (Math.Sqrt((a * a) + (b * b)) * Math.Sqrt((a * a) + (4 * b * b))), model.Of(0)[0].Score, 1e-5);
        Assert.Equal(a / Math.Sqrt((a * a) + (4 * b * b)), model.Of(2).Single(scored => scored.Row == 1).Score, 1e-5);
    }

    [Fact]
    public void Plays_saturate_by_bm25()
    {
        // Log plays of the tracks are 2, 3 and 1, on average 2; k1 = 1, b = 0.5: a count c of a track of length l becomes 2 c / (0.5 + 0.25 l + c).
        var model = Neighbours(Three(), Checkerboard.IndexOf(3), new() { Weighting = NeighboursWeighting.Bm25, Saturation = 1, LengthShare = 0.5, Shrinkage = 0 });
        var (a, b) = (0.001, Math.Log(4 / 3.0) + 0.001);
        var (first, second) = ((X: a * 2 / 2, Y: b * 2 / 2), (X: a * 2 / 2.25, Y: b * 4 / 3.25));
        var expected = ((first.X * second.X) + (first.Y * second.Y)) / (Math.Sqrt((first.X * first.X) + (first.Y * first.Y)) * Math.Sqrt((second.X * second.X) + (second.Y * second.Y)));
        Assert.Equal(expected, model.Of(0)[0].Score, 1e-5);
    }

    [Theory]
    [InlineData(NeighboursWeighting.Cosine)]
    [InlineData(NeighboursWeighting.TfIdf)]
    [InlineData(NeighboursWeighting.Bm25)]
    public void The_nearest_are_those_that_comparing_every_pair_finds(NeighboursWeighting weighting)
    {
        const int tracks = 150;
        var options = new NeighboursOptions { Weighting = weighting, Count = 9, LongestRow = 40, Threads = 3 };
        var matrix = Random(listeners: 200, tracks, pairs: 5000, seed: 6);
        var model = Neighbours(matrix, Checkerboard.IndexOf(tracks), options);
        var weighed = TrackWeighting.Weighed(matrix, options).Transpose();
        var columns = new double[tracks][];
        for (var track = 0; track < tracks; track++)
        {
            columns[track] = new double[matrix.Rows];
            foreach (var (listener, weight) in weighed.Row(track).ToHistory()) columns[track][listener] = weight;
        }

        double Product(int a, int b) => columns[a].Zip(columns[b], (x, y) => x * y).Sum();
        var shrinkage = options.Shrinkage * Enumerable.Range(0, tracks).Sum(track => Product(track, track)) / weighed.Entries;
        for (var track = 0; track < tracks; track++)
        {
            var expected = Enumerable.Range(0, tracks).Where(other => other != track && Product(track, other) > 0)
                .Select(other => Product(track, other) / (Math.Sqrt(Product(track, track) * Product(other, other)) + shrinkage))
                .OrderDescending().Take(9).ToArray();
            Assert.Equal(expected.Length, model.Of(track).Count);
            for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], model.Of(track)[i].Score, 1e-5);
        }
    }

    private static ListeningMatrix Three()
    {
        var builder = new ListeningMatrixBuilder();
        for (var track = 0; track < 3; track++) builder.Add(0, track, 1);
        builder.Add(1, 0, 1);
        builder.Add(1, 1, 3);
        return builder.Build(2, 0, 3);
    }

    private static Neighbours Neighbours(ListeningMatrix matrix, TrackIndex tracks, NeighboursOptions options) =>
        matrix.Columns == tracks.Count
            ? new NeighboursTrainer(options).Train(matrix, tracks, Popularity.Of(matrix, tracks))
            : new NeighboursTrainer(options).Train(matrix, tracks, Popularity.Of(Checkerboard.Matrix, Checkerboard.Index));
}
