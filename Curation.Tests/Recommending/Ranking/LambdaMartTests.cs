using Curation.Core.Numerics;
using Curation.Core.Recommending.Ranking;
using Xunit;

namespace Curation.Tests.Recommending.Ranking;

public sealed class LambdaMartTests
{
    private static readonly RankingOptions Quick = new() { Trees = 30, Leaves = 4, LeastPerLeaf = 5, Runs = 1, LearningRate = 0.2 };

    [Fact]
    public void What_decides_is_learned_with_LightGBM()
    {
        try
        {
            RanksByTheSecondFeature(LambdaMart.WithLightGbm(Sheet(), Quick)!);
        }
        catch (DllNotFoundException unloadable)
        {
            Assert.Skip($"LightGBM's native part cannot load here (on Debian and Ubuntu it needs libgomp1): {unloadable.Message}");
        }
    }

    [Fact]
    public void What_decides_is_learned_with_FastTree_too() => RanksByTheSecondFeature(LambdaMart.WithFastTree(Sheet(), Quick)!);

    [Fact]
    public void The_same_sheet_gives_the_same_trees()
    {
        var options = Quick with { Runs = 2 };
        Assert.Equal(LambdaMart.Learn(Sheet(), options)!.Nodes.ToArray(), LambdaMart.Learn(Sheet(), options)!.Nodes.ToArray());
    }

    [Fact]
    public void Where_nothing_tells_candidates_apart_nothing_is_learned()
    {
        var sheet = new RankingSheet(2);
        for (var history = 0; history < 20; history++) sheet.Add(new float[20], [true, .. new bool[9]]);
        Assert.Null(LambdaMart.Learn(sheet, Quick));
    }

    [Fact]
    public void What_decides_is_learned_with_whichever_can_load() => RanksByTheSecondFeature(LambdaMart.Learn(Sheet(), Quick)!);

    private static void RanksByTheSecondFeature(TreeEnsemble trees)
    {
        var random = new SeededRandom(77);
        for (var i = 0; i < 100; i++)
        {
            var (noise, other) = ((float)random.NextDouble(), (float)random.NextDouble());
            Assert.True(trees.Score([noise, 0.9f, 1]) > trees.Score([other, 0.3f, 1]));
        }
    }

    /// <summary>Forty histories of twenty candidates: those whose second feature is above 0.6 were found.</summary>
    private static RankingSheet Sheet()
    {
        var random = new SeededRandom(3);
        var sheet = new RankingSheet(3);
        for (var history = 0; history < 40; history++)
        {
            var values = new float[60];
            foreach (ref var value in values.AsSpan()) value = (float)random.NextDouble();
            for (var i = 0; i < 20; i++) values[(3 * i) + 2] = 1;
            sheet.Add(values, [.. Enumerable.Range(0, 20).Select(i => values[(3 * i) + 1] > 0.6f)]);
        }

        return sheet;
    }
}
