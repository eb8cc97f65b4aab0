namespace Curation.Core.Numerics;

/// <summary>How many letters have to be put in, taken out, changed or swapped with their neighbour to get one word from another (optimal string alignment; Damerau 1964, Levenshtein 1966).</summary>
public static class EditDistance
{
    private const int Longest = 48;

    /// <summary>The distance, or <paramref name="most"/> + 1 where it is larger than <paramref name="most"/>.</summary>
    /// <param name="typed">What somebody typed.</param>
    /// <param name="word">The word they may have meant.</param>
    /// <param name="most">The largest distance of interest.</param>
    /// <param name="prefix">Whether the typed word may be the beginning of the other, which is then cut where it costs least.</param>
    public static int Between(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int most, bool prefix = false)
    {
        var over = most + 1;
        if (typed.Length > Longest) return typed.SequenceEqual(word) ? 0 : over;
        if (word.Length < typed.Length - most || (!prefix && word.Length > typed.Length + most)) return over;
        if (word.Length > typed.Length + most) word = word[..(typed.Length + most)];
        Span<int> before = stackalloc int[word.Length + 1], last = stackalloc int[word.Length + 1], now = stackalloc int[word.Length + 1];
        for (var j = 0; j <= word.Length; j++) last[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= word.Length; j++)
            {
                var cost = typed[i - 1] == word[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }

            if (least > most) return over;
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }

        return Math.Min(over, prefix ? Least(last) : last[word.Length]);
    }

    private static int Least(ReadOnlySpan<int> row)
    {
        var least = row[0];
        foreach (var value in row) least = Math.Min(least, value);
        return least;
    }
}
