using System.Numerics.Tensors;

namespace Curation.Core.Recommending;

/// <summary>What the weights of a row mean for the loss: how much each pair counts, c, and the score p that it is drawn to. One thread at a time.</summary>
/// <remarks>Both are kept by the root of c, since rows of vectors are scaled by it: r = sqrt(c), and r p.</remarks>
internal sealed class Confidences(FactorisationOptions options)
{
    /// <summary>Counts beyond this say no more; they keep ratios within what a float holds.</summary>
    private const float MostPlays = 1e30f;

    private float[] roots = [];
    private float[] wanted = [];

    /// <summary>The roots of the pairs' confidences.</summary>
    public ReadOnlySpan<float> Roots => roots.AsSpan(0, Count);

    /// <summary>Each root times the score that its pair is drawn to.</summary>
    public ReadOnlySpan<float> Wanted => wanted.AsSpan(0, Count);

    /// <summary>Number of pairs.</summary>
    public int Count { get; private set; }

    /// <summary>Takes the weights of a listener or list, and keeps to the cap.</summary>
    public void OfListener(ReadOnlySpan<float> weights)
    {
        Weigh(weights);
        var share = Share();
        if (share < 1) TensorPrimitives.Multiply(Roots, MathF.Sqrt(share), roots);
        Want(weights);
    }

    /// <summary>Takes the weights of a track, whose listeners count with these shares of their confidence, where they are given.</summary>
    public void OfTrack(ReadOnlySpan<float> weights, ReadOnlySpan<int> listeners, float[]? rootsOfShares)
    {
        Weigh(weights);
        for (var i = 0; rootsOfShares is not null && i < Count; i++) roots[i] *= rootsOfShares[listeners[i]];
        Want(weights);
    }

    /// <summary>The share of a listener's confidence that counts, after the cap.</summary>
    public float ShareOf(ReadOnlySpan<float> weights)
    {
        Weigh(weights);
        return Share();
    }

    private float Share()
    {
        var sum = 0.0;
        foreach (var root in Roots) sum += (double)root * root;
        return sum <= options.ListenerCap ? 1 : (float)(options.ListenerCap / sum);
    }

    private void Weigh(ReadOnlySpan<float> weights)
    {
        Count = weights.Length;
        if (roots.Length < Count) (roots, wanted) = (new float[Count * 2], new float[Count * 2]);
        var target = roots.AsSpan(0, Count);
        TensorPrimitives.Abs(weights, target);
        TensorPrimitives.Min(target, MostPlays, target);
        TensorPrimitives.Multiply(target, (float)(1 / options.ConfidenceScale), target);
        TensorPrimitives.Add(target, 1, target);
        TensorPrimitives.Log(target, target);
        for (var i = 0; i < Count; i++)
        {
            var (start, growth) = weights[i] < 0 ? (options.SkipConfidence, options.SkipConfidenceGrowth) : (1, options.ConfidenceGrowth);
            target[i] = (float)(start + (growth * target[i]));
        }

        TensorPrimitives.Sqrt(target, target);
    }

    private void Want(ReadOnlySpan<float> weights)
    {
        var skipped = (float)options.SkipPreference;
        for (var i = 0; i < Count; i++) wanted[i] = weights[i] < 0 ? skipped * roots[i] : roots[i];
    }
}
