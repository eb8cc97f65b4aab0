namespace Curation.Core.Numerics;

/// <summary>A node of a regression tree: 24 bytes, so that trees are stored as they are.</summary>
/// <param name="Feature">Feature that is asked here; -1 for a leaf.</param>
/// <param name="Threshold">Values up to it go left.</param>
/// <param name="Left">Index of the left child in the ensemble.</param>
/// <param name="Right">Index of the right child in the ensemble.</param>
/// <param name="Value">What a leaf adds to the score.</param>
/// <param name="Cover">Training rows that reached the node, and one for each of its leaves.</param>
public readonly record struct TreeNode(int Feature, float Threshold, int Left, int Right, float Value, float Cover)
{
    /// <summary>Whether nothing is asked here.</summary>
    public bool IsLeaf => Feature < 0;
}

/// <summary>Regression trees whose leaves add up to a score. Immutable; may be read from many threads.</summary>
public sealed class TreeEnsemble
{
    private readonly int[] roots;
    private readonly TreeNode[] nodes;

    /// <summary>Trees over so many features; children stand behind their parents.</summary>
    /// <exception cref="ArgumentException">A node names a feature or a child that cannot be, or the value or threshold is not a number.</exception>
    public TreeEnsemble(int features, int[] roots, TreeNode[] nodes)
    {
        Features = features;
        this.roots = roots;
        this.nodes = nodes;
        if (roots.Any(root => root < 0 || root >= nodes.Length)) throw new ArgumentException("A tree begins outside the nodes.", nameof(roots));
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            var sound = node.IsLeaf ? float.IsFinite(node.Value) : node.Feature < features && IsBehind(node.Left, i) && IsBehind(node.Right, i) && !float.IsNaN(node.Threshold);
            if (!sound || !(node.Cover > 0)) throw new ArgumentException($"Node {i} makes no sense.", nameof(nodes));
        }
    }

    /// <summary>Number of features of a row.</summary>
    public int Features { get; }

    /// <summary>Number of trees.</summary>
    public int Trees => roots.Length;

    internal ReadOnlySpan<int> Roots => roots;

    internal ReadOnlySpan<TreeNode> Nodes => nodes;

    /// <summary>The score of one row of <see cref="Features"/> values.</summary>
    public float Score(ReadOnlySpan<float> row)
    {
        if (row.Length != Features) throw new ArgumentException($"A row has {Features} values.", nameof(row));
        var sum = 0f;
        foreach (var root in roots) sum += nodes[Leaf(root, row)].Value;
        return sum;
    }

    /// <summary>The mean of several ensembles over the same features.</summary>
    public static TreeEnsemble Mean(IReadOnlyList<TreeEnsemble> ensembles)
    {
        var roots = new List<int>();
        var nodes = new List<TreeNode>();
        foreach (var ensemble in ensembles)
        {
            var before = nodes.Count;
            roots.AddRange(ensemble.roots.Select(root => root + before));
            foreach (var node in ensemble.nodes)
                nodes.Add(node.IsLeaf ? node with { Value = node.Value / ensembles.Count } : node with { Left = node.Left + before, Right = node.Right + before });
        }

        return new TreeEnsemble(ensembles[0].Features, [.. roots], [.. nodes]);
    }

    /// <summary>The same trees with the covers that these rows give; rows lie one behind the other.</summary>
    public TreeEnsemble Covering(ReadOnlySpan<float> rows)
    {
        var covers = new float[nodes.Length];
        for (; rows.Length >= Features && Features > 0; rows = rows[Features..])
            foreach (var root in roots) covers[Leaf(root, rows)]++;
        var covered = new TreeNode[nodes.Length];
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            covers[i] = nodes[i].IsLeaf ? covers[i] + 1 : covers[nodes[i].Left] + covers[nodes[i].Right];
            covered[i] = nodes[i] with { Cover = covers[i] };
        }

        return new TreeEnsemble(Features, roots, covered);
    }

    private int Leaf(int node, ReadOnlySpan<float> row)
    {
        while (!nodes[node].IsLeaf) node = row[nodes[node].Feature] <= nodes[node].Threshold ? nodes[node].Left : nodes[node].Right;
        return node;
    }

    private bool IsBehind(int child, int parent) => child > parent && child < nodes.Length;
}
