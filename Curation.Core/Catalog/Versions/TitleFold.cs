using System.Globalization;
using System.Text;

namespace Curation.Core.Catalog.Versions;

/// <summary>Folds a title for comparison: lower case, no accents, apostrophes or punctuation, "&amp;" as "and".</summary>
internal static class TitleFold
{
    public static string Of(string text)
    {
        var plain = Ascii.IsValid(text) ? text : Unaccented(text);
        var folded = new StringBuilder(plain.Length);
        foreach (var letter in plain)
        {
            if (letter is '\'' or '\u2019' or '\u2018' or '`' or '\u00b4') continue;
            if (letter is '&' or '+') Word(folded, "and");
            else if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || IsMark(letter)) folded.Append(char.ToLowerInvariant(letter));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Latin, Greek and Cyrillic lose their accents; other scripts keep their marks, which make other letters.</summary>
    private static string Unaccented(string text)
    {
        var parts = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (letter is >= '\u0300' and <= '\u036f') continue;
            _ = letter switch
            {
                'ı' => parts.Append('i'),
                'ł' or 'Ł' => parts.Append('l'),
                'ø' or 'Ø' => parts.Append('o'),
                'đ' or 'Đ' => parts.Append('d'),
                'ß' => parts.Append("ss"),
                'æ' or 'Æ' => parts.Append("ae"),
                'œ' or 'Œ' => parts.Append("oe"),
                _ => parts.Append(letter),
            };
        }

        return parts.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsMark(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static void Word(StringBuilder folded, string word)
    {
        if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        folded.Append(word).Append(' ');
    }
}
