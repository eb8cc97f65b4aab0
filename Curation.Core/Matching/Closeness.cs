namespace Curation.Core.Matching;

/// <summary>How close two folded texts are, from 0 to 1.</summary>
internal static class Closeness
{
    private const int Longest = 120;

    /// <summary>One less the share of letters that have to be changed, added, dropped or swapped with their neighbour (restricted Damerau-Levenshtein distance).</summary>
    public static double Of(string one, string other)
    {
        if (one == other) return 1;
        var a = Cut(one);
        var b = Cut(other);
        var most = Math.Max(a.Length, b.Length);
        if (most == 0) return 0;
        return 1 - ((double)Distance(a, b) / most);
    }

    /// <summary>Share of the words of the shorter text that the longer one has too; 0 where the shorter has a single word.</summary>
    public static double Words(string one, string other)
    {
        var (few, many) = (one.Split(' '), other.Split(' '));
        if (few.Length > many.Length) (few, many) = (many, few);
        return few.Length < 2 ? 0 : few.Count(word => many.Contains(word, StringComparer.Ordinal)) / (double)few.Length;
    }

    private static ReadOnlySpan<char> Cut(string text) => text.AsSpan(0, Math.Min(text.Length, Longest));

    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> before = stackalloc int[Longest + 1], last = stackalloc int[Longest + 1], row = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, before[j - 2] + 1);
                row[j] = least;
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[b.Length];
    }
}
