using System.Buffers;
using System.Globalization;
using System.Text;

namespace Curation.Core.Matching;

/// <summary>Folds names to the form in which two spellings are compared: no case, no accents, no punctuation, "and" for "&amp;".</summary>
internal static class Folded
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("([{-–—fF");
    private const char LastOfEuropeanScripts = '\u052f';

    /// <summary>The folded text; a name of nothing but signs stays as it is.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        var before = ' ';
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                if (before > LastOfEuropeanScripts) folded.Append(c);
                continue;
            }

            before = c;
            if (c is '\'' or '\u2019' or '\u2018' or '`' or '\u00b4') continue;
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) Letter(folded, char.ToLowerInvariant(c));
            else if (c is '&' or '+') Gap(folded).Append("and ");
            else Gap(folded);
        }

        var result = folded.ToString().Trim();
        return result.Length > 0 ? result : text.Trim().ToLowerInvariant();
    }

    /// <summary>An artist's name folded, without the article in front or behind a comma.</summary>
    public static string Artist(string name)
    {
        var folded = Of(name);
        if (folded.Length > 4 && folded.StartsWith("the ", StringComparison.Ordinal)) return folded[4..];
        return folded.Length > 4 && folded.EndsWith(" the", StringComparison.Ordinal) ? folded[..^4] : folded;
    }

    /// <summary>A title folded without what names a version.</summary>
    public static string Core(string title) => title.AsSpan().IndexOfAny(Marks) < 0 ? Of(title) : Of(PlainTitle.Of(title));

    private static StringBuilder Gap(StringBuilder folded) => folded.Length > 0 && folded[^1] != ' ' ? folded.Append(' ') : folded;

    private static void Letter(StringBuilder folded, char c)
    {
        var plain = c switch
        {
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'ı' => "i",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            _ => null,
        };
        if (plain is null) folded.Append(c);
        else folded.Append(plain);
    }
}
