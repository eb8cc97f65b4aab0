namespace Curation.Core.Auditing.Figures;

/// <summary>Intra-list diversity (Ziegler, McNee, Konstan, Lausen 2005): 1 - the mean cosine of all pairs of tracks. 0 where all are alike.</summary>
public static class ListDiversity
{
    /// <summary>Of tracks by their vectors; a vector of zeros has no direction and is left out. Null below two tracks.</summary>
    public static double? Of(IReadOnlyList<float[]> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        // The cosines of all pairs add up to (|sum of directions|² - n) / 2.
        var sum = new double[vectors.Count == 0 ? 0 : vectors[0].Length];
        var counted = 0;
        foreach (var vector in vectors)
        {
            var length = Vectors.Length(vector);
            if (length == 0) continue;
            for (var axis = 0; axis < sum.Length; axis++) sum[axis] += vector[axis] / length;
            counted++;
        }

        return FromSum(Vectors.Length(sum), counted);
    }

    /// <summary>From the length of the sum of the tracks' directions.</summary>
    internal static double? FromSum(double length, int tracks) =>
        tracks < 2 ? null : Math.Clamp(1 - (((length * length) - tracks) / ((double)tracks * (tracks - 1))), 0, 2);
}
