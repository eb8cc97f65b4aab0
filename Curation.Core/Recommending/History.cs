using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>A history as recommenders work with it: rows ascending, each once, weights of duplicates added. Negative weights are skips; what adds up to 0 is dropped.</summary>
internal sealed class History
{
    private readonly int[] rows;
    private readonly float[] weights;

    /// <summary>A history over an index of so many tracks.</summary>
    /// <exception cref="ArgumentException">A row that the index does not have, or a weight that is not a finite number.</exception>
    public History(IReadOnlyList<Evidence> evidence, int tracks)
    {
        rows = new int[evidence.Count];
        weights = new float[evidence.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var (row, weight) = evidence[i];
            if (row < 0 || row >= tracks) throw new ArgumentException($"The history names row {row}; the model has rows 0 to {tracks - 1}.", nameof(evidence));
            if (!float.IsFinite(weight)) throw new ArgumentException($"The weight of row {row} in the history is {weight}; it must be a finite number.", nameof(evidence));
            (rows[i], weights[i]) = (row, weight);
        }

        Array.Sort(rows, weights);
        Count = Merge();
    }

    /// <summary>Number of different rows.</summary>
    public int Count { get; }

    public ReadOnlySpan<int> Rows => rows.AsSpan(0, Count);

    public ReadOnlySpan<float> Weights => weights.AsSpan(0, Count);

    /// <summary>Whether the row is part of the history.</summary>
    public bool Has(int row) => Rows.BinarySearch(row) >= 0;

    /// <summary>The best of all tracks by their scores, without the history and without <paramref name="skip"/>.</summary>
    public Scored[] Best(ReadOnlySpan<float> scores, int count, IReadOnlySet<int>? skip)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var best = new TopK(Math.Min(count, scores.Length));
        var heard = 0;
        for (var row = 0; row < scores.Length; row++)
        {
            if (heard < Count && rows[heard] == row) heard++;
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

    private int Merge()
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
