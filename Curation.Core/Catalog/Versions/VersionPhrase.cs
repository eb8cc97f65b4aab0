namespace Curation.Core.Catalog.Versions;

/// <summary>Reads what stands in brackets or behind a dash.</summary>
internal static class VersionPhrase
{
    /// <summary>Notes the marks or guests that a phrase names; false where it speaks of something else and belongs to the song's name.</summary>
    public static bool Read(string phrase, TitleReader.Found found, bool inBrackets)
    {
        var words = TitleFold.Of(phrase.Replace("7\"", "7 inch ", StringComparison.Ordinal).Replace("12\"", "12 inch ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return inBrackets;
        if (words.Length > 1 && VersionWords.Parts.Contains(words[0]) && IsNumber(words[1])) return false;
        if (words.Length > 1 && BringsGuests(words[0], inBrackets))
        {
            found.Guest(string.Join(' ', words[1..]));
            return true;
        }

        var (kinds, rest) = Split(words);
        if (kinds.Count == 0) return Possessive(phrase, words, found);
        Note(kinds, string.Join(' ', rest), words, found);
        return true;
    }

    private static bool BringsGuests(string first, bool inBrackets) => (inBrackets ? VersionWords.Guests : VersionWords.BareGuests).Contains(first);

    private static (List<VersionKind> Kinds, List<string> Detail) Split(string[] words)
    {
        var kinds = new List<VersionKind>();
        var rest = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            if (i + 1 < words.Length && VersionWords.Known.TryGetValue($"{words[i]} {words[i + 1]}", out var pair))
            {
                kinds.Add(pair);
                i++;
            }
            else if (VersionWords.Known.TryGetValue(words[i], out var kind) && Speaks(kind, words, i)) kinds.Add(kind);
            else if (!VersionWords.Empty.Contains(words[i])) rest.Add(words[i]);
        }

        return (kinds, rest);
    }

    /// <summary>"Live" speaks of the recording alone, at the end, or before a place; the other short words alone or next to another word for a version.</summary>
    private static bool Speaks(VersionKind kind, string[] words, int at) => words[at] switch
    {
        "live" => at == words.Length - 1 || VersionWords.AfterLive.Contains(words[at + 1]) || IsYear(words[at + 1]),
        "radio" or "club" or "original" or "album" or "single" or "bonus" or "audio" or "explicit" or "clean" or "concert" or "konzert" or "deluxe" or "soundtrack" =>
            words.Length == 1 || words.Any(word => word is "edit" or "mix" or "version" or "remix" or "track" or "cut" or "fassung" or "live" or "recording" or "session"),
        "mix" or "flip" or "vip" or "dub" or "session" or "sessions" or "cover" or "stripped" or "maxi" => at == words.Length - 1 || words[at + 1] is "version" or "mix" or "edit" || IsYear(words[at + 1]),
        _ => kind != VersionKind.Plain || words.Length <= 6,
    };

    private static void Note(List<VersionKind> kinds, string detail, string[] words, TitleReader.Found found)
    {
        if (kinds.Count > 1 && kinds.Contains(VersionKind.Remix) && kinds.Exists(kind => kind is VersionKind.Edit or VersionKind.Extended or VersionKind.Stereo or VersionKind.Mono or VersionKind.Plain) && words.Contains("mix", StringComparer.Ordinal) && !words.Contains("remix", StringComparer.Ordinal))
            kinds.RemoveAll(kind => kind == VersionKind.Remix);
        if (kinds.Count > 1) kinds.RemoveAll(kind => kind == VersionKind.Plain);
        foreach (var kind in kinds.Distinct()) found.Mark(kind == VersionKind.Edit && IsSomebodys(detail) ? VersionKind.Remix : kind, kind is VersionKind.Plain ? "" : detail);
    }

    private static bool IsSomebodys(string detail) => detail.Length > 0 && !detail.Split(' ').All(word => IsNumber(word) || word is "uk" or "us" or "short" or "video" or "single" or "inch");

    /// <summary>"Taylor's Version" and "2012 Version" were recorded again; any other "… version" is one that only its words name.</summary>
    private static bool Possessive(string phrase, string[] words, TitleReader.Found found)
    {
        if (words[^1] is not ("version" or "ver" or "versao" or "versione" or "versie" or "take")) return false;
        if (words.Length > 3) return false;
        var again = phrase.Contains("'s ", StringComparison.Ordinal) || phrase.Contains("’s ", StringComparison.Ordinal) || IsYear(words[0]);
        found.Mark(again ? VersionKind.Rerecording : VersionKind.Other, string.Join(' ', words[..^1]));
        return true;
    }

    private static bool IsYear(string word) => word.Length == 4 && word[0] is ('1' or '2') && word.All(char.IsDigit);

    private static bool IsNumber(string word) => word.All(char.IsDigit) || word is "i" or "ii" or "iii" or "iv" or "v" or "vi" or "vii" or "viii" or "one" or "two" or "three" or "four" or "a" or "b";
}
