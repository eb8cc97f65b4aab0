namespace Curation.Core.Auditing.Figures;

/// <summary>
/// Generalist-specialist score (Anderson, Maystre, Anderson, Mehrotra, Lalmas 2020, "Algorithmic effects on the diversity of consumption on Spotify"):
/// mu = sum(w s) / sum(w), GS = sum(w cos(s, mu)) / sum(w). 1 is a single kind of music; the lower, the broader.
/// </summary>
public static class GsScore
{
    /// <summary>Of tracks by their vectors.</summary>
    /// <param name="vectors">One a track, of equal length. A track with a vector of zeros has no direction and is left out.</param>
    /// <param name="weights">How much each counts, for instance its plays; what is not above 0 is left out.</param>
    /// <returns>Null below two tracks, and where they cancel out.</returns>
    public static double? Of(IReadOnlyList<float[]> vectors, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        if (vectors.Count != weights.Length) throw new ArgumentException("Every vector has a weight.", nameof(weights));
        var centre = new double[vectors.Count == 0 ? 0 : vectors[0].Length];
        double all = 0;
        var counted = 0;
        for (var i = 0; i < vectors.Count; i++)
        {
            if (!(weights[i] > 0) || Vectors.Length(vectors[i]) == 0) continue;
            for (var axis = 0; axis < centre.Length; axis++) centre[axis] += weights[i] * vectors[i][axis];
            all += weights[i];
            counted++;
        }

        var length = Vectors.Length(centre);
        if (counted < 2 || length == 0) return null;
        var sum = 0.0;
        for (var i = 0; i < vectors.Count; i++)
        {
            if (weights[i] > 0 && Vectors.Length(vectors[i]) is > 0 and var own) sum += weights[i] * Vectors.Dot(vectors[i], centre) / (own * length);
        }

        return Math.Clamp(sum / all, -1, 1);
    }
}

/// <summary>Products in double precision.</summary>
internal static class Vectors
{
    public static double Length(ReadOnlySpan<float> vector)
    {
        var sum = 0.0;
        foreach (var value in vector) sum += (double)value * value;
        return Math.Sqrt(sum);
    }

    public static double Length(ReadOnlySpan<double> vector)
    {
        var sum = 0.0;
        foreach (var value in vector) sum += value * value;
        return Math.Sqrt(sum);
    }

    public static double Dot(ReadOnlySpan<float> one, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++) sum += one[i] * other[i];
        return sum;
    }
}
