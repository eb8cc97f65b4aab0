namespace Curation.Core.Numerics;

/// <summary>Keeps the best k of what is offered: the highest scores, and of equal scores the lowest rows.</summary>
public sealed class TopK
{
    private readonly float[] scores;
    private readonly int[] rows;

    /// <summary>Room for <paramref name="capacity"/>.</summary>
    public TopK(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        scores = new float[capacity];
        rows = new int[capacity];
    }

    /// <summary>How many are kept now.</summary>
    public int Count { get; private set; }

    /// <summary>How many can be kept.</summary>
    public int Capacity => scores.Length;

    /// <summary>The score below which nothing is kept any more; minus infinity while there is room.</summary>
    public float Threshold => Count < scores.Length ? float.NegativeInfinity : Count > 0 ? scores[0] : float.PositiveInfinity;

    /// <summary>Whether this row would be kept if it were offered now.</summary>
    public bool Accepts(int row, float score) =>
        Count < scores.Length || (Count > 0 && (score > scores[0] || (score == scores[0] && row < rows[0])));

    /// <summary>Keeps the row if it is good enough; the worst one gives way.</summary>
    public void Offer(int row, float score)
    {
        if (!Accepts(row, score)) return;
        if (Count < scores.Length) Rise(Count++, row, score);
        else Sink(0, row, score);
    }

    /// <summary>Empties into the spans, best first, and returns how many there were. Both spans hold at least <see cref="Count"/>.</summary>
    public int Take(Span<int> intoRows, Span<float> intoScores)
    {
        var taken = Count;
        while (Count > 0)
        {
            Count--;
            intoRows[Count] = rows[0];
            intoScores[Count] = scores[0];
            if (Count > 0) Sink(0, rows[Count], scores[Count]);
        }

        return taken;
    }

    /// <summary>Offers what another keeps, and leaves that empty.</summary>
    internal void Join(TopK other)
    {
        for (var i = 0; i < other.Count; i++) Offer(other.rows[i], other.scores[i]);
        other.Count = 0;
    }

    private void Rise(int at, int row, float score)
    {
        while (at > 0)
        {
            var parent = (at - 1) / 2;
            if (!Worse(row, score, rows[parent], scores[parent])) break;
            (rows[at], scores[at]) = (rows[parent], scores[parent]);
            at = parent;
        }

        (rows[at], scores[at]) = (row, score);
    }

    private void Sink(int at, int row, float score)
    {
        while ((2 * at) + 1 < Count)
        {
            var child = (2 * at) + 1;
            if (child + 1 < Count && Worse(rows[child + 1], scores[child + 1], rows[child], scores[child])) child++;
            if (!Worse(rows[child], scores[child], row, score)) break;
            (rows[at], scores[at]) = (rows[child], scores[child]);
            at = child;
        }

        (rows[at], scores[at]) = (row, score);
    }

    private static bool Worse(int row, float score, int otherRow, float otherScore) =>
        score < otherScore || (score == otherScore && row > otherRow);
}
