using System.Text.RegularExpressions;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Formats;

namespace Curation.Core.Publishing.Drafts;

/// <summary>How the files of a media folder are named, as "{artist}/{album}/{title}.mp3".</summary>
public sealed partial class PathTemplate
{
    /// <summary>The template that holds unless another is given.</summary>
    public const string Usual = "{artist}/{album}/{title}.mp3";

    private const int LongestField = 150;
    private readonly string[] parts;

    private PathTemplate(string[] parts) => this.parts = parts;

    /// <summary>Reads a template.</summary>
    /// <exception cref="RefusedException">It is none; the sentence says why.</exception>
    public static PathTemplate Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Trim().Replace('\\', '/').Split('/');
        if (text.Length > 200 || !text.Contains("{title}", StringComparison.Ordinal)) throw new RefusedException("A path needs {title} in it, and 200 characters at most. Nothing was exported.");
        if (parts.Any(part => part.Trim() is "" or "." or "..")) throw new RefusedException("A path is relative to the list and stays below it: no empty parts and no dots alone. Nothing was exported.");
        var unknown = Field().Matches(text).Select(match => match.Value).FirstOrDefault(field => field is not ("{artist}" or "{album}" or "{title}" or "{year}" or "{number}"));
        return unknown is null ? new PathTemplate(parts) : throw new RefusedException($"{unknown} is no field of a path; there are {{artist}}, {{album}}, {{title}}, {{year}} and {{number}}. Nothing was exported.");
    }

    /// <summary>A path of its own for every track, in the order of a pool.</summary>
    public IReadOnlyDictionary<TrackId, string> Paths(Draft draft, IReadOnlyDictionary<TrackId, TrackFacts> tracks, IReadOnlyDictionary<TrackId, string> albums)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var paths = new Dictionary<TrackId, string>();
        foreach (var (place, entry) in draft.Pool.Index())
        {
            if (!tracks.TryGetValue(entry.Track, out var facts)) continue;
            var path = Path(facts, albums.GetValueOrDefault(entry.Track), place + 1);
            for (var again = 2; !taken.Add(path); again++) path = Numbered(Path(facts, albums.GetValueOrDefault(entry.Track), place + 1), again);
            paths[entry.Track] = path;
        }

        return paths;
    }

    private string Path(TrackFacts track, string? album, int number) => string.Join('/', parts.Select(part => SafeNames.Part(Field().Replace(part, field => SafeNames.Part(field.Value switch
    {
        "{artist}" => track.ArtistLine,
        "{album}" => album ?? "Unknown album",
        "{title}" => track.Title,
        "{year}" => track.ReleasedOn is { } day ? Say(day.Year) : "0000",
        _ => number.ToString("000", System.Globalization.CultureInfo.InvariantCulture),
    }, LongestField)))));

    private static string Numbered(string path, int again)
    {
        var dot = path.LastIndexOf('.');
        var (name, ending) = dot > path.LastIndexOf('/') + 1 ? (path[..dot], path[dot..]) : (path, "");
        return $"{name} ({Say(again)}){ending}";
    }

    private static string Say(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Field();
}
