using System.Buffers;

namespace Curation.Core.Catalog.Versions;

/// <summary>Takes titles apart into the song's name and what is said of the version. Words it does not know stay in the name, so that it never makes two songs one.</summary>
public static class TitleReader
{
    private static readonly SearchValues<char> Openings = SearchValues.Create("([{（【");
    private static readonly SearchValues<char> Separators = SearchValues.Create("([{（【-–—|~/");
    private static readonly string[] Dashes = [" - ", " – ", " — ", " | ", " // ", " ~ "];

    /// <summary>Reads a title in any of the usual spellings.</summary>
    public static TitleReading Read(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        if (!MayNameAVersion(title)) return new TitleReading(Core(title, title), [], "");
        var found = new Found();
        var rest = Guests(Dashed(Brackets(title, found), found), found);
        rest = Trailing(rest, found);
        return new TitleReading(Core(rest, title), found.Marks, found.Guests);
    }

    private static bool MayNameAVersion(string title) =>
        title.AsSpan().IndexOfAny(Separators) >= 0 || title.Contains(" f", StringComparison.OrdinalIgnoreCase)
        || title.EndsWith("edit", StringComparison.OrdinalIgnoreCase) || title.EndsWith("version", StringComparison.OrdinalIgnoreCase) || title.EndsWith("mix", StringComparison.OrdinalIgnoreCase)
        || title.Contains("remaster", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes out the brackets that speak of the version; the words of the others stay.</summary>
    private static string Brackets(string title, Found found)
    {
        for (var at = title.AsSpan().IndexOfAny(Openings); at >= 0;)
        {
            var end = Closing(title, at);
            var content = title[(at + 1)..end];
            var after = Math.Min(title.Length, end + 1);
            var speaks = VersionPhrase.Read(content, found, inBrackets: true);
            title = speaks ? $"{title[..at]} {title[after..]}" : $"{title[..at]} {content} {title[after..]}";
            var next = title.AsSpan(at).IndexOfAny(Openings);
            at = next < 0 ? -1 : at + next;
        }

        return title;
    }

    private static int Closing(string title, int open)
    {
        var depth = 0;
        for (var i = open; i < title.Length; i++)
        {
            if (title[i] is '(' or '[' or '{' or '（' or '【') depth++;
            else if (title[i] is ')' or ']' or '}' or '）' or '】' && --depth == 0) return i;
        }

        return title.Length;
    }

    /// <summary>Takes off what follows a dash, from the end, as long as it speaks of the version.</summary>
    private static string Dashed(string title, Found found)
    {
        while (true)
        {
            var (at, length) = LastDash(title);
            if (at <= 0 || !VersionPhrase.Read(title[(at + length)..], found, inBrackets: false)) return title;
            title = title[..at];
        }
    }

    private static (int At, int Length) LastDash(string title)
    {
        var best = (-1, 0);
        foreach (var dash in Dashes)
        {
            var at = title.LastIndexOf(dash, StringComparison.Ordinal);
            if (at > best.Item1) best = (at, dash.Length);
        }

        return best;
    }

    private static string Guests(string title, Found found)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < words.Length - 1; i++)
        {
            if (!VersionWords.BareGuests.Contains(words[i].TrimEnd('.').ToLowerInvariant())) continue;
            found.Guest(TitleFold.Of(string.Join(' ', words[(i + 1)..])));
            return string.Join(' ', words[..i]);
        }

        return title;
    }

    /// <summary>Two last words such as "radio edit" speak of the version without brackets too.</summary>
    private static string Trailing(string title, Found found)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3) return title;
        var two = TitleFold.Of($"{words[^2]} {words[^1]}");
        VersionKind? kind = two switch
        {
            "radio edit" or "radio mix" or "radio version" or "single edit" => VersionKind.Edit,
            "album version" or "single version" or "lp version" or "original mix" => VersionKind.Plain,
            "acoustic version" => VersionKind.Acoustic,
            "live version" => VersionKind.Live,
            "extended mix" or "extended version" or "club mix" => VersionKind.Extended,
            "instrumental version" => VersionKind.Instrumental,
            _ => null,
        };
        if (kind is null) return title;
        found.Mark(kind.Value, "");
        return string.Join(' ', words[..^2]);
    }

    private static string Core(string rest, string title)
    {
        var folded = TitleFold.Of(rest);
        if (folded.Length == 0) folded = TitleFold.Of(title);
        if (folded.Length == 0) return ArtistKey.Of(title) is { Length: > 0 } symbols ? symbols : "?";
        return folded.Contains("pt", StringComparison.Ordinal) || folded.Contains("part", StringComparison.Ordinal) ? Numbered(folded) : folded;
    }

    /// <summary>Spells parts alike: "pt ii" and "part two" as "part 2".</summary>
    private static string Numbered(string folded)
    {
        var words = folded.Split(' ');
        for (var i = 0; i < words.Length - 1; i++)
        {
            if (words[i] is not ("pt" or "part" or "pts" or "parts")) continue;
            if (words[i + 1] is "i" or "one") words[i + 1] = "1";
            else if (words[i + 1] is "ii" or "two") words[i + 1] = "2";
            else if (words[i + 1] is "iii" or "three") words[i + 1] = "3";
            else if (words[i + 1] is "iv" or "four") words[i + 1] = "4";
            if (char.IsDigit(words[i + 1][0])) words[i] = "part";
        }

        return string.Join(' ', words);
    }

    /// <summary>What has been read of one title.</summary>
    internal sealed class Found
    {
        private readonly List<VersionMark> marks = [];

        public IReadOnlyList<VersionMark> Marks => marks;

        public string Guests { get; private set; } = "";

        public void Mark(VersionKind kind, string detail)
        {
            var mark = new VersionMark(kind, detail);
            if (!marks.Contains(mark)) marks.Add(mark);
        }

        public void Guest(string names) => Guests = Guests.Length == 0 ? names : $"{Guests} {names}";
    }
}
