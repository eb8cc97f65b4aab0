namespace Curation.Core.Importing;

/// <summary>What a column can stand for.</summary>
public enum ImportField
{
    /// <summary>Pseudonym of a listener.</summary>
    Listener,

    /// <summary>When a play started.</summary>
    Time,

    /// <summary>Title of a track.</summary>
    Title,

    /// <summary>Artist credit, or the name of an artist.</summary>
    Artist,

    /// <summary>Title of a release.</summary>
    Album,

    /// <summary>Name of a list, such as a programme.</summary>
    List,

    /// <summary>Day of a list.</summary>
    Day,

    /// <summary>Milliseconds heard.</summary>
    MsPlayed,

    /// <summary>Seconds heard.</summary>
    SecondsPlayed,

    /// <summary>Whether the listener moved on.</summary>
    Skipped,

    /// <summary>Whether the listener saved the track.</summary>
    Saved,

    /// <summary>Where a play came from.</summary>
    Source,

    /// <summary>International Standard Recording Code.</summary>
    Isrc,

    /// <summary>MusicBrainz recording.</summary>
    Mbid,

    /// <summary>MusicBrainz artist.</summary>
    ArtistMbid,

    /// <summary>Genres, several by semicolon, comma or bar.</summary>
    Genres,

    /// <summary>Day or year of release.</summary>
    Released,

    /// <summary>Length in milliseconds.</summary>
    DurationMs,

    /// <summary>Length in seconds, or as minutes:seconds.</summary>
    DurationSeconds,

    /// <summary>Explicit mark.</summary>
    Explicit,

    /// <summary>Beats a minute.</summary>
    Tempo,

    /// <summary>0 calm to 1 intense.</summary>
    Energy,

    /// <summary>0 dark to 1 bright.</summary>
    Valence,

    /// <summary>Key on the Camelot wheel, such as 8A.</summary>
    Key,

    /// <summary>Path inside the media folder.</summary>
    MediaPath,

    /// <summary>Address of a preview, https.</summary>
    PreviewUrl,

    /// <summary>Person, group or other.</summary>
    ArtistType,

    /// <summary>Gender as stated.</summary>
    Gender,

    /// <summary>ISO 3166-1 alpha-2 country code.</summary>
    Country,

    /// <summary>ISO 639-1 language code of the words.</summary>
    Language,

    /// <summary>Territories in which alone a track may be heard, or "worldwide".</summary>
    AllowedIn,

    /// <summary>Territories in which a track may not be heard, or "none".</summary>
    BlockedIn,

    /// <summary>Whether the rights are cleared or missing.</summary>
    Rights,

    /// <summary>Who holds the rights, such as a label.</summary>
    RightsHolder,

    /// <summary>Coarse age band of a listener, such as 25-34.</summary>
    AgeBand,

    /// <summary>Coarse region of a listener, such as a country code.</summary>
    Region,

    /// <summary>Day since when a listener listens.</summary>
    Since,

    /// <summary>Whether a listener excludes explicit tracks.</summary>
    ExcludesExplicit,
}
