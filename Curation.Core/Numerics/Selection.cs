namespace Curation.Core.Numerics;

/// <summary>Puts the best of a list first without sorting it: the highest scores, and of equal scores the lowest rows (Hoare 1961).</summary>
internal static class Selection
{
    /// <summary>Reorders both spans alike, so that the best <paramref name="count"/> come first, in no order, the worst of them last.</summary>
    public static void BestFirst(Span<float> scores, Span<int> rows, int count)
    {
        var (low, high) = (0, scores.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var (score, row) = (scores[middle], rows[middle]);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (Better(scores[i], rows[i], score, row)) i++;
                while (Better(score, row, scores[j], rows[j])) j--;
                if (i > j) break;
                (scores[i], scores[j]) = (scores[j], scores[i]);
                (rows[i], rows[j]) = (rows[j], rows[i]);
                i++;
                j--;
            }

            if (count - 1 <= j) high = j;
            else if (count - 1 >= i) low = i;
            else return;
        }
    }

    private static bool Better(float score, int row, float otherScore, int otherRow) => score > otherScore || (score == otherScore && row < otherRow);
}
