namespace Curation.Core.Catalog;

/// <summary>Measured sound of a track; an axis that is not known is null and is never guessed.</summary>
/// <param name="Tempo">Beats a minute, 20 to 300.</param>
/// <param name="Energy">0 (calm) to 1 (intense).</param>
/// <param name="Valence">0 (dark) to 1 (bright).</param>
/// <param name="Key">Musical key on the Camelot wheel.</param>
public readonly record struct AudioFeatures(double? Tempo, double? Energy, double? Valence, MusicalKey? Key);

/// <summary>One artist's part in a track's credit.</summary>
/// <param name="Position">0 for the main artist.</param>
/// <param name="Artist">Who is credited.</param>
public sealed record Credit(int Position, ArtistId Artist);

/// <summary>A recording that can be put on a playlist.</summary>
public sealed class Track
{
    private readonly List<Credit> credits = [];

    private Track()
    {
    }

    /// <summary>A track by title and credited artists, the main artist first; <paramref name="key"/> is from <see cref="TrackKey"/>.</summary>
    public Track(string key, string title, string artistLine, IEnumerable<ArtistId> artists)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Key = key;
        Title = title;
        ArtistLine = artistLine;
        foreach (var artist in artists) credits.Add(new Credit(credits.Count, artist));
        if (credits.Count == 0) throw new ArgumentException("A track needs at least one credited artist.", nameof(artists));
    }

    /// <summary>Identity in this store.</summary>
    public TrackId Id { get; private set; }

    /// <summary>The key under which imports find this track again, see <see cref="TrackKey"/>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The title as given.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The artist credit as printed, for instance "A feat. B".</summary>
    public string ArtistLine { get; private set; } = "";

    /// <summary>Credited artists, the main artist first.</summary>
    public IReadOnlyList<Credit> Credits => credits;

    /// <summary>The release it is on, where known.</summary>
    public ReleaseId? Release { get; private set; }

    /// <summary>Day of first release, where known; a year alone is stored as 1 January.</summary>
    public DateOnly? ReleasedOn { get; private set; }

    /// <summary>Length in milliseconds, where known.</summary>
    public int? DurationMs { get; private set; }

    /// <summary>Whether a source marks the lyrics as explicit.</summary>
    public bool Explicit { get; private set; }

    /// <summary>Whether any source says if it is explicit or not; where none does it counts as not explicit, and assessments count it as unknown.</summary>
    public bool ExplicitStated { get; private set; }

    /// <summary>Language of the words, ISO 639-1 in lower case; null where no source states it.</summary>
    public string? Language { get; private set; }

    /// <summary>International Standard Recording Code, upper case.</summary>
    public string? Isrc { get; private set; }

    /// <summary>MusicBrainz recording identifier.</summary>
    public Guid? Mbid { get; private set; }

    /// <summary>Its file, as a path inside the media folder, where a source names one.</summary>
    public string? MediaPath { get; private set; }

    /// <summary>Where a part of it can be heard, an address of https, where a source names one.</summary>
    public string? PreviewUrl { get; private set; }

    /// <summary>Whether a source states the rights to play it.</summary>
    public RightsState Rights { get; private set; }

    /// <summary>The only territories in which it may be heard, see <see cref="Territory"/>; null or empty for no such limit.</summary>
    public string? AllowedIn { get; private set; }

    /// <summary>Territories in which it may not be heard; null or empty for none.</summary>
    public string? BlockedIn { get; private set; }

    /// <summary>Who holds the rights, such as a label, where a source says.</summary>
    public string? RightsHolder { get; private set; }

    /// <summary>Tempo, energy, valence and key, where known.</summary>
    public AudioFeatures Features { get; private set; }

    /// <summary>Records facts from a source; what the source leaves null stays as it was.</summary>
    public void State(ReleaseId? release = null, DateOnly? releasedOn = null, int? durationMs = null, bool? isExplicit = null, string? isrc = null, Guid? mbid = null, string? language = null)
    {
        if (durationMs is <= 0) throw new ArgumentOutOfRangeException(nameof(durationMs), durationMs, "A duration is more than 0 ms.");
        Release = release ?? Release;
        ReleasedOn = releasedOn ?? ReleasedOn;
        DurationMs = durationMs ?? DurationMs;
        Explicit = isExplicit ?? Explicit;
        ExplicitStated |= isExplicit is not null;
        Isrc = isrc ?? Isrc;
        Mbid = mbid ?? Mbid;
        Language = language ?? Language;
    }

    /// <summary>Records where the track can be heard; what the source leaves null stays as it was.</summary>
    public void HeardAt(string? mediaPath = null, string? previewUrl = null)
    {
        if (mediaPath is not null) MediaPath = Catalog.MediaPath.Normal(mediaPath) ?? throw new ArgumentException("A media path stays inside the media folder.", nameof(mediaPath));
        if (previewUrl is not null) PreviewUrl = PreviewAddress.Of(previewUrl)?.AbsoluteUri ?? throw new ArgumentException("A preview has an address of https.", nameof(previewUrl));
    }

    /// <summary>Records where it may be heard and by whose leave; what the source leaves null stays as it was, and an empty set ends a limit.</summary>
    public void StateRights(RightsState? rights = null, string? allowedIn = null, string? blockedIn = null, string? holder = null)
    {
        Rights = rights ?? Rights;
        AllowedIn = allowedIn ?? AllowedIn;
        BlockedIn = blockedIn ?? BlockedIn;
        RightsHolder = holder ?? RightsHolder;
    }

    /// <summary>Records measured sound.</summary>
    public void Measure(AudioFeatures features) => Features = features;
}
