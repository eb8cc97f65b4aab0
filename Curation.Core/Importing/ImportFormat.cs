namespace Curation.Core.Importing;

/// <summary>The kinds of files that can be imported.</summary>
public enum ImportFormat
{
    /// <summary>Separated columns with a header, one play a row.</summary>
    Plays,

    /// <summary>Separated columns with a header, one track a row.</summary>
    Tracks,

    /// <summary>Separated columns with a header, one track of a playlist (a programme on a day) a row.</summary>
    Lists,

    /// <summary>Separated columns with a header, one artist a row.</summary>
    Artists,

    /// <summary>Separated columns with a header, one listener a row: coarse attributes, and whether explicit tracks are excluded.</summary>
    Listeners,

    /// <summary>ListenBrainz listens, one JSON value a line, or an export archive of such files.</summary>
    ListenBrainz,

    /// <summary>Last.fm 1K log: user, time, artist id, artist, track id, title, by tabs, no header.</summary>
    LastFm,

    /// <summary>HetRec 2011 folder: play counts of artists by listener, and tags.</summary>
    HetRec,

    /// <summary>MusicBrainz artist fields by tabs.</summary>
    MusicBrainz,

    /// <summary>One playlist as JSPF.</summary>
    Jspf,

    /// <summary>One playlist as XSPF.</summary>
    Xspf,

    /// <summary>One playlist as M3U or M3U8.</summary>
    M3u,
}

/// <summary>The names by which formats are asked for.</summary>
public static class ImportFormats
{
    private static readonly (ImportFormat Format, string Name)[] Known =
    [
        (ImportFormat.Plays, "plays"), (ImportFormat.Tracks, "tracks"), (ImportFormat.Lists, "lists"), (ImportFormat.Artists, "artists"), (ImportFormat.Listeners, "listeners"),
        (ImportFormat.ListenBrainz, "listenbrainz"), (ImportFormat.LastFm, "lastfm"), (ImportFormat.HetRec, "hetrec"),
        (ImportFormat.MusicBrainz, "musicbrainz"), (ImportFormat.Jspf, "jspf"), (ImportFormat.Xspf, "xspf"), (ImportFormat.M3u, "m3u"),
    ];

    /// <summary>All names, in a fixed order.</summary>
    public static IReadOnlyList<string> Names { get; } = Known.Select(known => known.Name).ToArray();

    /// <summary>The name of a format, lower case.</summary>
    public static string NameOf(ImportFormat format) => Known.First(known => known.Format == format).Name;

    /// <summary>The format of a name, or null where there is none.</summary>
    public static ImportFormat? Named(string name)
    {
        var found = Known.Where(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(known => (ImportFormat?)known.Format);
        return found.FirstOrDefault();
    }

    /// <summary>Whether the columns of the format are matched by name and can be chosen.</summary>
    public static bool HasMapping(ImportFormat format) =>
        format is ImportFormat.Plays or ImportFormat.Tracks or ImportFormat.Lists or ImportFormat.Artists or ImportFormat.Listeners or ImportFormat.MusicBrainz;
}
