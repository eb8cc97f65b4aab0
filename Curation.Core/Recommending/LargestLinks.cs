using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>Keeps the links of a row that are largest in size, of either sign. A link that is not a finite number other than 0 is none.</summary>
internal sealed class LargestLinks(int count)
{
    private readonly TopK largest = new(count);
    private readonly HashSet<int> negative = [];

    public void Offer(int row, float strength)
    {
        if (strength == 0 || !float.IsFinite(strength) || !largest.Accepts(row, Math.Abs(strength))) return;
        largest.Offer(row, Math.Abs(strength));
        if (strength < 0) negative.Add(row);
    }

    /// <summary>The kept links, the largest first, and starts anew.</summary>
    public (int[] Rows, float[] Strengths) Take()
    {
        var rows = new int[largest.Count];
        var strengths = new float[rows.Length];
        largest.Take(rows, strengths);
        for (var i = 0; i < rows.Length; i++) if (negative.Contains(rows[i])) strengths[i] = -strengths[i];
        negative.Clear();
        return (rows, strengths);
    }
}
