using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog;

namespace Curation.Core.Desk.Metering;

/// <summary>Says which tracks of a pool a finding would have out and which candidates in. Null where swaps of tracks are not what the figure turns on.</summary>
/// <param name="Out">How much a track of the pool speaks against the finding, above 0 for those that may go.</param>
/// <param name="In">Whether a candidate helps.</param>
internal sealed record SwapChoice(Func<TrackFacts, double> Out, Func<TrackFacts, bool> In)
{
    /// <summary>The choice for a finding.</summary>
    public static SwapChoice? For(Finding finding, IReadOnlyList<Figure> figures, CatalogueRows rows, IReadOnlyList<Dimension> dimensions, IReadOnlySet<ArtistId> inPool)
    {
        var key = finding.Key;
        if (key.Measure == Measures.ExplicitReach) return new SwapChoice(track => track.Explicit ? 1 : 0, track => !track.Explicit);
        if (key.Dimension == "artists" && key.Measure is Measures.Gini or Measures.Coverage) return new SwapChoice(track => track.Artists.Any(inPool.Contains) ? 1 : 0, track => !track.Artists.Any(inPool.Contains));
        if (dimensions.FirstOrDefault(candidate => candidate.Name == key.Dimension) is not { } dimension) return null;
        return key.Measure switch
        {
            Measures.Exposure or Measures.Amplification => Towards(dimension, rows, key.Group, wanted: finding.Threshold.Side == Side.Below),
            Measures.Ndkl or Measures.Rkl when finding.Threshold.Side == Side.Above && Missed(key, figures) is { } group => Towards(dimension, rows, group, wanted: true),
            _ => null,
        };
    }

    private static SwapChoice? Towards(Dimension dimension, CatalogueRows rows, string group, bool wanted)
    {
        if (dimension.Find(group) is not (>= 0 and var number)) return null;
        return wanted
            ? new SwapChoice(track => 1 - ShareOf(dimension, rows, track, number), track => ShareOf(dimension, rows, track, number) >= 0.5)
            : new SwapChoice(track => ShareOf(dimension, rows, track, number), track => ShareOf(dimension, rows, track, number) <= 0);
    }

    /// <summary>The group that the lists show least of against its share in the baseline.</summary>
    private static string? Missed(MeasureKey key, IReadOnlyList<Figure> figures) => (
        from figure in figures
        where figure.Key.Measure == Measures.Amplification && figure.Key.Dimension == key.Dimension && figure.Key.Against == (key.Against.Length == 0 ? Baselines.Catalogue : key.Against)
        where figure.Key.Group.Length > 0 && !Dimension.IsUnknown(figure.Key.Group) && figure.Value is not null
        orderby figure.Value, figure.Key.Group
        select figure.Key.Group).FirstOrDefault();

    private static double ShareOf(Dimension dimension, CatalogueRows rows, TrackFacts track, int group)
    {
        if (rows.RowOf(track.Id) is not (>= 0 and var row)) return 0;
        var of = dimension.GroupsOf(row);
        var parts = dimension.SharesOf(row);
        var share = 0.0;
        for (var i = 0; i < of.Length; i++) share += of[i] == group ? parts[i] : 0;
        return share;
    }
}
