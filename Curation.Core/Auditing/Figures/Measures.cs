namespace Curation.Core.Auditing.Figures;

/// <summary>What can be measured.</summary>
public static class Measures
{
    /// <summary>Share of all position weights that a group's tracks hold, 0 to 1; counted are its distinct tracks that are shown, and the baseline is its share in the pool, or in the catalogue where there is no pool.</summary>
    public const string Exposure = "exposure";

    /// <summary>log2 of a group's exposure share over its share in the baseline; null where either is 0.</summary>
    public const string Amplification = "amplification";

    /// <summary>Mean normalised discounted Kullback-Leibler divergence of lists in a dimension, natural logarithm (Geyik et al. 2019). Of a group that a list has and the baseline lacks, the baseline counts half a track, so that such a list is counted as far off instead of left out.</summary>
    public const string Ndkl = "ndkl";

    /// <summary>Mean rKL of lists of ten places or more, one group against all others (Yang and Stoyanovich 2017).</summary>
    public const string Rkl = "rkl";

    /// <summary>Gini coefficient of exposure over the dimension "artists" or "tracks", those never shown included.</summary>
    public const string Gini = "gini";

    /// <summary>Distinct "artists" or "tracks" shown over all of the catalogue. Its interval, and those of artists gained and lost, is the jackknife's over listeners: 1.96 standard errors on either side.</summary>
    public const string Coverage = "coverage";

    /// <summary>Artists shown who are not in the edition that is live.</summary>
    public const string ArtistsGained = "artists-gained";

    /// <summary>Artists of the edition that is live who are shown no more.</summary>
    public const string ArtistsLost = "artists-lost";

    /// <summary>Mean calibration divergence of lists from their listeners' histories (Steck 2018), log2, over known genres; the baseline is what the shared list would give the same listeners.</summary>
    public const string Calibration = "calibration";

    /// <summary>Mean generalist-specialist score (Anderson et al. 2020) of histories ("before") or lists ("after"); high is narrow.</summary>
    public const string Gs = "gs";

    /// <summary>Mean intra-list diversity of histories ("before") or lists ("after").</summary>
    public const string Diversity = "diversity";

    /// <summary>Mean of -log2 of the smoothed plays share of a list's tracks.</summary>
    public const string Novelty = "novelty";

    /// <summary>Mean share of a list's tracks by artists that its listener never played; listeners without plays are not counted.</summary>
    public const string Discovery = "discovery";

    /// <summary>Explicit tracks that reach listeners or recipes that exclude them: a count of places. It has no interval where there are none: a bootstrap says nothing of what never happened.</summary>
    public const string ExplicitReach = "explicit-reach";

    /// <summary>Lists with at least one explicit track among those of listeners or recipes that exclude them; counted are all of these lists.</summary>
    public const string ExplicitLists = "explicit-lists";

    /// <summary>Places on the same lists with a track of which no source says whether it is explicit; it counts as not explicit, so it may be there.</summary>
    public const string ExplicitUnknown = "explicit-unknown";

    /// <summary>Mean percentile of a list's tracks among the catalogue by the listener's own taste, 0 to 1.</summary>
    public const string Fit = "fit";

    /// <summary>How far the fit of the group of listeners that is served worst lies below everybody's.</summary>
    public const string FitGap = "fit-gap";

    /// <summary>Mean over lists of the mean over tracks of (1 - mean cosine with the tracks of the listener's history) · relevance (after Zhang et al. 2012); relevance is the track's percentile among the catalogue by the listener's own taste, 0 to 1. Tracks that the model does not know are left out.</summary>
    public const string Serendipity = "serendipity";

    /// <summary>Dimension of figures over artists.</summary>
    public const string Artists = "artists";

    /// <summary>Dimension of figures over tracks.</summary>
    public const string Tracks = "tracks";

    /// <summary>Dimension of figures of histories, to compare lists with.</summary>
    public const string Before = "before";

    /// <summary>Dimension of figures of lists, to compare with histories.</summary>
    public const string After = "after";

    /// <summary>Stands before measures of the shared list, for instance "shared-exposure".</summary>
    public const string SharedPrefix = "shared-";

    /// <summary>Stands before measures of the pool, for instance "pool-diversity".</summary>
    public const string PoolPrefix = "pool-";

    /// <summary>Every measure by its plain name.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Exposure, Amplification, Ndkl, Rkl, Gini, Coverage, ArtistsGained, ArtistsLost, Calibration, Gs, Diversity, Novelty, Discovery, ExplicitReach, ExplicitLists, ExplicitUnknown, Fit, FitGap, Serendipity];

    /// <summary>Whether there is such a measure, perhaps of the shared list or the pool, perhaps under a position weight of its own.</summary>
    public static bool IsKnown(string measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var plain = FigureWords.Plain(measure);
        return All.Contains(plain, StringComparer.Ordinal) && (!measure.StartsWith(PoolPrefix, StringComparison.Ordinal) || OfSet.Contains(plain, StringComparer.Ordinal))
            && (!measure.StartsWith(SharedPrefix, StringComparison.Ordinal) || OfOneList.Contains(plain, StringComparer.Ordinal));
    }

    /// <summary>What is measured of the shared list too.</summary>
    public static IReadOnlyList<string> OfOneList { get; } = [Exposure, Amplification, Ndkl, Rkl, Gs, Diversity, Novelty, ExplicitReach];

    /// <summary>What is measured of the pool too.</summary>
    public static IReadOnlyList<string> OfSet { get; } = [Gs, Diversity, Novelty];
}
