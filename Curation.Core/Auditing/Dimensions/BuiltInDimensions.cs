using Curation.Core.Catalog;
using Curation.Core.Catalog.Attributes;

namespace Curation.Core.Auditing.Dimensions;

/// <summary>The dimensions that every assessment tells apart, and those that admins define.</summary>
public static class BuiltInDimensions
{
    /// <summary>Stated gender; groups have none.</summary>
    public const string Gender = "gender";

    /// <summary>Country of the artist.</summary>
    public const string Country = "country";

    /// <summary>Region of the world, see <see cref="WorldRegions"/>.</summary>
    public const string Region = "region";

    /// <summary>Genres of the track.</summary>
    public const string Genre = "genre";

    /// <summary>Head, middle or tail of all plays.</summary>
    public const string Tier = "tier";

    /// <summary>Kind of label; unknown everywhere until an attribute of that name states it.</summary>
    public const string LabelType = "label type";

    /// <summary>Language of the words.</summary>
    public const string Language = "language";

    /// <summary>Whether the artist is new: the first release of any of their tracks is less than two years before the measured day.</summary>
    public const string Standing = "standing";

    /// <summary>Their names, in the order in which a reader wants them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Gender, Country, Region, Genre, Tier, LabelType, Language, Standing];

    /// <summary>All dimensions of a catalogue: the built-in ones first, then one for each attribute; an attribute named like a built-in one takes its place.</summary>
    /// <param name="rows">The tracks.</param>
    /// <param name="tier">The tier of a track: "head", "middle" or "tail".</param>
    /// <param name="day">The measured day.</param>
    /// <param name="attributes">What admins define.</param>
    public static IReadOnlyList<Dimension> Of(CatalogueRows rows, Func<TrackId, string> tier, DateOnly day, IReadOnlyList<AttributeTable> attributes)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(tier);
        ArgumentNullException.ThrowIfNull(attributes);
        var catalogue = rows.Catalogue;
        var firsts = FirstReleases(rows);
        List<Dimension> dimensions =
        [
            Dimension.OfArtists(Gender, rows, artist => GenderName(catalogue.Artists.GetValueOrDefault(artist).Gender)),
            Dimension.OfArtists(Country, rows, artist => catalogue.Artists.GetValueOrDefault(artist).Country),
            Dimension.OfArtists(Region, rows, artist => WorldRegions.Of(catalogue.Artists.GetValueOrDefault(artist).Country)),
            Dimension.OfTracks(Genre, rows, catalogue.GenresOf),
            Dimension.OfTracks(Tier, rows, track => [tier(track.Id)]),
            Dimension.OfArtists(LabelType, rows, _ => null),
            Dimension.OfTracks(Language, rows, track => [track.Language]),
            Dimension.OfArtists(Standing, rows, artist => firsts.TryGetValue(artist, out var first) ? (first.AddYears(2) > day ? "new" : "established") : null),
        ];
        foreach (var attribute in attributes)
        {
            var dimension = attribute.OfArtists
                ? Dimension.OfArtists(attribute.Name, rows, artist => attribute.Find(artist.Value))
                : Dimension.OfTracks(attribute.Name, rows, track => [attribute.Find(track.Id.Value)]);
            var same = dimensions.FindIndex(other => string.Equals(other.Name, attribute.Name, StringComparison.OrdinalIgnoreCase));
            if (same < 0) dimensions.Add(dimension);
            else dimensions[same] = dimension;
        }

        return dimensions;
    }

    /// <summary>The groups that a built-in dimension can have, where there are no others; null where sources name what they will.</summary>
    public static IReadOnlyList<string>? GroupsOf(string dimension) => dimension switch
    {
        BuiltInDimensions.Gender => [.. Enum.GetValues<Gender>().Select(GenderName).OfType<string>(), Dimension.Unknown],
        Region => [.. WorldRegions.All, Dimension.Unknown],
        Tier => ["head", "middle", "tail", Dimension.Unknown],
        Standing => ["new", "established", Dimension.Unknown],
        _ => null,
    };

    private static string? GenderName(Gender gender) => gender switch
    {
        Catalog.Gender.Female => "female",
        Catalog.Gender.Male => "male",
        Catalog.Gender.NonBinary => "non-binary",
        _ => null,
    };

    private static Dictionary<ArtistId, DateOnly> FirstReleases(CatalogueRows rows)
    {
        var firsts = new Dictionary<ArtistId, DateOnly>();
        foreach (var track in rows.Tracks)
        {
            if (track.ReleasedOn is not { } day) continue;
            foreach (var artist in track.Artists)
            {
                if (!firsts.TryGetValue(artist, out var first) || day < first) firsts[artist] = day;
            }
        }

        return firsts;
    }
}
