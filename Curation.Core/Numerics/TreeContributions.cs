namespace Curation.Core.Numerics;

/// <summary>What each feature adds to the score of a row: Shapley values of the trees, exact, in polynomial time (Lundberg, Erion, Lee 2018, algorithm 2).</summary>
/// <remarks>A feature that is left out is averaged over by the covers of the training rows. The contributions and <see cref="Expected"/> add up to the score within rounding.</remarks>
public sealed class TreeContributions
{
    private readonly TreeEnsemble trees;
    private readonly double[] expected;

    /// <summary>Prepares the expected value of every node.</summary>
    public TreeContributions(TreeEnsemble trees)
    {
        ArgumentNullException.ThrowIfNull(trees);
        this.trees = trees;
        expected = new double[trees.Nodes.Length];
        for (var i = expected.Length - 1; i >= 0; i--)
        {
            var node = trees.Nodes[i];
            expected[i] = node.IsLeaf ? node.Value : ((Share(node.Left, i) * expected[node.Left]) + (Share(node.Right, i) * expected[node.Right]));
        }

        foreach (var root in trees.Roots) Expected += expected[root];
    }

    /// <summary>The mean score over the training rows: what is there before any feature speaks.</summary>
    public double Expected { get; }

    /// <summary>One contribution for each feature of the row.</summary>
    public double[] Of(ReadOnlySpan<float> row)
    {
        if (row.Length != trees.Features) throw new ArgumentException($"A row has {trees.Features} values.", nameof(row));
        var shares = new double[row.Length];
        foreach (var root in trees.Roots) Walk(root, new Path(), 1, 1, -1, row, shares);
        return shares;
    }

    private void Walk(int index, Path path, double zero, double one, int feature, ReadOnlySpan<float> row, double[] shares)
    {
        path.Extend(feature, zero, one);
        var node = trees.Nodes[index];
        if (node.IsLeaf)
        {
            path.Share(node.Value, shares);
            return;
        }

        var (hot, cold) = row[node.Feature] <= node.Threshold ? (node.Left, node.Right) : (node.Right, node.Left);
        var (zeroBefore, oneBefore) = path.Take(node.Feature);
        Walk(hot, path.Copy(), zeroBefore * Share(hot, index), oneBefore, node.Feature, row, shares);
        Walk(cold, path, zeroBefore * Share(cold, index), 0, node.Feature, row, shares);
    }

    private double Share(int child, int parent) => (double)trees.Nodes[child].Cover / trees.Nodes[parent].Cover;

    /// <summary>The features asked on the way to a node, each with the share of rows that pass where it is unknown (zero) and known (one), and the weights of subset sizes.</summary>
    private sealed class Path
    {
        private readonly List<(int Feature, double Zero, double One, double Weight)> steps;

        public Path() => steps = [];

        private Path(IEnumerable<(int, double, double, double)> steps) => this.steps = [.. steps];

        public Path Copy() => new(steps);

        public void Extend(int feature, double zero, double one)
        {
            var length = steps.Count;
            steps.Add((feature, zero, one, length == 0 ? 1 : 0));
            for (var i = length - 1; i >= 0; i--)
            {
                var weight = steps[i].Weight;
                steps[i + 1] = steps[i + 1] with { Weight = steps[i + 1].Weight + (one * weight * (i + 1) / (length + 1)) };
                steps[i] = steps[i] with { Weight = zero * weight * (length - i) / (length + 1) };
            }
        }

        /// <summary>Takes a feature out again if it was asked before; returns its shares, or 1 and 1.</summary>
        public (double Zero, double One) Take(int feature)
        {
            var at = steps.FindIndex(1, step => step.Feature == feature);
            if (at < 0) return (1, 1);
            var (_, zero, one, _) = steps[at];
            var weights = Without(at);
            for (var i = at; i + 1 < steps.Count; i++) steps[i] = steps[i + 1];
            steps.RemoveAt(steps.Count - 1);
            for (var i = 0; i < weights.Length; i++) steps[i] = steps[i] with { Weight = weights[i] };
            return (zero, one);
        }

        public void Share(double value, double[] shares)
        {
            for (var i = 1; i < steps.Count; i++) shares[steps[i].Feature] += Without(i).Sum() * (steps[i].One - steps[i].Zero) * value;
        }

        /// <summary>The weights as they would be had the step not been taken.</summary>
        private double[] Without(int at)
        {
            var last = steps.Count - 1;
            var (_, zero, one, _) = steps[at];
            var weights = new double[last];
            var next = steps[last].Weight;
            for (var i = last - 1; i >= 0; i--)
            {
                if (one != 0)
                {
                    weights[i] = next * (last + 1) / ((i + 1) * one);
                    next = steps[i].Weight - (weights[i] * zero * (last - i) / (last + 1));
                }
                else
                {
                    weights[i] = steps[i].Weight * (last + 1) / (zero * (last - i));
                }
            }

            return weights;
        }
    }
}
