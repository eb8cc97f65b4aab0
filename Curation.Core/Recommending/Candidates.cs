using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>What a batch search has found for one taste so far: everything that reached the limit, cut back to the best now and then, which raises the limit.</summary>
internal sealed class Candidates
{
    private const int FilterBits = 4096;

    private readonly int wanted;
    private readonly int[] rows;
    private readonly float[] scores;
    private readonly ulong[] filter = new ulong[FilterBits / 64];
    private FactorisationTaste? taste;
    private IReadOnlySet<int>? skip;
    private int kept;
    private int count;

    /// <summary>Room to find the best <paramref name="wanted"/>, at least 1.</summary>
    public Candidates(int wanted)
    {
        this.wanted = wanted;
        rows = new int[(2 * wanted) + ScoreTile.Rows];
        scores = new float[rows.Length];
    }

    /// <summary>The score below which nothing is among the best any more; minus infinity while there is room.</summary>
    public float Limit { get; private set; }

    /// <summary>The length that a vector must have to reach the limit.</summary>
    public float LeastLength { get; private set; }

    /// <summary>Length of the taste's vector.</summary>
    public float Length { get; private set; }

    /// <summary>Turns to another taste.</summary>
    public void Begin(FactorisationTaste next, IReadOnlySet<int>? leaveOut)
    {
        (taste, skip, kept, count) = (next, leaveOut, 0, 0);
        (Limit, LeastLength) = (float.NegativeInfinity, 0);
        Length = MathF.Sqrt(Kernels.Dot(next.Vector, next.Vector));
        Array.Clear(filter);
        foreach (var row in next.Heard.Rows) filter[row % FilterBits / 64] |= 1UL << (row % 64);
    }

    /// <summary>Takes a track that reached the limit. True where that raised the limit.</summary>
    public bool Add(int row, float score)
    {
        (rows[count], scores[count]) = (row, score);
        if (++count < rows.Length) return false;
        return CutBack();
    }

    /// <summary>The best, in no order; whether they are all there are, and the worst of their scores.</summary>
    public (int[] Rows, bool All, float Worst) Take()
    {
        CutBack();
        return (rows[..kept], kept < wanted, Limit);
    }

    private bool CutBack()
    {
        for (var i = kept; i < count; i++)
            if (!IsSeen(rows[i])) (rows[kept], scores[kept++]) = (rows[i], scores[i]);
        count = kept;
        if (kept < wanted) return false;
        Selection.BestFirst(scores.AsSpan(0, kept), rows.AsSpan(0, kept), wanted);
        kept = count = wanted;
        Limit = System.Numerics.Tensors.TensorPrimitives.Min<float>(scores.AsSpan(0, kept));
        LeastLength = Limit <= 0 ? 0 : Limit / Length;
        return true;
    }

    private bool IsSeen(int row) =>
        ((filter[row % FilterBits / 64] >> (row % 64)) & 1) != 0 && taste!.Heard.Has(row) || skip?.Contains(row) == true;
}
