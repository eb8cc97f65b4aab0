using Curation.Core.Auditing.Research;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Auditing.Research;

public sealed class SuppressionTests
{
    [Fact]
    public void A_lone_small_cell_is_hidden_together_with_three_that_keep_it_hidden()
    {
        var table = Suppression.Publish(Tables.Of(new[,] { { 2, 30, 40 }, { 25, 12, 60 }, { 50, 70, 80 } }, 10), 10)!;
        Assert.Null(table.Cells[0][0]);
        Assert.Equal(4, table.Suppressed);
        Assert.Equal([72, 97, 200], table.RowTotals);
        Assert.All(Tables.Attack(table), cell => Assert.True(cell.Value.High - cell.Value.Low >= 10, $"{cell.Key}: {cell.Value}"));
    }

    [Fact]
    public void A_table_without_small_cells_is_shown_whole()
    {
        var table = Suppression.Publish(Tables.Of(new[,] { { 12, 30 }, { 25, 12 } }, 10), 10)!;
        Assert.Equal(0, table.Suppressed);
        Assert.Empty(table.Faults(10));
    }

    [Fact]
    public void A_table_with_nothing_to_hide_behind_is_not_shown_at_all() => Assert.Null(Suppression.Publish(Tables.Of(new[,] { { 2, 3 }, { 1, 2 } }, 10), 10));

    [Fact]
    public void Small_groups_are_merged_and_one_alone_takes_the_next_with_it()
    {
        var table = Tables.Of(new[,] { { 30, 40 }, { 2, 1 }, { 20, 15 } }, 10);
        Assert.Equal(["r0", CountTable.Other], table.RowGroups);
        Assert.Equal((22, 16), (table[1, 0], table[1, 1]));
        Assert.Equal(CountTable.Other, table.RowOf["r2"]);
    }

    [Fact]
    public void A_listener_counts_once_behind_a_merged_group()
    {
        var ones = Enumerable.Range(0, 12).Select(i => new Contribution("c", new Dictionary<string, int> { ["big"] = 4, [i < 2 ? "x" : "y"] = 3 })).ToList();
        var table = CountTable.Of("group", "listeners", Aggregates.Places, ones, 11);
        Assert.Equal(["big", CountTable.Other], table.RowGroups);
        Assert.Equal((12, 36), (table.Contributors(1, 0), table[1, 0]));
    }

    /// <summary>Naive hiding falls to subtraction; this is what the cover is for.</summary>
    [Fact]
    public void A_cell_that_is_hidden_alone_is_told_exactly()
    {
        var naive = new PublishedTable("r", "c", Aggregates.Places, ["a", "b"], ["x", "y"], [[null, 30], [25, 12]], [32, 37], [27, 42]);
        Assert.Equal((2, 2), Tables.Attack(naive)[(0, 0)]);
        Assert.Equal((2, 2), CellBounds.Of(naive)!.At(0, 0));
        Assert.Contains("between 2 and 2", Assert.Single(naive.Faults(10)), StringComparison.Ordinal);
    }

    [Fact]
    public void Totals_that_no_counts_give_are_found()
    {
        Assert.NotEmpty(new PublishedTable("r", "c", "x", ["a", "b"], ["x", "y"], [[null, 30], [25, null]], [29, 40], [30, 39]).Faults(1));
        Assert.NotEmpty(new PublishedTable("r", "c", "x", ["a", "b"], ["x", "y"], [[1, 2], [3, 4]], [3, 8], [4, 6]).Faults(1));
    }

    [Fact]
    public void No_attack_on_totals_tells_a_hidden_cell_closer_than_the_smallest_cell() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Counts().ToArbitrary(), given =>
    {
        var source = Tables.Of(given.Counts, given.Minimum);
        if (Suppression.Publish(source, given.Minimum) is not { } table) return true;
        var attack = Tables.Attack(table);
        foreach (var row in Enumerable.Range(0, table.RowGroups.Length))
        {
            foreach (var column in Enumerable.Range(0, table.ColumnGroups.Length))
            {
                if (table.Cells[row][column] is { } shown)
                {
                    if (shown != source[row, column] || source.Contributors(row, column) < given.Minimum) return false;
                    continue;
                }

                var (low, high) = attack[(row, column)];
                if (high - low < given.Minimum || source[row, column] < low || source[row, column] > high) return false;
                if (CellBounds.Of(table)!.At(row, column) != (low, high)) return false;
            }
        }

        return table.Faults(given.Minimum).Count == 0;
    }));

    private static Gen<(int[,] Counts, int Minimum)> Counts() =>
        from minimum in Gen.Choose(2, 4)
        from rows in Gen.Choose(1, 3)
        from columns in Gen.Choose(1, 3)
        from cells in Gen.Choose(0, 7).ArrayOf(rows * columns)
        select (Shape(cells, rows, columns), minimum);

    private static int[,] Shape(int[] cells, int rows, int columns)
    {
        var counts = new int[rows, columns];
        for (var i = 0; i < cells.Length; i++) counts[i / columns, i % columns] = cells[i];
        return counts;
    }
}
