using Curation.Core.Numerics;
using Xunit;

namespace Curation.Tests.Numerics;

public sealed class TreeEnsembleTests
{
    /// <summary>Feature 0 up to 1? then 10; else feature 1 up to 5? then 20, else 30.</summary>
    private static readonly TreeNode[] Nodes =
    [
        new(0, 1, 1, 2, 0, 1), new(-1, 0, 0, 0, 10, 1), new(1, 5, 3, 4, 0, 1), new(-1, 0, 0, 0, 20, 1), new(-1, 0, 0, 0, 30, 1),
    ];

    [Fact]
    public void A_row_goes_left_up_to_the_threshold_and_right_above_it()
    {
        var trees = new TreeEnsemble(2, [0], Nodes);
        Assert.Equal(10, trees.Score([1, 9]));
        Assert.Equal(20, trees.Score([1.1f, 5]));
        Assert.Equal(30, trees.Score([2, 6]));
        Assert.Equal(60, new TreeEnsemble(2, [0, 0], Nodes).Score([2, 6]));
    }

    [Fact]
    public void Covers_count_the_rows_that_pass_and_one_for_each_leaf()
    {
        var covered = new TreeEnsemble(2, [0], Nodes).Covering([0, 0, 0, 0, 2, 0, 2, 9, 2, 9]);
        Assert.Equal([8, 3, 5, 2, 3], covered.Nodes.ToArray().Select(node => node.Cover));
    }

    [Fact]
    public void Without_features_known_the_score_is_the_mean_over_the_covers()
    {
        var covered = new TreeEnsemble(2, [0], Nodes).Covering([0, 0, 0, 0, 2, 0, 2, 9, 2, 9]);
        Assert.Equal(((3 * 10) + (2 * 20) + (3 * 30)) / 8.0, new TreeContributions(covered).Expected, 1e-9);
    }

    [Fact]
    public void Contributions_of_one_question_are_worked_by_hand()
    {
        TreeNode[] stump = [new(0, 0, 1, 2, 0, 4), new(-1, 0, 0, 0, 8, 1), new(-1, 0, 0, 0, 4, 3)];
        var shares = new TreeContributions(new TreeEnsemble(2, [0], stump)).Of([-1, 7]);
        Assert.Equal(8 - 5.0, shares[0], 1e-9);
        Assert.Equal(0, shares[1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Contributions_are_the_Shapley_values_and_add_up_to_the_score(int seed)
    {
        const int features = 5;
        var random = new SeededRandom(seed);
        var trees = Grown(features, depth: 5, trees: 3, random);
        var explained = new TreeContributions(trees);
        for (var test = 0; test < 10; test++)
        {
            var row = Enumerable.Range(0, features).Select(_ => (float)random.NextGaussian()).ToArray();
            var shares = explained.Of(row);
            Assert.Equal(trees.Score(row), explained.Expected + shares.Sum(), 1e-4);
            for (var feature = 0; feature < features; feature++) Assert.Equal(Shapley(trees, row, feature), shares[feature], 1e-6);
        }
    }

    [Fact]
    public void The_mean_of_ensembles_scores_their_mean()
    {
        var random = new SeededRandom(9);
        var (one, other) = (Grown(3, 3, 2, random), Grown(3, 3, 4, random));
        Assert.Equal((one.Score([0, 1, -1]) + other.Score([0, 1, -1])) / 2, TreeEnsemble.Mean([one, other]).Score([0, 1, -1]), 1e-5);
    }

    [Fact]
    public void Trees_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new TreeEnsemble(1, [0], Nodes));
        Assert.Throws<ArgumentException>(() => new TreeEnsemble(2, [5], Nodes));
        Assert.Throws<ArgumentException>(() => new TreeEnsemble(2, [0], [Nodes[0] with { Left = 0 }, .. Nodes[1..]]));
        Assert.Throws<ArgumentException>(() => new TreeEnsemble(2, [0], [Nodes[0], Nodes[1] with { Value = float.NaN }, .. Nodes[2..]]));
        Assert.Throws<ArgumentException>(() => new TreeEnsemble(2, [0], Nodes).Score([1]));
    }

    private static TreeEnsemble Grown(int features, int depth, int trees, SeededRandom random)
    {
        var nodes = new List<TreeNode>();
        var roots = Enumerable.Range(0, trees).Select(_ => Grow(depth)).ToArray();
        var rows = Enumerable.Range(0, 200 * features).Select(_ => (float)random.NextGaussian()).ToArray();
        return new TreeEnsemble(features, roots, [.. nodes]).Covering(rows);

        int Grow(int left)
        {
            var index = nodes.Count;
            nodes.Add(new(-1, 0, 0, 0, (float)random.NextGaussian(), 1));
            if (left > 0) nodes[index] = new(random.NextInt(features), (float)random.NextGaussian(), Grow(left - 1), Grow(left - 1), 0, 1);
            return index;
        }
    }

    /// <summary>By definition: what the feature adds to every set of others, weighed by how often that set comes before it in an order.</summary>
    private static double Shapley(TreeEnsemble trees, float[] row, int feature)
    {
        var sum = 0.0;
        for (var set = 0; set < 1 << row.Length; set++)
        {
            if ((set >> feature & 1) == 1) continue;
            var size = System.Numerics.BitOperations.PopCount((uint)set);
            sum += Factorial(size) * Factorial(row.Length - size - 1) / Factorial(row.Length) * (Known(set | (1 << feature)) - Known(set));
        }

        return sum;

        double Known(int set) => trees.Roots.ToArray().Sum(root => Value(root, set));

        double Value(int index, int set)
        {
            var node = trees.Nodes[index];
            if (node.IsLeaf) return node.Value;
            if ((set >> node.Feature & 1) == 1) return Value(row[node.Feature] <= node.Threshold ? node.Left : node.Right, set);
            return ((trees.Nodes[node.Left].Cover * Value(node.Left, set)) + (trees.Nodes[node.Right].Cover * Value(node.Right, set))) / node.Cover;
        }
    }

    private static double Factorial(int n) => Enumerable.Range(1, n).Aggregate(1.0, (product, i) => product * i);
}
