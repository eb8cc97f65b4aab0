namespace Curation.Core.Catalog;

/// <summary>Paths of sound files inside a media folder: relative, with forward slashes, of a format that browsers play.</summary>
public static class MediaPath
{
    private const int Longest = 1_000;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/mp4",
        [".ogg"] = "audio/ogg",
        [".oga"] = "audio/ogg",
        [".opus"] = "audio/ogg",
        [".flac"] = "audio/flac",
        [".wav"] = "audio/wav",
    };

    /// <summary>The endings of the formats, for people: "mp3, m4a, ...".</summary>
    public static string Formats { get; } = string.Join(", ", Types.Keys.Select(ending => ending[1..]));

    /// <summary>The media type of a file by its ending; null where it is no sound that is served.</summary>
    public static string? ContentTypeOf(string path) => Types.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>The path with forward slashes, or null where it does not stay inside a folder or is of no known format.</summary>
    public static string? Normal(string? path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Length > Longest || path.Any(char.IsControl)) return null;
        var normal = path.Trim().Replace('\\', '/');
        var parts = normal.Split('/');
        var inside = parts.All(part => part.Length > 0 && part is not ("." or "..")) && !parts[0].Contains(':', StringComparison.Ordinal);
        return inside && ContentTypeOf(normal) is not null ? normal : null;
    }

    /// <summary>A name as file names hold it: folded, with an underscore for what no file system takes.</summary>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ArtistKey.Of(string.Concat(name.Select(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : c))).TrimEnd('.', ' ');
    }
}
