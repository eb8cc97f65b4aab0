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
        var b = new DenseMatrix(3, n);
        for (var i = 0; i < n; i++) b.PaddedRow(0)[i] = Kernels.Dot(matrix.Row(i), wanted);
        Cholesky.Factor(matrix.Start, n, b.Start + n);
        Cholesky.Solve(matrix.Start, n, b.Start + n, b.Start, b.Start + (2 * n));
        for (var i = 0; i < n; i++) Assert.Equal(wanted[i], b.Row(2)[i], 1e-3);
        GC.KeepAlive(matrix);
        GC.KeepAlive(b);
    }

    [Fact]
    public void The_upper_triangle_alone_is_read()
    {
        var matrix = PositiveDefinite(16);
        var other = PositiveDefinite(16);
        for (var row = 0; row < 16; row++)
            for (var column = 0; column < row; column++) other.PaddedRow(row)[column] = 1e6f;
        var diagonals = new DenseMatrix(2, 16);
        Cholesky.Factor(matrix.Start, 16, diagonals.Start);
        Cholesky.Factor(other.Start, 16, diagonals.Start + 16);
        Assert.Equal(diagonals.Row(0), diagonals.Row(1));
    }

    [Fact]
    public void A_matrix_without_rank_gives_numbers()
    {
        var matrix = new DenseMatrix(16, 16);
        matrix.All.Fill(1e9f);
        var b = new DenseMatrix(3, 16);
        b.PaddedRow(0).Fill(1);
        Cholesky.Factor(matrix.Start, 16, b.Start + 16);
        Cholesky.Solve(matrix.Start, 16, b.Start + 16, b.Start, b.Start + 32);
        foreach (var value in b.Row(2)) Assert.True(float.IsFinite(value));
    }

    private static DenseMatrix PositiveDefinite(int n)
    {
        var panel = new DenseMatrix(2 * n, n);
        for (var row = 0; row < panel.Rows; row++) Vector(n, seed: 100 + row).CopyTo(panel.PaddedRow(row));
        return SymmetricUpdate.Gramian(panel, 1, CancellationToken.None);
    }

    private static float[] Vector(int n, int seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, n).Select(_ => (float)random.NextGaussian())];
    }
}
