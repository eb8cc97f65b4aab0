using System.Buffers;
using System.Globalization;
using System.Text;

namespace Curation.Core.Auditing.Content;

/// <summary>Splits a text into words as they are compared, in time that grows with its length alone.</summary>
internal static class ScreenFold
{
    /// <summary>What is behind this many characters of a text is not screened; nothing that people write here is as long.</summary>
    public const int Longest = 20_000;

    private const string Imitating = "0134578@$!|+€*";
    private const string Imitated = "oieastbasiite*";
    private const string LookAlikes = "аеорсухіјѕһԁԛԝαεορτυικνβ";
    private const string LookedAt = "aeopcyxijshdqwaeoptuiknb";
    private static readonly SearchValues<char> Signs = SearchValues.Create("@$!|+€*");
    private static readonly SearchValues<char> Imitators = SearchValues.Create(Imitating);

    /// <summary>The words of a text in order.</summary>
    public static List<ScreenWord> Words(string text)
    {
        var words = new List<ScreenWord>();
        var word = new StringBuilder();
        var (start, end, glued) = (-1, 0, false);
        for (var at = 0; at < text.Length && at < Longest;)
        {
            var length = Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;
            if (length == 1 && char.IsSurrogate(text[at])) rune = Rune.ReplacementChar;
            if (IsInvisible(rune))
            {
                at += length;
                continue;
            }

            if (IsUnspaced(rune) || !(Rune.IsLetterOrDigit(rune) || IsMark(rune) || (rune.IsBmp && Signs.Contains((char)rune.Value))))
            {
                Close();
                if (IsUnspaced(rune)) words.Add(new ScreenWord(rune.ToString(), at, at + length, null, true, true, true));
                if (Rune.IsWhiteSpace(rune)) glued = false;
                at += length;
                continue;
            }

            if (start < 0) start = at;
            word.Append(rune.ToString());
            end = at += length;
        }

        Close();
        return words;

        void Close()
        {
            if (start >= 0 && Word(word.ToString(), start, end, glued) is { } made) words.Add(made);
            if (start >= 0) glued = true;
            word.Clear();
            start = -1;
        }
    }

    /// <summary>A word of the lexicon as its disguises are compared with it.</summary>
    public static string Skeleton(string plain)
    {
        var bare = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            var letter = c == 'l' ? 'i' : c;
            if (bare.Length == 0 || bare[^1] != letter) bare.Append(letter);
        }

        return bare.ToString();
    }

    private static ScreenWord? Word(string raw, int start, int end, bool glued)
    {
        var plain = Plain(raw);
        var signs = plain.AsSpan().TrimStart("!+|*").TrimEnd("!+|*");
        if (signs.IsEmpty) return null;
        var trimmed = plain.AsSpan().IndexOfAny(Signs) < 0 ? plain : signs.ToString();
        var letters = trimmed.Any(char.IsLetter);
        var undisguised = letters ? Undisguised(trimmed) : null;
        return new ScreenWord(trimmed, start, end, undisguised, letters, false, glued);
    }

    private static string? Undisguised(string trimmed)
    {
        var read = trimmed.AsSpan().IndexOfAny(Imitators) >= 0 && !trimmed.Contains('*', StringComparison.Ordinal) ? string.Concat(trimmed.Select(Read)) : trimmed;
        return read != trimmed || Repeats(read) ? Skeleton(read) : null;
    }

    private static char Read(char c) => Imitating.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Imitated[at] : c;

    private static bool Repeats(string word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2] && char.IsLetter(word[i])) return true;
        }

        return false;
    }

    private static string Plain(string raw)
    {
        var folded = new StringBuilder(raw.Length);
        foreach (var c in raw.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) continue;
            var lower = char.ToLowerInvariant(c);
            _ = lower switch
            {
                'ß' => folded.Append("ss"),
                'æ' => folded.Append("ae"),
                'œ' => folded.Append("oe"),
                'þ' => folded.Append("th"),
                'ø' => folded.Append('o'),
                'ł' => folded.Append('l'),
                'đ' or 'ð' => folded.Append('d'),
                'ı' => folded.Append('i'),
                _ => folded.Append(lower),
            };
        }

        var text = folded.ToString();
        return text.Any(char.IsAsciiLetter) && !text.All(char.IsAscii) ? string.Concat(text.Select(c => LookAlikes.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? LookedAt[at] : c)) : text;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is 0xAD or 0x115F or 0x1160 or 0x3164 or (>= 0xFE00 and <= 0xFE0F);

    private static bool IsUnspaced(Rune rune) => rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
