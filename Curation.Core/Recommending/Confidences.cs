using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Curation.Core.Recommending;

/// <summary>What the weights of a row mean for the loss: how much each pair counts, c, and the score p that it is drawn to. One thread at a time.</summary>
/// <remarks>Both are kept by the root of c, since rows of vectors are scaled by it: r = sqrt(c), and r p. In a matrix of roots a skip has a negative one.</remarks>
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

    /// <summary>Takes the weights of a listener or list.</summary>
    public void OfWeights(ReadOnlySpan<float> weights)
    {
        Make(weights.Length);
        RootsOf(weights, wanted.AsSpan(0, Count));
        Split(wanted);
    }

    /// <summary>Takes roots that <see cref="RootsOf"/> made.</summary>
    public void OfRoots(ReadOnlySpan<float> signed)
    {
        Make(signed.Length);
        Split(signed);
    }

    /// <summary>The roots of the confidences of a listener or list, which keep to the cap; negative for skips. Below one play, which only age makes, confidence falls in proportion.</summary>
    public void RootsOf(ReadOnlySpan<float> weights, Span<float> signed)
    {
        TensorPrimitives.Abs(weights, signed);
        TensorPrimitives.Clamp(signed, 1, MostPlays, signed);
        TensorPrimitives.Multiply(signed, (float)(1 / options.ConfidenceScale), signed);
        TensorPrimitives.Add(signed, 1, signed);
        TensorPrimitives.Log(signed, signed);
        var sum = 0.0;
        for (var i = 0; i < signed.Length; i++)
        {
            var (start, growth) = weights[i] < 0 ? (options.SkipConfidence, options.SkipConfidenceGrowth) : (1, options.ConfidenceGrowth);
            signed[i] = (float)(Math.Min(1, Math.Abs(weights[i])) * (start + (growth * signed[i])));
            sum += signed[i];
        }

        if (sum > options.ListenerCap) TensorPrimitives.Multiply(signed, (float)(options.ListenerCap / sum), signed);
        TensorPrimitives.Sqrt(signed, signed);
        TensorPrimitives.CopySign(signed, weights, signed);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Split(ReadOnlySpan<float> signed)
    {
        var skipped = -(float)options.SkipPreference;
        for (var i = 0; i < Count; i++)
        {
            var root = signed[i];
            roots[i] = MathF.Abs(root);
            wanted[i] = root < 0 ? skipped * root : root;
        }
    }

    private void Make(int count)
    {
        Count = count;
        if (roots.Length < count) (roots, wanted) = (new float[count * 2], new float[count * 2]);
    }
}
