using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Recommending;

namespace Curation.Core.Desk.Comparing;

/// <summary>How much of what listeners get goes to something, under one revision and under another.</summary>
/// <param name="Name">What: an artist, a track, a genre, a tier.</param>
/// <param name="Before">Mean share of exposure under the first.</param>
/// <param name="After">Mean share of exposure under the second.</param>
/// <param name="Low">Lower end of the 95 % interval of the difference.</param>
/// <param name="High">Upper end.</param>
public sealed record Shift(string Name, double Before, double After, double Low, double High)
{
    /// <summary>After less before.</summary>
    public double Change => After - Before;

    /// <summary>Whether the interval leaves out no difference at all.</summary>
    public bool Clear => Low > 0 || High < 0;
}

/// <summary>How lists fit the listeners of one taste.</summary>
/// <param name="Cluster">The taste cluster's name.</param>
/// <param name="Listeners">How many of the sample are in it.</param>
/// <param name="Fit">Mean percentile, from 0 to 1, of the tracks on a list among the catalogue by the listener's own taste.</param>
public sealed record ClusterShift(string Cluster, int Listeners, Shift Fit);

/// <summary>Who gains and who loses between two revisions, over the lists that the same sampled listeners would get.</summary>
public sealed record AudienceEffect
{
    /// <summary>Listeners whose lists were made.</summary>
    public required int Listeners { get; init; }

    /// <summary>Those among them with a taste of their own; the others get the shared list.</summary>
    public required int Personal { get; init; }

    /// <summary>The two revisions.</summary>
    public required (Revision Before, Revision After) Of { get; init; }

    /// <summary>Artists whose exposure differs most, gains first.</summary>
    public required IReadOnlyList<Shift> Artists { get; init; }

    /// <summary>Tracks whose exposure differs most, gains first.</summary>
    public required IReadOnlyList<Shift> Tracks { get; init; }

    /// <summary>Genres, the largest difference first.</summary>
    public required IReadOnlyList<Shift> Genres { get; init; }

    /// <summary>Head, middle and tail.</summary>
    public required IReadOnlyList<Shift> Tiers { get; init; }

    /// <summary>Exposure of artists that the listener has never played.</summary>
    public required Shift NewArtists { get; init; }

    /// <summary>Mean fit of all listeners with a taste; null where nobody has one.</summary>
    public required Shift? Fit { get; init; }

    /// <summary>Fit by taste.</summary>
    public required IReadOnlyList<ClusterShift> Clusters { get; init; }

    /// <summary>Lists of which more than half the tracks are others.</summary>
    public required int ChangedByHalf { get; init; }

    /// <summary>Mean share of a list's tracks that are others.</summary>
    public required double Turnover { get; init; }
}
