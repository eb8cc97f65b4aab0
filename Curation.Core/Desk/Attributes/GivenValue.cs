using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Importing.Lists;

namespace Curation.Core.Desk.Attributes;

/// <summary>One line of a list of values: who or what, by name or identifier, and the value.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Name">Name of the artist, or an identifier.</param>
/// <param name="Title">Title of a track; null where an identifier names it or an artist is meant.</param>
/// <param name="Value">The value, trimmed.</param>
/// <param name="Problem">Why the line cannot be read; null where it can.</param>
internal sealed record GivenValue(int Line, string Name, string? Title, string Value, string? Problem)
{
    private static readonly string[] Headings = ["artist", "name", "mbid", "artist_mbid", "isrc", "title", "track", "recording_mbid"];

    /// <summary>Who or what, as it stands in the list.</summary>
    public string Who => Title is null ? Name : $"{Name} · {Title}";

    /// <summary>Reads lines of "artist,value", of "mbid,value", of "isrc,value" or of "artist,title,value"; commas, semicolons or tabs part the cells, and a first line of headings is passed over.</summary>
    public static IReadOnlyList<GivenValue> Read(string text)
    {
        var first = text.AsSpan().TrimStart().ToString().Split('\n', 2)[0];
        var separator = first.Contains('\t', StringComparison.Ordinal) ? '\t' : first.Contains(';', StringComparison.Ordinal) && !first.Contains(',', StringComparison.Ordinal) ? ';' : ',';
        var lines = new List<GivenValue>();
        foreach (var (line, cells) in SeparatedText.Rows(text.TrimStart('\uFEFF'), separator))
        {
            if (cells.TrueForAll(string.IsNullOrWhiteSpace) || (lines.Count == 0 && IsHeading(cells))) continue;
            lines.Add(Of(line, cells));
        }

        return lines;
    }

    /// <summary>The key under which the catalogue knows an identifier of MusicBrainz.</summary>
    public static string KeyOf(Guid mbid) => "mbid:" + mbid.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>The identifier in a key, or null.</summary>
    public static Guid? Mbid(string key) => key.StartsWith("mbid:", StringComparison.Ordinal) && Guid.TryParseExact(key[5..], "D", out var mbid) ? mbid : null;

    /// <summary>What the line is looked up by.</summary>
    public string KeyOf(AttributeSubject subject) =>
        Guid.TryParseExact(Name, "D", out var mbid) ? KeyOf(mbid)
        : subject == AttributeSubject.Artist ? ArtistKey.Of(Name)
        : Title is not null ? TrackKey.OfNames(Title, Name)
        : "isrc:" + Name.ToUpperInvariant();

    private static GivenValue Of(int line, List<string> cells)
    {
        var given = cells.ConvertAll(cell => cell.Trim());
        var value = given[^1];
        var problem = given.Count is < 2 or > 3 ? "A line has a name and a value; of a track an artist, a title and a value."
            : given[0].Length == 0 ? "The line names nobody."
            : value.Length > AttributeValue.Longest ? $"A value has at most {AttributeValue.Longest} characters."
            : value.Any(char.IsControl) || value.Contains('×', StringComparison.Ordinal) ? "A value is plain text, without the sign ×."
            : string.Equals(value, "unknown", StringComparison.OrdinalIgnoreCase) ? "Who is unknown has no value; leave the value empty."
            : null;
        return new(line, given[0], given.Count == 3 ? given[1] : null, given.Count < 2 ? "" : value, problem);
    }

    private static bool IsHeading(List<string> cells) => cells.Count > 1 && Headings.Contains(cells[0].Trim().ToLowerInvariant()) && string.Equals(cells[^1].Trim(), "value", StringComparison.OrdinalIgnoreCase);
}
