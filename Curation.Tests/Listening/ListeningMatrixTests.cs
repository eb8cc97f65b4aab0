using Curation.Core.Listening;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Listening;

public sealed class ListeningMatrixTests
{
    private static readonly Gen<(int Row, int Column, int Weight)[]> Triples =
        (from row in Gen.Choose(0, 6)
         from column in Gen.Choose(0, 4)
         from weight in Gen.Choose(-9, 9)
         select (row, column, weight)).ArrayOf();

    [Fact]
    public void Rows_hold_the_sums_of_what_was_added_in_ascending_columns()
    {
        Prop.ForAll(Triples.ToArbitrary(), triples =>
        {
            var matrix = Built(triples);
            for (var row = 0; row < 7; row++)
            {
                var expected = triples.Where(t => t.Row == row).GroupBy(t => t.Column).OrderBy(g => g.Key)
                    .Select(g => new Evidence(g.Key, g.Sum(t => t.Weight))).Where(pair => pair.Weight != 0);
                Assert.Equal(expected, matrix.Row(row).ToHistory());
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Turning_twice_gives_the_same_matrix()
    {
        Prop.ForAll(Triples.ToArbitrary(), triples =>
        {
            var matrix = Built(triples);
            var turned = matrix.Transpose();
            Assert.Equal((5, 7, matrix.Entries), (turned.Rows, turned.Columns, turned.Entries));
            var back = turned.Transpose();
            for (var row = 0; row < 7; row++) Assert.Equal(matrix.Row(row).ToHistory(), back.Row(row).ToHistory());
            for (var column = 0; column < 5; column++)
                foreach (var pair in turned.Row(column).ToHistory()) Assert.Contains(new Evidence(column, pair.Weight), matrix.Row(pair.Row).ToHistory());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Listeners_come_before_lists()
    {
        var builder = new ListeningMatrixBuilder(0);
        builder.Add(0, 1, 2);
        builder.Add(2, 0, 1);
        var matrix = builder.Build(listeners: 2, lists: 1, tracks: 3);
        Assert.Equal((3, 2, 3, 2), (matrix.Rows, matrix.Listeners, matrix.Columns, matrix.Entries));
        Assert.Equal([new(0, 1)], matrix.Row(2).ToHistory());
        Assert.Equal(0, matrix.Row(1).Count);
    }

    [Theory]
    [InlineData(-1, 0, 1f)]
    [InlineData(0, -1, 1f)]
    [InlineData(0, 0, float.NaN)]
    [InlineData(0, 0, float.PositiveInfinity)]
    public void Nonsense_is_refused_where_it_comes_in(int row, int column, float weight)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ListeningMatrixBuilder().Add(row, column, weight));
    }

    [Fact]
    public void A_weight_outside_the_matrix_says_where_it_stands()
    {
        var builder = new ListeningMatrixBuilder();
        builder.Add(4, 7, 1);
        Assert.Contains("row 4", Assert.Throws<ArgumentException>(() => builder.Build(4, 0, 8)).Message, StringComparison.Ordinal);
        Assert.Contains("column 7", Assert.Throws<ArgumentException>(() => builder.Build(5, 0, 7)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_overflow_together_are_refused()
    {
        var builder = new ListeningMatrixBuilder();
        builder.Add(0, 0, float.MaxValue);
        builder.Add(0, 0, float.MaxValue);
        Assert.Contains("row 0, column 0", Assert.Throws<ArgumentException>(() => builder.Build(1, 0, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Skips_and_plays_of_a_pair_add_up_and_a_pair_of_nothing_is_dropped()
    {
        var matrix = Built([(0, 0, 2), (0, 1, 3), (0, 0, -5), (0, 1, -3), (0, 2, -1)]);
        Assert.Equal([new(0, -3), new(2, -1)], matrix.Row(0).ToHistory());
    }

    [Fact]
    public void A_source_that_is_read_twice_gives_the_same_matrix()
    {
        Prop.ForAll(Triples.ToArbitrary(), triples =>
        {
            var counted = new CountedMatrixBuilder();
            foreach (var (row, column, weight) in triples) counted.Count(row, column, weight);
            foreach (var (row, column, weight) in triples.Reverse()) counted.Place(row, column, weight);
            var (matrix, expected) = (counted.Build(7, 0, 5), Built(triples));
            for (var row = 0; row < 7; row++) Assert.Equal(expected.Row(row).ToHistory(), matrix.Row(row).ToHistory());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_source_that_changes_between_two_readings_is_refused()
    {
        var counted = new CountedMatrixBuilder();
        counted.Count(0, 0, 1);
        counted.Place(0, 0, 1);
        Assert.Throws<InvalidOperationException>(() => counted.Place(0, 1, 1));
        Assert.Throws<InvalidOperationException>(() => counted.Count(0, 1, 1));
        var less = new CountedMatrixBuilder();
        less.Count(0, 0, 1);
        Assert.Throws<InvalidOperationException>(() => less.Build(1, 0, 1));
    }

    [Fact]
    public void More_triples_than_a_part_holds_are_sorted_too()
    {
        var builder = new ListeningMatrixBuilder(1);
        for (var i = 0; i < 200_000; i++) builder.Add(i % 10, i % 1000 / 10, 1);
        var matrix = builder.Build(10, 0, 100);
        Assert.Equal((200_000, 1000), (builder.Count, matrix.Entries));
        Assert.All(matrix.Row(3).ToHistory(), pair => Assert.Equal(200, pair.Weight));
    }

    private static ListeningMatrix Built((int Row, int Column, int Weight)[] triples)
    {
        var builder = new ListeningMatrixBuilder(1);
        foreach (var (row, column, weight) in triples) builder.Add(row, column, weight);
        return builder.Build(7, 0, 5);
    }
}
