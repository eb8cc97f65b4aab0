using Curation.Core.Listening;
using Curation.Core.Recommending;
using Xunit;

namespace Curation.Tests.Recommending;

public sealed class PositiveEvidenceTests
{
    [Fact]
    public void A_matrix_that_is_all_evidence_is_taken_as_it_is()
    {
        var matrix = Checkerboard.Matrix;
        Assert.Same(matrix, PositiveEvidence.Of(matrix, int.MaxValue, 2, CancellationToken.None));
    }

    [Fact]
    public void Weights_of_zero_or_less_are_left_out()
    {
        var matrix = Row(5, 1, 7, 3).WithWeights(weight => weight is 1 ? -1 : weight is 7 ? 0 : weight);
        Assert.Equal([new(0, 5), new(3, 3)], PositiveEvidence.Of(matrix, 10, 1, CancellationToken.None).Row(0).ToHistory());
    }

    [Fact]
    public void Of_a_long_row_the_heaviest_are_kept_in_the_order_of_columns()
    {
        var matrix = Row(5, 1, 7, 3, 9).WithWeights(weight => weight is 9 ? -9 : weight);
        Assert.Equal([new(0, 5), new(2, 7)], PositiveEvidence.Of(matrix, 2, 1, CancellationToken.None).Row(0).ToHistory());
    }

    [Fact]
    public void Skips_teach_ease_and_neighbours_nothing()
    {
        var plays = RecommenderContract.Random(listeners: 60, tracks: 20, pairs: 500, seed: 2);
        var index = Checkerboard.IndexOf(20);
        var skips = plays.WithWeights(weight => weight > 6 ? -weight : weight);
        var without = PositiveEvidence.Of(skips, int.MaxValue, 1, CancellationToken.None);
        Assert.True(without.Entries < plays.Entries);
        var popularity = Popularity.Of(without, index);
        var history = Checkerboard.History(1, 4);
        Assert.Equal(new EaseTrainer(new()).Train(without, index, popularity).Taste(history).Top(20), new EaseTrainer(new()).Train(skips, index, popularity).Taste(history).Top(20));
        Assert.Equal(new SparseEaseTrainer(new()).Train(without, index, popularity).Taste(history).Top(20), new SparseEaseTrainer(new()).Train(skips, index, popularity).Taste(history).Top(20));
        Assert.Equal(new NeighboursTrainer(new()).Train(without, index, popularity).Taste(history).Top(20), new NeighboursTrainer(new()).Train(skips, index, popularity).Taste(history).Top(20));
    }

    private static ListeningMatrix Row(params float[] weights)
    {
        var builder = new ListeningMatrixBuilder();
        for (var column = 0; column < weights.Length; column++) builder.Add(0, column, weights[column]);
        return builder.Build(1, 0, weights.Length);
    }
}
