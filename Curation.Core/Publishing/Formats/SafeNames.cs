using System.Text;

namespace Curation.Core.Publishing.Formats;

/// <summary>Makes names that every file system takes for one file or folder, and nothing else.</summary>
internal static class SafeNames
{
    private const int MostBytes = 180;
    private static readonly HashSet<string> Reserved = new(["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>The text on one line.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    /// <summary>A name that no file system takes for a path, a device, a hidden file or a comment.</summary>
    public static string Part(string text, int mostBytes = MostBytes)
    {
        var safe = Cut(string.Concat(OneLine(text).Select(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : c)), mostBytes).TrimEnd('.', ' ');
        if (safe.Length == 0) return "_";
        if (Reserved.Contains(safe.Split('.')[0])) return "_" + safe;
        return safe[0] is '.' or '#' ? "_" + safe[1..] : safe;
    }

    private static string Cut(string text, int mostBytes)
    {
        var length = 0;
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > mostBytes) break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
