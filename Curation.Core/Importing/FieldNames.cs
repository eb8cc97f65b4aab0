namespace Curation.Core.Importing;

/// <summary>Which fields a format has, which of them it needs, and by which column names they are known.</summary>
public static class FieldNames
{
    private static readonly ImportField[] TrackFields =
    [
        ImportField.Title, ImportField.Artist, ImportField.Album, ImportField.Isrc, ImportField.Mbid, ImportField.ArtistMbid, ImportField.Genres,
        ImportField.Released, ImportField.DurationMs, ImportField.DurationSeconds, ImportField.Explicit,
        ImportField.Tempo, ImportField.Energy, ImportField.Valence, ImportField.Key, ImportField.Language,
        ImportField.MediaPath, ImportField.PreviewUrl,
        ImportField.Rights, ImportField.RightsHolder, ImportField.AllowedIn, ImportField.BlockedIn,
    ];

    private static readonly ImportField[] PlayFields =
    [
        ImportField.Listener, ImportField.Time, ImportField.MsPlayed, ImportField.SecondsPlayed,
        ImportField.Skipped, ImportField.Saved, ImportField.Source, .. TrackFields,
    ];

    private static readonly ImportField[] ArtistFields =
        [ImportField.Artist, ImportField.ArtistMbid, ImportField.ArtistType, ImportField.Gender, ImportField.Country];

    private static readonly ImportField[] ListenerFields =
        [ImportField.Listener, ImportField.AgeBand, ImportField.Region, ImportField.Since, ImportField.ExcludesExplicit];

    private static readonly Dictionary<ImportField, string[]> Synonyms = new()
    {
        [ImportField.Listener] = ["listener", "listenerid", "user", "userid", "username", "account"],
        [ImportField.Time] = ["playedat", "listenedat", "time", "timestamp", "ts", "datetime", "endtime", "date", "at"],
        [ImportField.Title] = ["title", "track", "trackname", "tracktitle", "song", "songname", "songtitle", "songclean", "mastermetadatatrackname"],
        [ImportField.Artist] = ["artist", "artistname", "artists", "artistclean", "performer", "creator", "mastermetadataalbumartistname"],
        [ImportField.Album] = ["album", "albumname", "albumtitle", "release", "releasename", "releasetitle", "mastermetadataalbumalbumname"],
        [ImportField.List] = ["programme", "program", "show", "playlist", "playlistname", "list", "listname"],
        [ImportField.Day] = ["day", "airdate", "date"],
        [ImportField.MsPlayed] = ["msplayed", "playedms", "ms"],
        [ImportField.SecondsPlayed] = ["secondsplayed", "playedseconds", "seconds"],
        [ImportField.Skipped] = ["skipped", "skip"],
        [ImportField.Saved] = ["saved", "loved", "liked", "favourite", "favorite"],
        [ImportField.Source] = ["source", "context"],
        [ImportField.Isrc] = ["isrc"],
        [ImportField.Mbid] = ["mbid", "recordingmbid", "trackmbid", "musicbrainztrackid", "traid"],
        [ImportField.ArtistMbid] = ["artistmbid", "musicbrainzartistid", "artid"],
        [ImportField.Genres] = ["genres", "genre", "style", "styles"],
        [ImportField.Released] = ["released", "releasedate", "releasedon", "releaseyear", "year"],
        [ImportField.DurationMs] = ["durationms", "lengthms", "ms"],
        [ImportField.DurationSeconds] = ["durationseconds", "seconds", "duration", "length"],
        [ImportField.Explicit] = ["explicit"],
        [ImportField.Tempo] = ["tempo", "bpm"],
        [ImportField.Energy] = ["energy"],
        [ImportField.Valence] = ["valence"],
        [ImportField.Key] = ["key", "camelot", "musicalkey"],
        [ImportField.MediaPath] = ["mediapath", "filepath", "relativepath"],
        [ImportField.PreviewUrl] = ["previewurl", "preview"],
        [ImportField.ArtistType] = ["type", "artisttype"],
        [ImportField.Gender] = ["gender"],
        [ImportField.Country] = ["country", "countrycode"],
        [ImportField.Language] = ["language", "lang", "languagecode"],
        [ImportField.AllowedIn] = ["allowedin", "territories", "availablemarkets", "allowedterritories"],
        [ImportField.BlockedIn] = ["blockedin", "excludedterritories", "blockedterritories"],
        [ImportField.Rights] = ["rights", "rightsstate", "cleared"],
        [ImportField.RightsHolder] = ["rightsholder", "label", "recordlabel"],
        [ImportField.AgeBand] = ["ageband", "agegroup", "agerange"],
        [ImportField.Region] = ["region", "country", "countrycode"],
        [ImportField.Since] = ["since", "listeningsince", "membersince", "registered"],
        [ImportField.ExcludesExplicit] = ["excludesexplicit", "excludeexplicit", "explicitexcluded", "noexplicit", "cleanonly"],
    };

    /// <summary>The fields that a format can take, in the order to show them.</summary>
    public static IReadOnlyList<ImportField> Of(ImportFormat format) => format switch
    {
        ImportFormat.Plays => PlayFields,
        ImportFormat.Tracks => TrackFields,
        ImportFormat.Lists => [ImportField.List, ImportField.Day, ImportField.Time, .. TrackFields],
        ImportFormat.Artists or ImportFormat.MusicBrainz => ArtistFields,
        ImportFormat.Listeners => ListenerFields,
        _ => [],
    };

    /// <summary>The fields without which a row of the format means nothing.</summary>
    public static IReadOnlyList<ImportField> NeededBy(ImportFormat format) => format switch
    {
        ImportFormat.Plays => [ImportField.Listener, ImportField.Time, ImportField.Title, ImportField.Artist],
        ImportFormat.Tracks => [ImportField.Title, ImportField.Artist],
        ImportFormat.Lists => [ImportField.List, ImportField.Title, ImportField.Artist],
        ImportFormat.Artists or ImportFormat.MusicBrainz => [ImportField.Artist],
        ImportFormat.Listeners => [ImportField.Listener],
        _ => [],
    };

    /// <summary>The name of a field as people type it, such as "artist" or "secondsPlayed".</summary>
    public static string NameOf(ImportField field)
    {
        var name = field.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The field that a person named, or null where there is none.</summary>
    public static ImportField? Named(string name) =>
        Enum.TryParse<ImportField>(name, ignoreCase: true, out var field) && Enum.IsDefined(field) && !char.IsAsciiDigit(name[0]) ? field : null;

    /// <summary>The column of a field by its known names, best name first; -1 where there is none.</summary>
    internal static int ColumnFor(ImportField field, ImportFormat format, IReadOnlyList<string> folded)
    {
        var names = format is ImportFormat.Artists or ImportFormat.MusicBrainz && field == ImportField.Artist
            ? [.. Synonyms[field], "name"]
            : Synonyms[field];
        foreach (var name in names)
        {
            for (var column = 0; column < folded.Count; column++)
            {
                if (folded[column] == name) return column;
            }
        }

        return -1;
    }

    internal static string Fold(string column) => string.Concat(column.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
