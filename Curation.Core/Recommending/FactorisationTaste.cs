using System.Buffers;
using System.Runtime.InteropServices;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>A history folded into a factorisation: the score of a track is the dot product of two vectors.</summary>
internal sealed class FactorisationTaste(Factorisation model, History heard, float[] vector) : ITaste
{
    public Factorisation Model => model;

    /// <summary>The folded-in vector, padded.</summary>
    public float[] Vector => vector;

    public History Heard => heard;

    public void Score(ReadOnlySpan<int> rows, Span<float> scores)
    {
        if (rows.Length != scores.Length) throw new ArgumentException("There must be as many scores as rows.", nameof(scores));
        ref var mine = ref MemoryMarshal.GetArrayDataReference(vector);
        for (var i = 0; i < rows.Length; i++)
            scores[i] = Kernels.Dot(ref mine, ref MemoryMarshal.GetReference(model.Vectors.PaddedRow(rows[i])), vector.Length);
    }

    public IReadOnlyList<Scored> Top(int count, IReadOnlySet<int>? skip = null)
    {
        var tracks = model.Tracks.Count;
        var scores = ArrayPool<float>.Shared.Rent(tracks);
        ref var mine = ref MemoryMarshal.GetArrayDataReference(vector);
        ref var first = ref MemoryMarshal.GetReference(model.Vectors.All);
        for (nint row = 0; row < tracks; row++)
            scores[row] = Kernels.Dot(ref mine, ref System.Runtime.CompilerServices.Unsafe.Add(ref first, row * vector.Length), vector.Length);
        var best = heard.Best(scores.AsSpan(0, tracks), count, skip);
        ArrayPool<float>.Shared.Return(scores);
        return best;
    }

    /// <summary>Hu, Koren, Volinsky 2008, section 5: with W the inverse of the normal equations' matrix, track j of the history adds y_i^T W y_j c_j p_j. Nothing remains.</summary>
    public Explanation Explain(int row)
    {
        var wanted = model.Vectors.PaddedRow(row);
        Span<float> again = stackalloc float[vector.Length];
        Span<float> direction = stackalloc float[vector.Length];
        var weights = model.Solve(heard, again, wanted, direction);
        var parts = new Scored[heard.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var part = weights[i] * Kernels.Dot(direction, model.Vectors.PaddedRow(heard.Rows[i]));
            parts[i] = new(heard.Rows[i], part);
        }

        Array.Sort(parts, Parts.LargestFirst);
        return new(Kernels.Dot(vector, wanted), parts, 0);
    }
}
