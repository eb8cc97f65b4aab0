using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>A history folded into a factorisation: the score of a track is the dot product of two vectors.</summary>
internal sealed class FactorisationTaste(Factorisation model, History heard, float[] vector) : ITaste
{
    private const int RowsAtOnce = 1 << 15;

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

    /// <summary>Scores every track; where there are many, several threads take parts, each keeping its best. Which thread takes which part does not show.</summary>
    public IReadOnlyList<Scored> Top(int count, IReadOnlySet<int>? skip = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var tracks = model.Tracks.Count;
        var parts = (tracks + RowsAtOnce - 1) / RowsAtOnce;
        if (parts <= 1) return History.Taken(Best(0, tracks, count, skip));
        var all = new TopK(Math.Min(count, tracks));
        Parallel.For(0, parts, part =>
        {
            var best = Best(part * RowsAtOnce, Math.Min(tracks, (part + 1) * RowsAtOnce), count, skip);
            lock (all) all.Join(best);
        });
        return History.Taken(all);
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

    private TopK Best(int first, int end, int count, IReadOnlySet<int>? skip)
    {
        var best = new TopK(Math.Min(count, end - first));
        var width = vector.Length;
        ref var mine = ref MemoryMarshal.GetArrayDataReference(vector);
        ref var start = ref MemoryMarshal.GetReference(model.Vectors.All);
        for (var row = first; row < end; row++)
        {
            var score = Kernels.Dot(ref mine, ref Unsafe.Add(ref start, (nint)row * width), width);
            if (best.Accepts(row, score) && !heard.Has(row) && skip?.Contains(row) != true) best.Offer(row, score);
        }

        return best;
    }
}
