using Curation.Core.Numerics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace Curation.Core.Recommending.Ranking;

/// <summary>LambdaMART (Burges 2010) by Microsoft.ML: LightGBM, or FastTree where LightGBM's native part cannot load. The trees are taken over, so that ranking needs neither.</summary>
internal static class LambdaMart
{
    /// <summary>Learns trees from a sheet, on one thread, so that the same sheet gives the same trees; the mean of several runs that differ by their seed. Null where nothing on the sheet tells candidates apart.</summary>
    public static TreeEnsemble? Learn(RankingSheet sheet, RankingOptions options, CancellationToken cancel = default)
    {
        var runs = new List<TreeEnsemble>();
        for (var run = 0; run < options.Runs; run++)
        {
            cancel.ThrowIfCancellationRequested();
            if (Once(sheet, options with { Seed = options.Seed + run }) is not { } trees) return null;
            runs.Add(trees);
        }

        return TreeEnsemble.Mean(runs).Covering(sheet.Values);
    }

    public static TreeEnsemble? WithLightGbm(RankingSheet sheet, RankingOptions options)
    {
        var ml = new MLContext(options.Seed);
        var trainer = ml.Ranking.Trainers.LightGbm(new LightGbmRankingTrainer.Options
        {
            NumberOfIterations = options.Trees,
            NumberOfLeaves = options.Leaves,
            LearningRate = options.LearningRate,
            MinimumExampleCountPerLeaf = options.LeastPerLeaf,
            RowGroupColumnName = nameof(Line.Group),
            Seed = options.Seed,
            Deterministic = true,
            NumberOfThreads = 1,
            HandleMissingValue = false,
            Booster = new GradientBooster.Options { FeatureFraction = 0.7, SubsampleFraction = 0.8, SubsampleFrequency = 1, L2Regularization = 1 },
        });
        return Taken(() => trainer.Fit(Table(ml, sheet)).Model, sheet);
    }

    public static TreeEnsemble? WithFastTree(RankingSheet sheet, RankingOptions options)
    {
        var ml = new MLContext(options.Seed);
        var trainer = ml.Ranking.Trainers.FastTree(new FastTreeRankingTrainer.Options
        {
            NumberOfTrees = options.Trees,
            NumberOfLeaves = options.Leaves,
            LearningRate = options.LearningRate,
            MinimumExampleCountPerLeaf = options.LeastPerLeaf,
            RowGroupColumnName = nameof(Line.Group),
            Seed = options.Seed,
            NumberOfThreads = 1,
        });
        return Taken(() => trainer.Fit(Table(ml, sheet)).Model, sheet);
    }

    private static TreeEnsemble? Once(RankingSheet sheet, RankingOptions options)
    {
        try
        {
            return WithLightGbm(sheet, options);
        }
        catch (Exception unloadable) when (unloadable is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return WithFastTree(sheet, options);
        }
    }

    /// <summary>The trees of a model, or null where one of them is a single leaf, which Microsoft.ML cannot hand out: there was nothing left to learn.</summary>
    private static TreeEnsemble? Taken(Func<TreeEnsembleModelParametersBasedOnRegressionTree> fit, RankingSheet sheet)
    {
        try
        {
            return fit().TrainedTreeEnsemble.Trees is { Count: > 0 } trees ? Taken(trees, sheet.Features) : null;
        }
        catch (ArgumentNullException)
        {
            return null;
        }
    }

    private static IDataView Table(MLContext ml, RankingSheet sheet)
    {
        var schema = SchemaDefinition.Create(typeof(Line));
        schema[nameof(Line.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, sheet.Features);
        schema[nameof(Line.Group)].ColumnType = new KeyDataViewType(typeof(uint), sheet.Groups);
        return ml.Data.LoadFromEnumerable(sheet.Lines().Select(line => new Line { Features = line.Features, Label = line.Found ? 1 : 0, Group = (uint)line.Group + 1 }), schema);
    }

    /// <summary>Microsoft.ML counts inner nodes from 0 and leaves as the complement of their number.</summary>
    private static TreeEnsemble Taken(IReadOnlyList<RegressionTree> trees, int features)
    {
        var roots = new int[trees.Count];
        var nodes = new List<TreeNode>();
        for (var i = 0; i < roots.Length; i++)
        {
            roots[i] = nodes.Count;
            Take(trees[i], trees[i].NumberOfNodes == 0 ? -1 : 0, nodes);
        }

        return new TreeEnsemble(features, roots, [.. nodes]);
    }

    private static int Take(RegressionTree tree, int node, List<TreeNode> nodes)
    {
        var index = nodes.Count;
        if (node < 0)
        {
            nodes.Add(new TreeNode(-1, 0, 0, 0, (float)tree.LeafValues[~node], 1));
            return index;
        }

        nodes.Add(default);
        var left = Take(tree, tree.LeftChild[node], nodes);
        var right = Take(tree, tree.RightChild[node], nodes);
        nodes[index] = new TreeNode(tree.NumericalSplitFeatureIndexes[node], tree.NumericalSplitThresholds[node], left, right, 0, 1);
        return index;
    }

    private sealed class Line
    {
        public float[] Features { get; set; } = [];

        public float Label { get; set; }

        public uint Group { get; set; }
    }
}
