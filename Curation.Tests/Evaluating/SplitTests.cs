using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Tests.Recommending;
using Xunit;

namespace Curation.Tests.Evaluating;

public sealed class SplitTests
{
    private static readonly ListeningMatrix Matrix = RecommenderContract.Random(50, 60, 900, 2);

    [Fact]
    public void A_random_split_parts_each_row_and_loses_nothing()
    {
        var split = Split.Random(Matrix, 0.2, 1);
        for (var row = 0; row < Matrix.Rows; row++)
        {
            Assert.Equal(Math.Clamp(Math.Round(Matrix.Row(row).Count * 0.2), 1, 1000), split.HeldOut.Row(row).Count);
            AssertParts(Matrix.Row(row).ToHistory(), split.Train.Row(row).ToHistory(), split.HeldOut.Row(row).ToHistory());
        }

        Assert.Same(split.Train, split.History);
    }

    [Fact]
    public void The_same_seed_splits_the_same_and_another_differently()
    {
        Evidence[] HeldOut(long seed) => Split.Random(Matrix, 0.2, seed).HeldOut.Row(0).ToHistory();
        Assert.Equal(HeldOut(1), HeldOut(1));
        Assert.NotEqual(HeldOut(1), HeldOut(2));
    }

    [Fact]
    public void A_row_with_one_pair_keeps_it()
    {
        var builder = new ListeningMatrixBuilder();
        builder.Add(0, 3, 1);
        var split = Split.Random(builder.Build(1, 0, 4), 0.9, 1);
        Assert.Equal(1, split.Train.Entries);
        Assert.Equal(0, split.HeldOut.Entries);
    }

    [Fact]
    public void New_rows_are_not_trained_on()
    {
        var split = Split.NewRows(Matrix, testRowsShare: 0.2, heldOutShare: 0.5, seed: 1);
        var tested = Enumerable.Range(0, Matrix.Rows).Where(row => split.HeldOut.Row(row).Count > 0).ToArray();
        Assert.Equal(10, tested.Length);
        for (var row = 0; row < Matrix.Rows; row++)
        {
            var whole = Matrix.Row(row).ToHistory();
            if (tested.Contains(row))
            {
                Assert.Equal(0, split.Train.Row(row).Count);
                AssertParts(whole, split.History.Row(row).ToHistory(), split.HeldOut.Row(row).ToHistory());
            }
            else
            {
                Assert.Equal(whole, split.Train.Row(row).ToHistory());
                Assert.Equal(0, split.History.Row(row).Count);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void A_share_that_is_none_is_refused(double share)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.Random(Matrix, share, 1));
    }

    private static void AssertParts(Evidence[] whole, Evidence[] one, Evidence[] other) =>
        Assert.Equal(whole, one.Concat(other).OrderBy(pair => pair.Row));
}
