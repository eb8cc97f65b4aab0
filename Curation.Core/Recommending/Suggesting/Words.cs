using System.Globalization;
using System.Text;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>Cuts text into words that compare blind to case, accents and plural: "Ön", "on" and "ÖN" are one word.</summary>
public static class Words
{
    private static readonly Dictionary<char, string> Latin = new()
    {
        ['ı'] = "i",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['ł'] = "l",
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
    };

    /// <summary>The words of a text in their order, repeats included. Letters and digits make words; everything else parts them, apostrophes vanish.</summary>
    public static List<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(letter)) Append(word, char.ToLowerInvariant(letter));
            else if (!Vanishes(letter)) Close(word, words);
        }

        Close(word, words);
        return words;
    }

    /// <summary>The words of a written need without those that only hold a sentence together, each once, in their first order, singular.</summary>
    public static List<string> OfNeed(string text) =>
        Of(text).Where(word => word.Length > 1 && !StopWords.Contains(word)).Select(Singular).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>The word without a plural s.</summary>
    public static string Singular(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
    }

    private static void Append(StringBuilder word, char letter)
    {
        if (Latin.TryGetValue(letter, out var plain)) word.Append(plain);
        else word.Append(letter);
    }

    private static bool Vanishes(char letter) =>
        letter is '\'' or '\u2019' or '\u02BC' || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static void Close(StringBuilder word, List<string> words)
    {
        if (word.Length == 0) return;
        words.Add(word.ToString());
        word.Clear();
    }
}
