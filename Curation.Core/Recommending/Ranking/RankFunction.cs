using Curation.Core.Numerics;

namespace Curation.Core.Recommending.Ranking;

/// <summary>Turns a candidate's features into a score, and takes the score apart again.</summary>
internal abstract class RankFunction
{
    /// <summary>What is there before any feature speaks.</summary>
    public abstract double Start { get; }

    public abstract float Score(ReadOnlySpan<float> features);

    /// <summary>What each feature adds; with <see cref="Start"/> they add up to the score within rounding.</summary>
    public abstract double[] Contributions(ReadOnlySpan<float> features);
}

/// <summary>Boosted trees learned by LambdaMART (Burges 2010).</summary>
internal sealed class LearnedTrees(TreeEnsemble trees) : RankFunction
{
    private readonly Lazy<TreeContributions> contributions = new(() => new TreeContributions(trees));

    public TreeEnsemble Trees => trees;

    public override double Start => contributions.Value.Expected;

    public override float Score(ReadOnlySpan<float> features) => trees.Score(features);

    public override double[] Contributions(ReadOnlySpan<float> features) => contributions.Value.Of(features);
}

/// <summary>Reciprocal rank fusion (Cormack, Clarke, Büttcher 2009), for where there is too little to learn from.</summary>
internal sealed class FusedRanks(int recommenders) : RankFunction
{
    private const float Softness = 60;

    public override double Start => 0;

    public override float Score(ReadOnlySpan<float> features)
    {
        var sum = 0f;
        for (var i = 0; i < recommenders; i++) sum += Part(features, i);
        return sum;
    }

    public override double[] Contributions(ReadOnlySpan<float> features)
    {
        var parts = new double[features.Length];
        for (var i = 0; i < recommenders; i++) parts[RankAt(i)] = Part(features, i);
        return parts;
    }

    private static int RankAt(int recommender) => (recommender * RankingFeatures.PerRecommender) + 2;

    private static float Part(ReadOnlySpan<float> features, int recommender) => 1 / (Softness + MathF.Pow(2, features[RankAt(recommender)]));
}
