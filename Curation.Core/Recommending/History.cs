using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>A history as recommenders work with it: rows ascending, each once, weights of duplicates added. Negative weights are skips; what adds up to 0 is dropped.</summary>
internal sealed class History
{
    private readonly ReadOnlyMemory<int> rows;
    private readonly ReadOnlyMemory<float> weights;

    /// <summary>A row of a matrix, whose memory it shares.</summary>
    public History(ListeningMatrix matrix, int row) => (rows, weights) = matrix.Share(row);

    /// <summary>A history over an index of so many tracks.</summary>
    /// <exception cref="ArgumentException">A row that the index does not have, or a weight that is not a finite number.</exception>
    public History(IReadOnlyList<Evidence> evidence, int tracks)
    {
        var named = new int[evidence.Count];
        var values = new float[evidence.Count];
        for (var i = 0; i < named.Length; i++)
        {
            var (row, weight) = evidence[i];
            if (row < 0 || row >= tracks) throw new ArgumentException($"The history names row {row}; the model has rows 0 to {tracks - 1}.", nameof(evidence));
            if (!float.IsFinite(weight)) throw new ArgumentException($"The weight of row {row} in the history is {weight}; it must be a finite number.", nameof(evidence));
            (named[i], values[i]) = (row, weight);
        }

        Array.Sort(named, values);
        var count = Merge(named, values);
        (rows, weights) = (named.AsMemory(0, count), values.AsMemory(0, count));
    }

    /// <summary>Number of different rows.</summary>
    public int Count => rows.Length;

    public ReadOnlySpan<int> Rows => rows.Span;

    public ReadOnlySpan<float> Weights => weights.Span;

    /// <summary>The history as evidence, in the order of its rows.</summary>
    public Evidence[] ToEvidence()
    {
        var evidence = new Evidence[Count];
        for (var i = 0; i < evidence.Length; i++) evidence[i] = new(Rows[i], Weights[i]);
        return evidence;
    }

    /// <summary>Whether the row is part of the history.</summary>
    public bool Has(int row) => Rows.BinarySearch(row) >= 0;

    /// <summary>The best of all tracks by their scores, without the history and without <paramref name="skip"/>.</summary>
    public Scored[] Best(ReadOnlySpan<float> scores, int count, IReadOnlySet<int>? skip)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var best = new TopK(Math.Min(count, scores.Length));
        var heard = 0;
        var known = Rows;
        for (var row = 0; row < scores.Length; row++)
        {
            if (heard < known.Length && known[heard] == row) heard++;
            else if (best.Accepts(row, scores[row]) && skip?.Contains(row) != true) best.Offer(row, scores[row]);
        }

        return Taken(best);
    }

    /// <summary>Empties the best into a list, best first.</summary>
    public static Scored[] Taken(TopK best)
    {
        var kept = new Scored[best.Count];
        var bestRows = new int[kept.Length];
        var bestScores = new float[kept.Length];
        best.Take(bestRows, bestScores);
        for (var i = 0; i < kept.Length; i++) kept[i] = new(bestRows[i], bestScores[i]);
        return kept;
    }

    private static int Merge(int[] rows, float[] weights)
    {
        var end = 0;
        for (var i = 0; i < rows.Length;)
        {
            var (row, sum) = (rows[i], 0.0);
            for (; i < rows.Length && rows[i] == row; i++) sum += weights[i];
            if (sum != 0) (rows[end], weights[end++]) = (row, (float)Math.Clamp(sum, float.MinValue, float.MaxValue));
        }

        return end;
    }
}
