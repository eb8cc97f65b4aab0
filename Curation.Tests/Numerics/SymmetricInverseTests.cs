using Curation.Core.Numerics;
using Xunit;

namespace Curation.Tests.Numerics;

public sealed class SymmetricInverseTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(32)]
    [InlineData(200)]
    [InlineData(256)]
    [InlineData(600)]
    public void The_inverse_times_the_matrix_is_the_identity(int n)
    {
        var matrix = PositiveDefinite(n);
        var inverse = PositiveDefinite(n);
        SymmetricInverse.Invert(inverse, threads: 2);
        var (left, right) = (new DenseMatrix(n, n), new DenseMatrix(n, n));
        inverse.CopyRows(0, n, 0, left);
        matrix.CopyRows(0, n, 0, right);
        for (var i = 0; i < n; i += 1 + (n / 20))
            for (var j = 0; j < n; j++) Assert.Equal(i == j ? 1 : 0, Kernels.Dot(left.Row(i), right.Row(j)), 1e-4);
    }

    [Fact]
    public void Two_by_two_is_inverted_as_by_hand()
    {
        var matrix = new SymmetricBlocks(2);
        (matrix.At(0, 0), matrix.At(1, 0), matrix.At(1, 1)) = (4, 2, 3);
        SymmetricInverse.Invert(matrix, threads: 1);
        Assert.Equal(0.375f, matrix.At(0, 0), 1e-6f);
        Assert.Equal(-0.25f, matrix.At(1, 0), 1e-6f);
        Assert.Equal(0.5f, matrix.At(1, 1), 1e-6f);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var (one, three) = (PositiveDefinite(600), PositiveDefinite(600));
        SymmetricInverse.Invert(one, threads: 1);
        SymmetricInverse.Invert(three, threads: 3);
        for (var row = 0; row < 600; row++)
            for (var column = 0; column <= row; column++) Assert.Equal(one.At(row, column), three.At(row, column));
    }

    [Fact]
    public void A_matrix_without_rank_gives_numbers()
    {
        var matrix = new SymmetricBlocks(300);
        for (var row = 0; row < 300; row++)
            for (var column = 0; column <= row; column++) matrix.At(row, column) = 1e9f;
        SymmetricInverse.Invert(matrix, threads: 2);
        for (var row = 0; row < 300; row++)
            for (var column = 0; column <= row; column++) Assert.True(float.IsFinite(matrix.At(row, column)));
    }

    [Fact]
    public void Rows_are_copied_whole_from_both_sides_of_the_diagonal()
    {
        var matrix = PositiveDefinite(600);
        var rows = new DenseMatrix(20, 600 - 10);
        matrix.CopyRows(250, 20, 10, rows);
        for (var row = 250; row < 270; row++)
            for (var column = 10; column < 600; column++)
                Assert.Equal(matrix.At(Math.Max(row, column), Math.Min(row, column)), rows.Row(row - 250)[column - 10]);
    }

    [Fact]
    public void Eliminating_the_first_blocks_leaves_the_complement()
    {
        // [4 0 | 2; 0 .. | 0; 2 0 | 3]: what is left for the last row is 3 - 2 * 2 / 4.
        var matrix = new SymmetricBlocks(257);
        for (var row = 0; row < 257; row++) matrix.At(row, row) = 4;
        (matrix.At(256, 0), matrix.At(256, 256)) = (2, 3);
        SymmetricInverse.Eliminate(matrix, blocks: 1, threads: 1);
        Assert.Equal(2, matrix.At(256, 256), 1e-6f);
    }

    [Fact]
    public void Cancelling_stops_it()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => SymmetricInverse.Invert(PositiveDefinite(10), 1, null, cancel.Token));
    }

    /// <summary>Random off the diagonal; the diagonal outweighs each row.</summary>
    private static SymmetricBlocks PositiveDefinite(int n)
    {
        var random = new SeededRandom(n);
        var matrix = new SymmetricBlocks(n);
        for (var row = 0; row < n; row++)
            for (var column = 0; column <= row; column++)
                matrix.At(row, column) = row == column ? 1 + (0.3f * n) : (float)(random.NextDouble() - 0.5);
        return matrix;
    }
}
