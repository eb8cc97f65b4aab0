using System.Text.RegularExpressions;
using Curation.Core.Matching;

namespace Curation.Core.Importing.Lists;

/// <summary>Reads title and artist from where a file lies, for lists that name files and nothing else.</summary>
internal static partial class FileNames
{
    /// <summary>The ways to read a path or a file address, the likeliest first; none for an address on the net.</summary>
    public static IReadOnlyList<TitleReading> Of(string location)
    {
        if (location.Contains("://", StringComparison.Ordinal) && !location.StartsWith("file:", StringComparison.OrdinalIgnoreCase)) return [];
        var parts = Unescaped(location).Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0) return [];
        var name = Number().Replace(Ending().Replace(parts[^1], ""), "").Replace('_', ' ').Trim();
        if (name.Length == 0) return [];
        var readings = PastedText.Line(1, name).Readings.Where(reading => reading.Artist is not null).ToList();
        if (parts.Length > 2) readings.Add(new TitleReading(name, parts[^3], "the folder’s artist"));
        if (parts.Length > 1) readings.Add(new TitleReading(name, parts[^2], "the folder’s artist"));
        readings.Add(new TitleReading(name, null));
        return readings;
    }

    /// <summary>Percent signs are undone in addresses, and in paths only where nothing but an address can be meant.</summary>
    private static string Unescaped(string location) => location.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || Escape().IsMatch(location) ? Uri.UnescapeDataString(location) : location;

    [GeneratedRegex(@"\.[A-Za-z0-9]{2,5}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^\d{1,3}(?:[-.]\d{1,3})?[\s._-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("%[0-9A-Fa-f]{2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escape();
}
