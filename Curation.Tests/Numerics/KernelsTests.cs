using Curation.Core.Numerics;
using Xunit;

namespace Curation.Tests.Numerics;

public sealed class KernelsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(150)]
    public void Dot_and_adding_equal_plain_loops_at_every_length(int length)
    {
        var random = new SeededRandom(length);
        var a = Enumerable.Range(0, length).Select(_ => (float)random.NextGaussian()).ToArray();
        var b = Enumerable.Range(0, length).Select(_ => (float)random.NextGaussian()).ToArray();
        Assert.Equal(a.Zip(b).Sum(pair => (double)pair.First * pair.Second), Kernels.Dot(a, b), 1e-4);
        var sum = (float[])b.Clone();
        Kernels.AddScaled(0.5f, a, sum);
        for (var i = 0; i < length; i++) Assert.Equal(b[i] + (0.5f * a[i]), sum[i], 1e-5f);
    }

    [Fact]
    public void Vectors_of_different_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Kernels.Dot([1f], [1f, 2f]));
        Assert.Throws<ArgumentException>(() => Kernels.AddScaled(1, [1f], new float[2]));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 1)]
    [InlineData(1000, 20)]
    public void The_gramian_is_every_column_times_every_column(int rows, int columns)
    {
        var random = new SeededRandom(9);
        var matrix = new DenseMatrix(rows, columns);
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++) matrix.PaddedRow(row)[column] = (float)random.NextGaussian();
        var gramian = Gramian.Of(matrix, 2, CancellationToken.None);
        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var expected = Enumerable.Range(0, rows).Sum(row => (double)matrix.Row(row)[i] * matrix.Row(row)[j]);
                Assert.Equal(expected, gramian.Row(i)[j], 1e-3);
            }
        }
    }
}
