namespace Curation.Core.Catalog;

/// <summary>What the engine and the screens need to know of one track, held in memory.</summary>
/// <param name="Id">The track.</param>
/// <param name="Title">Title as given.</param>
/// <param name="ArtistLine">Artist credit as printed.</param>
/// <param name="Artists">Credited artists, the main artist first; never empty.</param>
/// <param name="Genres">Genres, possibly none.</param>
/// <param name="ReleasedOn">Day of first release, where known.</param>
/// <param name="DurationMs">Length in milliseconds, where known.</param>
/// <param name="Explicit">Marked as explicit.</param>
/// <param name="Isrc">International Standard Recording Code, where known.</param>
/// <param name="Mbid">MusicBrainz recording identifier, where known.</param>
/// <param name="Features">Measured sound.</param>
public sealed record TrackFacts(
    TrackId Id,
    string Title,
    string ArtistLine,
    IReadOnlyList<ArtistId> Artists,
    IReadOnlyList<GenreId> Genres,
    DateOnly? ReleasedOn,
    int? DurationMs,
    bool Explicit,
    string? Isrc,
    Guid? Mbid,
    AudioFeatures Features)
{
    /// <summary>Whether any source says if it is explicit or not.</summary>
    public bool ExplicitStated { get; init; }

    /// <summary>Language of the words, ISO 639-1 in lower case, where known.</summary>
    public string? Language { get; init; }

    /// <summary>The release it is on, where known.</summary>
    public ReleaseId? Release { get; init; }

    /// <summary>Where it may be heard, and by whose leave.</summary>
    public TrackRights Rights { get; init; } = TrackRights.NotStated;
}

/// <summary>What sources state of an artist.</summary>
/// <param name="Gender">Stated gender; unknown for groups and where no source states one.</param>
/// <param name="Country">ISO 3166-1 alpha-2 country code, where known.</param>
public readonly record struct ArtistTraits(Gender Gender, string? Country);

/// <summary>An immutable picture of the whole catalogue, swapped whole when an import changes it.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<TrackId, TrackFacts> tracks;

    /// <summary>A catalogue of these tracks and names.</summary>
    public Catalogue(IEnumerable<TrackFacts> tracks, IReadOnlyDictionary<GenreId, string> genreNames, IReadOnlyDictionary<ArtistId, string> artistNames)
    {
        this.tracks = tracks.ToDictionary(track => track.Id);
        GenreNames = genreNames;
        ArtistNames = artistNames;
    }

    /// <summary>A catalogue without tracks.</summary>
    public static Catalogue Empty { get; } = new([], new Dictionary<GenreId, string>(), new Dictionary<ArtistId, string>());

    /// <summary>Number of tracks.</summary>
    public int Count => tracks.Count;

    /// <summary>All tracks, in no order to rely on.</summary>
    public IReadOnlyCollection<TrackFacts> Tracks => tracks.Values;

    /// <summary>Names of the genres.</summary>
    public IReadOnlyDictionary<GenreId, string> GenreNames { get; }

    /// <summary>Names of the artists.</summary>
    public IReadOnlyDictionary<ArtistId, string> ArtistNames { get; }

    /// <summary>What sources state of the artists; an artist of whom nothing is stated may be missing.</summary>
    public IReadOnlyDictionary<ArtistId, ArtistTraits> Artists { get; init; } = new Dictionary<ArtistId, ArtistTraits>();

    /// <summary>The track, or null where the catalogue does not hold it.</summary>
    public TrackFacts? Find(TrackId id) => tracks.GetValueOrDefault(id);

    /// <summary>The genre names of a track, in the track's order.</summary>
    public IEnumerable<string> GenresOf(TrackFacts track) => track.Genres.Select(genre => GenreNames.GetValueOrDefault(genre, "?"));
}
