using Curation.Core.Auditing.Dimensions;
using Curation.Core.Catalog;
using Curation.Core.Desk.Attributes;
using Curation.Core.Desk.Models;
using Curation.Core.Storage;

namespace Curation.Core.Desk.Research;

/// <summary>
/// The groups by which a bundle counts tracks, told apart as assessments tell them. A place is counted once and whole, as the hiding of cells needs whole numbers:
/// a track whose artists are of different groups is of a group of its own. Country stands without its region, whose totals would give hidden countries away.
/// </summary>
internal sealed class TrackGroups
{
    /// <summary>The group of tracks whose artists are of different groups.</summary>
    public const string Several = "several";

    private const string Decade = "decade";

    private static readonly string[] Shared = [BuiltInDimensions.Gender, BuiltInDimensions.Country, BuiltInDimensions.Language];

    private readonly CatalogueRows rows;

    private TrackGroups(CatalogueRows rows, IReadOnlyList<Dimension> dimensions) => (this.rows, Dimensions) = (rows, dimensions);

    /// <summary>The dimensions, in the order of the tables.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>Number of tracks of the catalogue.</summary>
    public int Tracks => rows.Count;

    public static async Task<TrackGroups> Of(CurationDb db, ModelSnapshot snapshot, DateOnly day, CancellationToken cancel)
    {
        var stamp = await ListAttributes.Stamp(db, cancel);
        var all = snapshot.Dimensions.Find(day, stamp) ?? snapshot.Dimensions.On(day, stamp, await ListAttributes.Tables(db, cancel));
        var rows = snapshot.Dimensions.Rows;
        var decades = Dimension.OfTracks(Decade, rows, track => [track.ReleasedOn is { } released ? FormattableString.Invariant($"{released.Year / 10 * 10}s") : null]);
        return new TrackGroups(rows, [.. Shared.Select(name => all.Single(dimension => dimension.Name == name)), decades]);
    }

    /// <summary>The row of a track, or -1 where the catalogue does not hold it; its groups are unknown.</summary>
    public int RowOf(TrackId track) => rows.RowOf(track);

    /// <summary>The one group of a row.</summary>
    public static string GroupOf(Dimension dimension, int row)
    {
        if (row < 0) return Dimension.Unknown;
        var groups = dimension.GroupsOf(row);
        return groups.ContainsAnyExcept(groups[0]) ? Several : dimension.Groups[groups[0]];
    }
}
