using System.Globalization;
using System.Text.RegularExpressions;

namespace Curation.Core.Matching;

/// <summary>Reads plain text as people paste it: one track a line in any of the usual forms; lines that name none are told, not lost.</summary>
public static partial class PastedText
{
    private const int LongestLine = 600;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ownAddress">The address of this workbench, so that links to its own tracks are known; null where there is none.</param>
    /// <param name="passed">Takes each line that names no track; empty lines are not told.</param>
    public static IEnumerable<WantedTrack> Read(string text, string? ownAddress, Action<PassedLine> passed)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(passed);
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var shown = Clean(line);
            if (shown.Length == 0) continue;
            if (shown.Length > LongestLine) passed(new PassedLine(number, shown[..LongestLine], "too long for a title"));
            else if (Junk(shown) is { } because) passed(new PassedLine(number, shown, because));
            else yield return Line(number, shown, ownAddress);
        }
    }

    /// <summary>Reads one line.</summary>
    public static WantedTrack Line(int number, string text, string? ownAddress = null)
    {
        var wanted = LinkReading.Of(new WantedTrack(number, text), ownAddress, out var rest);
        rest = Bullet().Replace(Offset().Replace(Bullet().Replace(rest, ""), ""), "");
        if (Length().Match(rest) is { Success: true } length)
        {
            wanted = wanted with { DurationMs = Milliseconds(length.Groups["h"].Value, length.Groups["m"].Value, length.Groups["s"].Value) };
            rest = Length().Replace(rest, "");
        }

        rest = Unquoted(rest.Trim(' ', '\t', ',', ';', '|', '-', '–', '—'));
        return rest.Any(char.IsLetterOrDigit) || (rest.Length > 0 && wanted is { Mbid: null, Isrc: null, Track: null, Unread: null }) ? wanted with { Readings = Readings(rest) } : wanted;
    }

    /// <summary>The wanted track with what an identifier or an address of it says.</summary>
    public static WantedTrack Identified(WantedTrack wanted, string identifier, string? ownAddress = null) =>
        LinkReading.Of(wanted with { Text = identifier }, ownAddress, out _) with { Text = wanted.Text };

    private static string Clean(string line) => string.Concat(line.Select(c => char.IsControl(c) && c != '\t' || c is '\uFEFF' or '\u200B' ? ' ' : c == '\u00A0' ? ' ' : c)).Trim();

    private static string? Junk(string line)
    {
        if (!line.Any(char.IsLetterOrDigit)) return "a line of signs";
        if (JustTime().IsMatch(line)) return "a time without a title";
        if (Heading().IsMatch(line)) return "a heading";
        return null;
    }

    /// <summary>Every place where artist and title may part, the usual order first.</summary>
    private static List<TitleReading> Readings(string line)
    {
        var readings = new List<TitleReading>();
        if (line.Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var left, var right, ..])
        {
            Both(left, right, titleFirst: true);
            return readings;
        }

        foreach (Match dash in Dash().Matches(line)) Both(line[..dash.Index], line[(dash.Index + dash.Length)..], titleFirst: false);
        foreach (Match by in By().Matches(line)) Pair(line[..by.Index], line[(by.Index + by.Length)..], readings.Count == 0 ? "" : "title by artist");
        if (Quoted().Match(line) is { Success: true } quoted) Pair(quoted.Groups["title"].Value, quoted.Groups["artist"].Value, "");
        if (readings.Count == 0 && Tight().Match(line) is { Success: true } tight) Both(line[..tight.Index], line[(tight.Index + tight.Length)..], titleFirst: false);
        readings.Add(new TitleReading(line, null));
        return readings;

        void Both(string first, string second, bool titleFirst)
        {
            if (titleFirst) Pair(first, second, "");
            Pair(second, first, titleFirst ? "artist, then title" : "");
            if (!titleFirst) Pair(first, second, "title, then artist");
        }

        void Pair(string title, string artist, string order)
        {
            (title, artist) = (Unquoted(title), Unquoted(artist));
            if (title.Length > 0 && artist.Length > 0) readings.Add(new TitleReading(title, artist, order));
        }
    }

    private static string Unquoted(string text)
    {
        text = text.Trim();
        return text.Length > 2 && text[0] is '"' or '“' or '„' or '«' or '\'' or '‘' && text[^1] is '"' or '”' or '“' or '»' or '\'' or '’' && text.Length > 2 ? text[1..^1].Trim() : text;
    }

    internal static int? Milliseconds(string hours, string minutes, string seconds)
    {
        var ms = ((Number(hours) * 3600) + (Number(minutes) * 60) + Number(seconds)) * 1000;
        return ms > 0 ? ms : null;

        static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    [GeneratedRegex(@"^(?:(?:[-–—*•‣▪◦·>☐☑✓]|\[[ xX]\])\s+|#?\d{1,4}\s*[.):\]]\s+|#\d{1,4}\s+|0\d{1,2}\s+[-–]?\s*|\d{1,4}\t+)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^[\[(]?(?:\d{1,2}:)?\d{1,3}:\d{2}[\])]?\s*[-–—|]?\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Offset();

    [GeneratedRegex(@"[\s,;|]+[-–—]?\s*[\[(]?(?:(?<h>\d{1,2}):)?(?<m>\d{1,3}):(?<s>[0-5]\d)[\])]?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Length();

    [GeneratedRegex(@"^[\[(]?(?:\d{1,2}:)?\d{1,3}:\d{2}[\])]?$|^\d{1,4}[.)]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JustTime();

    [GeneratedRegex(@"^(?:#{1,6}\s+\D.*|=+\s.*=+|.{1,80}[^\s-–—]:|(?:track ?list(?:ing)?|playlist|set ?list|(?:side|disc|cd|part|hour|set)\s+(?:[a-d]|\d{1,2}|one|two|three))\b[^-–—]{0,40})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\s+(?:[-–—―~|/]|::)\s+|\s*[–—]\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dash();

    [GeneratedRegex(@"\s+by\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"^(?<artist>[^""“”]+?)[\s,:]+[""“](?<title>[^""“”]+)[""”]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=\S)(?:\s*-\s+|\s+-\s*|\s*:\s+|-)(?=\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tight();
}
