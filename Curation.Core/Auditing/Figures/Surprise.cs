namespace Curation.Core.Auditing.Figures;

/// <summary>How new a list is: to everyone (novelty) and to its listener (serendipity).</summary>
public static class Surprise
{
    /// <summary>-log2 of a track's smoothed share of all plays, (plays + 1) / (all plays + tracks) (Zhou et al. 2010): bits of surprise; a track that everybody plays has few.</summary>
    public static double SelfInformation(double plays, double allPlays, int tracks) => -Math.Log2((plays + 1) / (allPlays + tracks));

    /// <summary>Mean self-information of a list's tracks; null for an empty list.</summary>
    public static double? Novelty(ReadOnlySpan<double> information)
    {
        var sum = 0.0;
        foreach (var bits in information) sum += bits;
        return information.Length == 0 ? null : sum / information.Length;
    }

    /// <summary>Mean of (1 - mean similarity to the history) · relevance (after Zhang, Séaghdha, Quercia, Jambor 2012); null for an empty list.</summary>
    /// <param name="similarity">Mean cosine of each track with the tracks of the history.</param>
    /// <param name="relevance">Relevance of each track, 0 to 1.</param>
    public static double? Serendipity(ReadOnlySpan<double> similarity, ReadOnlySpan<double> relevance)
    {
        if (similarity.Length != relevance.Length) throw new ArgumentException("Every track has a similarity and a relevance.", nameof(relevance));
        var sum = 0.0;
        for (var i = 0; i < similarity.Length; i++) sum += (1 - similarity[i]) * relevance[i];
        return similarity.Length == 0 ? null : sum / similarity.Length;
    }
}
