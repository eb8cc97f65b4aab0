using System.Text;
using Curation.Core.Catalog;

namespace Curation.Core.Importing;

/// <summary>Reads the columns that describe a track; rows with the same words share one object.</summary>
internal sealed class TrackCells(Cells cells, ColumnMapping mapping)
{
    private const int MostPooled = 400_000;
    private const double DayMs = 86_400_000;
    private static readonly ImportField[] Describing = FieldNames.Of(ImportFormat.Tracks).ToArray();
    private readonly WordPool<TrackWords> known = new(MostPooled);
    private readonly ImportField[] fields = Describing.Where(field => mapping[field] >= 0).ToArray();
    private byte[] words = new byte[1024];

    /// <summary>The track of the current row, or null where something is wrong with it.</summary>
    public TrackWords? Read()
    {
        if (cells.Problem is not null) return null;
        var length = Gather();
        if (known.TryGet(words.AsSpan(0, length), out var track)) return track;
        track = Make();
        if (track is not null) known.Add(words.AsSpan(0, length), track);
        return track;
    }

    private int Gather()
    {
        var length = 0;
        foreach (var field in fields)
        {
            var bytes = cells.Bytes(field);
            if (words.Length < length + bytes.Length + 1) Array.Resize(ref words, Math.Max(words.Length * 2, length + bytes.Length + 1));
            bytes.CopyTo(words.AsSpan(length));
            length += bytes.Length;
            words[length++] = 0;
        }

        return length;
    }

    private TrackWords? Make()
    {
        var title = cells.Needed(ImportField.Title);
        var artist = cells.Needed(ImportField.Artist);
        var album = cells.Text(ImportField.Album);
        var released = cells.Day(ImportField.Released);
        var duration = Duration();
        var isExplicit = cells.Flag(ImportField.Explicit);
        var language = Language();
        var isrc = Isrc();
        var mbid = cells.Mbid(ImportField.Mbid);
        var artistMbid = cells.Mbid(ImportField.ArtistMbid);
        var genres = Genres();
        var features = new AudioFeatures(
            cells.Number(ImportField.Tempo, 20, 300), cells.Number(ImportField.Energy, 0, 1), cells.Number(ImportField.Valence, 0, 1), cells.Key(ImportField.Key));
        var mediaPath = MediaFile();
        var preview = Preview();
        var rights = Rights();
        var holder = cells.Text(ImportField.RightsHolder);
        var allowedIn = Territories(ImportField.AllowedIn, "worldwide");
        var blockedIn = Territories(ImportField.BlockedIn, "none");
        if (cells.Problem is not null) return null;
        return new TrackWords(title, artist)
        {
            Album = album,
            ReleasedOn = released,
            DurationMs = duration,
            Explicit = isExplicit,
            Language = language,
            Isrc = isrc,
            Mbid = mbid,
            ArtistMbid = artistMbid,
            Genres = genres,
            Features = features,
            MediaPath = mediaPath,
            PreviewUrl = preview,
            Rights = rights,
            RightsHolder = holder,
            AllowedIn = allowedIn,
            BlockedIn = blockedIn,
        };
    }

    private int? Duration()
    {
        if (!cells.Bytes(ImportField.DurationMs).IsEmpty) return (int?)cells.Number(ImportField.DurationMs, 1, DayMs);
        var seconds = cells.Bytes(ImportField.DurationSeconds);
        if (seconds.IndexOf((byte)':') < 0) return (int?)(cells.Number(ImportField.DurationSeconds, 0.001, DayMs / 1000) * 1000);
        if (Clock(Encoding.UTF8.GetString(seconds)) is { } ms) return ms;
        cells.Wrong(ImportField.DurationSeconds, "is no length: write seconds, or minutes and seconds as 3:45");
        return null;
    }

    private static int? Clock(string text)
    {
        var parts = text.Split(':');
        if (parts.Length > 3) return null;
        var seconds = 0;
        foreach (var part in parts)
        {
            if (part.Length is 0 or > 3 || !int.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value)) return null;
            seconds = (seconds * 60) + value;
        }

        return seconds is > 0 and <= (int)(DayMs / 1000) ? seconds * 1000 : null;
    }

    private string? Isrc()
    {
        var text = cells.Text(ImportField.Isrc);
        if (text is null) return null;
        var code = Codes.Isrc(text);
        if (code is null) cells.Wrong(ImportField.Isrc, "is no ISRC: two letters, three letters or digits, seven digits");
        return code;
    }

    private string? MediaFile()
    {
        if (cells.Text(ImportField.MediaPath) is not { } text) return null;
        var path = MediaPath.Normal(text);
        if (path is null) cells.Wrong(ImportField.MediaPath, $"is no path inside the media folder to a file of {MediaPath.Formats}");
        return path;
    }

    private string? Preview()
    {
        if (cells.Text(ImportField.PreviewUrl) is not { } text) return null;
        var address = PreviewAddress.Of(text)?.AbsoluteUri;
        if (address is null) cells.Wrong(ImportField.PreviewUrl, "is no address of https");
        return address;
    }

    private string? Language()
    {
        var text = cells.Text(ImportField.Language);
        var code = text is null ? null : Codes.Language(text);
        if (text is not null && code is null) cells.Wrong(ImportField.Language, "is no two-letter language code such as en or sv");
        return code;
    }

    private RightsState? Rights()
    {
        var text = cells.Text(ImportField.Rights)?.ToLowerInvariant();
        if (text is null) return null;
        var state = text switch
        {
            "cleared" or "yes" or "true" or "1" => RightsState.Cleared,
            "missing" or "no" or "false" or "0" => RightsState.Missing,
            _ => RightsState.NotStated,
        };
        if (state == RightsState.NotStated) cells.Wrong(ImportField.Rights, "is neither cleared nor missing");
        return state;
    }

    /// <summary>A set of territories; empty for the word that ends a limit, null where nothing is said.</summary>
    private string? Territories(ImportField field, string ended)
    {
        if (cells.Text(field) is not { } text) return null;
        if (text.Equals(ended, StringComparison.OrdinalIgnoreCase)) return "";
        var codes = text.Split([' ', ',', ';', '|'], StringSplitOptions.RemoveEmptyEntries);
        var set = codes.Length > 0 && codes.All(code => code.Length == 2) ? Territory.Set(codes) : null;
        if (set is null) cells.Wrong(field, $"is no list of two-letter country codes such as \u201cAT DE\u201d, nor \u201c{ended}\u201d");
        return set;
    }

    private string[] Genres() => Codes.Words(cells.Text(ImportField.Genres));
}
