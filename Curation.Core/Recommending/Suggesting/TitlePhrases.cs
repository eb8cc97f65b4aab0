using System.Text.RegularExpressions;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>Words of a need that mean a title: quoted, or written with capitals where a sentence would not have them.</summary>
/// <param name="Words">Its words, singular, in their order.</param>
/// <param name="Against">Whether the need wants none of it.</param>
internal sealed record TitlePhrase(IReadOnlyList<string> Words, bool Against);

/// <summary>Finds the titles that a written need speaks of.</summary>
internal static partial class TitlePhrases
{
    /// <summary>The phrases of a text, each once. A text without small letters has no capitals that say anything.</summary>
    public static List<TitlePhrase> Of(string text)
    {
        var phrases = new List<TitlePhrase>();
        foreach (Match quoted in Quoted().Matches(text)) Add(phrases, quoted.Groups["words"].Value, IsAgainst(text[..quoted.Index]));
        var rest = Quoted().Replace(text, match => new string('.', match.Length));
        if (!rest.Any(char.IsLower)) return phrases;
        foreach (Match run in Capitals().Matches(rest))
        {
            var words = run.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var against = IsAgainst(rest[..run.Index]);
            if (!BeginsSentence(rest[..run.Index])) Add(phrases, words, against);
            else if (words.Length > 1)
            {
                // The first word may be the sentence's: both readings are looked for, and what is no title finds none.
                Add(phrases, words, against);
                if (words.Length > 2 || !IsOrdinary(words[1])) Add(phrases, words[1..], against);
            }
        }

        return phrases.DistinctBy(phrase => string.Concat(phrase.Words)).ToList();
    }

    private static void Add(List<TitlePhrase> phrases, string[] words, bool against)
    {
        if (words is not [var one] || !StopWords.Contains(string.Concat(Words.Of(one)))) Add(phrases, string.Join(' ', words), against);
    }

    private static void Add(List<TitlePhrase> phrases, string text, bool against)
    {
        var words = Words.Of(text).ConvertAll(Words.Singular);
        if (words.Count > 0) phrases.Add(new TitlePhrase(words, against));
    }

    private static bool IsOrdinary(string word) => Words.Of(word) is [var one] && (StopWords.Contains(one) || OrdinaryWords.Contains(Words.Singular(one)));

    private static bool BeginsSentence(string before) => before.TrimEnd(' ') is "" or [.., '.' or '!' or '?' or ':' or ';' or '\n'];

    private static bool IsAgainst(string before) => Words.Of(before) is [.., var last] && NeedReader.Turns.Contains(last);

    [GeneratedRegex("[\"\u201c\u201e\u00ab](?<words>[^\"\u201c\u201d\u00ab\u00bb]+)[\"\u201d\u201c\u00bb]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b\p{Lu}[\p{L}\p{N}'\u2019-]*(?: \p{Lu}[\p{L}\p{N}'\u2019-]*)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Capitals();
}
