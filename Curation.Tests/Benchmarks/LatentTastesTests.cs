using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Xunit;

namespace Curation.Tests.Benchmarks;

public sealed class LatentTastesTests
{
    [Fact]
    public void Invented_listening_is_of_the_size_asked_for_skewed_and_the_same_for_the_same_seed()
    {
        var matrix = Made(seed: 1);
        Assert.InRange(matrix.Entries, 18_000, 21_000);
        var turned = matrix.Transpose();
        var counts = Enumerable.Range(0, 2000).Select(track => turned.Row(track).Count).OrderDescending().ToArray();
        Assert.InRange(counts.Take(20).Sum(), 0.05 * matrix.Entries, 0.5 * matrix.Entries);
        Assert.Equal(matrix.Row(7).ToHistory(), Made(seed: 1).Row(7).ToHistory());
        Assert.NotEqual(matrix.Row(7).ToHistory(), Made(seed: 2).Row(7).ToHistory());
    }

    private static ListeningMatrix Made(int seed)
    {
        using var stream = new MemoryStream();
        new LatentTastes(500, 2000, 20_000, seed).WriteBin(stream);
        stream.Position = 0;
        var builder = new ListeningMatrixBuilder();
        InteractionRecords.Read(stream, "made", builder, bad => Assert.Fail(bad.ToString()));
        return builder.Build(500, 0, 2000);
    }
}
