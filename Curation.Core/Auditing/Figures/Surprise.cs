namespace Curation.Core.Auditing.Figures;

/// <summary>How new a track is to everyone.</summary>
public static class Surprise
{
    /// <summary>-log2 of a track's smoothed share of all plays, (plays + 1) / (all plays + tracks) (Zhou et al. 2010): bits of surprise; a track that everybody plays has few.</summary>
    public static double SelfInformation(double plays, double allPlays, int tracks) => -Math.Log2((plays + 1) / (allPlays + tracks));
}
