namespace Curation.Core.Matching;

/// <summary>Words in a title that say that it is another recording, and not only another printing of the same one.</summary>
internal static class VersionWords
{
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "live", "remix", "mix", "acoustic", "instrumental", "demo", "karaoke", "cover", "unplugged", "reprise", "session", "dub", "rework", "bootleg", "medley", "extended", "orchestral", "rehearsal", "outtake",
    };

    /// <summary>The telling words behind the core of a title, in brackets or after a dash, by name.</summary>
    public static IReadOnlyList<string> In(string title)
    {
        var at = title.AsSpan(Math.Min(1, title.Length)).IndexOfAny("([{");
        var dash = Math.Max(title.LastIndexOf(" - ", StringComparison.Ordinal), title.LastIndexOf(" – ", StringComparison.Ordinal));
        at = at < 0 ? dash : dash < 0 ? at + 1 : Math.Min(at + 1, dash);
        if (at < 0) return [];
        List<string>? found = null;
        foreach (var word in Folded.Of(title[at..]).Split(' '))
        {
            if (Telling.Contains(word) && found?.Contains(word) != true) (found ??= []).Add(word);
        }

        found?.Sort(StringComparer.Ordinal);
        return found ?? (IReadOnlyList<string>)[];
    }
}
