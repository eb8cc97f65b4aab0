using Curation.Core.Numerics;
using Xunit;

namespace Curation.Tests.Numerics;

public sealed class RidgeRegressionTests
{
    [Fact]
    public void One_column_is_solved_as_by_hand()
    {
        // A = [1; 2], P = diag(1, 3), Y = [4; 5], mu = 1: (1 + 12 + 1) w = 4 + 30.
        var rows = new SparseRows([[(0, 1)], [(0, 2)]], 1);
        var targets = new DenseMatrix(2, 1);
        (targets.PaddedRow(0)[0], targets.PaddedRow(1)[0]) = (4, 5);
        Assert.Equal(34 / 14f, RidgeRegression.Solve(rows, targets, [1, 3], 1, 10, 1, CancellationToken.None).Row(0)[0], 1e-6f);
    }

    [Fact]
    public void The_solution_satisfies_the_normal_equations()
    {
        var (rows, targets, weights) = Problem();
        var solution = RidgeRegression.Solve(rows, targets, weights, 0.5, 500, 2, CancellationToken.None);
        var left = new double[rows.Width, 3];
        var product = new float[targets.Stride];
        for (var row = 0; row < rows.Count; row++)
        {
            rows.Multiply(row, solution, product);
            for (var i = 0; i < rows.ColumnsOf(row).Length; i++)
                for (var f = 0; f < 3; f++)
                    left[rows.ColumnsOf(row)[i], f] += weights[row] * rows.ValuesOf(row)[i] * (product[f] - targets.Row(row)[f]);
        }

        for (var column = 0; column < rows.Width; column++)
            for (var f = 0; f < 3; f++) Assert.Equal(0, left[column, f] + (0.5 * solution.Row(column)[f]), 1e-2);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var (rows, targets, weights) = Problem();
        var one = RidgeRegression.Solve(rows, targets, weights, 0.5, 50, 1, CancellationToken.None);
        var three = RidgeRegression.Solve(rows, targets, weights, 0.5, 50, 3, CancellationToken.None);
        Assert.Equal(one.All, three.All);
    }

    [Fact]
    public void Rows_that_count_for_nothing_and_columns_that_nobody_names_are_no_trouble()
    {
        var targets = new DenseMatrix(2, 1);
        targets.All.Fill(1);
        var solution = RidgeRegression.Solve(new SparseRows([[(0, 1)], []], 2), targets, [0, 1], 1, 10, 1, CancellationToken.None);
        Assert.Equal((0f, 0f), (solution.Row(0)[0], solution.Row(1)[0]));
    }

    [Theory]
    [InlineData(2, 1f)]
    [InlineData(-1, 1f)]
    [InlineData(0, float.NaN)]
    public void A_row_that_makes_no_sense_is_refused(int column, float value) =>
        Assert.Throws<ArgumentException>(() => new SparseRows([[(column, value)]], 2));

    private static (SparseRows Rows, DenseMatrix Targets, float[] Weights) Problem()
    {
        var random = new SeededRandom(9);
        var rows = new (int, float)[700][];
        var targets = new DenseMatrix(rows.Length, 3);
        var weights = new float[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = [.. Enumerable.Range(0, 4).Select(_ => (random.NextInt(60), (float)random.NextGaussian()))];
            for (var f = 0; f < 3; f++) targets.PaddedRow(row)[f] = (float)random.NextGaussian();
            weights[row] = (float)random.NextDouble();
        }

        return (new(rows, 60), targets, weights);
    }
}
