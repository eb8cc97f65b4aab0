using Curation.Core.Numerics;
using Xunit;

namespace Curation.Tests.Numerics;

public sealed unsafe class CholeskyTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(144)]
    public void The_solution_times_the_matrix_is_the_right_hand_side(int n)
    {
        var matrix = PositiveDefinite(n);
        var wanted = Vector(n, seed: 2);
        var x = new DenseMatrix(2, n);
        for (var i = 0; i < n; i++) x.PaddedRow(0)[i] = Kernels.Dot(matrix.Row(i), wanted);
        var upper = UpperTiles.Of(matrix);
        Cholesky.Factor(upper.Start, n, x.Start + n);
        Cholesky.Solve(upper.Start, n, x.Start + n, x.Start);
        for (var i = 0; i < n; i++) Assert.Equal(wanted[i], x.Row(0)[i], 1e-3);
        GC.KeepAlive(upper);
        GC.KeepAlive(x);
    }

    [Fact]
    public void The_upper_triangle_alone_is_read()
    {
        var matrix = PositiveDefinite(32);
        var other = PositiveDefinite(32);
        for (var row = 0; row < 32; row++)
            for (var column = 0; column < row; column++) other.PaddedRow(row)[column] = float.NaN;
        Assert.Equal(Solved(UpperTiles.Of(matrix)), Solved(UpperTiles.Of(other)));
    }

    [Fact]
    public void A_matrix_without_rank_gives_numbers()
    {
        var matrix = new DenseMatrix(16, 16);
        matrix.All.Fill(1e9f);
        foreach (var value in Solved(UpperTiles.Of(matrix))) Assert.True(float.IsFinite(value));
        matrix.All.Clear();
        foreach (var value in Solved(UpperTiles.Of(matrix))) Assert.True(float.IsFinite(value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    public void Tiles_for_wide_and_for_narrow_vectors_are_the_products_of_all_columns(int rows)
    {
        var left = new DenseMatrix(rows + 1, 16);
        var right = new DenseMatrix(rows + 1, 16);
        for (var row = 0; row < rows; row++)
        {
            Vector(16, seed: row).CopyTo(left.PaddedRow(row));
            Vector(16, seed: 1000 + row).CopyTo(right.PaddedRow(row));
        }

        var (wide, narrow, square, narrowSquare) = (new DenseMatrix(16, 16), new DenseMatrix(16, 16), new DenseMatrix(16, 16), new DenseMatrix(16, 16));
        foreach (var tile in new[] { wide, narrow, square, narrowSquare }) tile.All.Fill(1);
        Tile512.Update(left.Start, right.Start, rows, wide.Start, subtract: true);
        Tile256.Update(left.Start, right.Start, rows, narrow.Start, subtract: true);
        Tile512.Square(left.Start, rows, square.Start);
        Tile256.Square(left.Start, rows, narrowSquare.Start);
        for (var i = 0; i < 16; i++)
        {
            for (var j = 0; j < 16; j++)
            {
                var product = Enumerable.Range(0, rows).Sum(row => (double)left.Row(row)[i] * right.Row(row)[j]);
                Assert.Equal(1 - product, wide.Row(i)[j], 1e-4);
                Assert.Equal(1 - product, narrow.Row(i)[j], 1e-4);
                if (j < i) continue;
                var own = Enumerable.Range(0, rows).Sum(row => (double)left.Row(row)[i] * left.Row(row)[j]);
                Assert.Equal(1 + own, square.Row(i)[j], 1e-4);
                Assert.Equal(1 + own, narrowSquare.Row(i)[j], 1e-4);
            }
        }
    }

    private static float[] Solved(DenseMatrix upper)
    {
        var n = upper.Rows == 16 ? 16 : 32;
        var x = new DenseMatrix(2, n);
        x.PaddedRow(0).Fill(1);
        Cholesky.Factor(upper.Start, n, x.Start + n);
        Cholesky.Solve(upper.Start, n, x.Start + n, x.Start);
        return x.Row(0).ToArray();
    }

    private static DenseMatrix PositiveDefinite(int n)
    {
        var panel = new DenseMatrix(2 * n, n);
        for (var row = 0; row < panel.Rows; row++) Vector(n, seed: 100 + row).CopyTo(panel.PaddedRow(row));
        return Gramian.Of(panel, 1, CancellationToken.None);
    }

    private static float[] Vector(int n, int seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, n).Select(_ => (float)random.NextGaussian())];
    }
}
