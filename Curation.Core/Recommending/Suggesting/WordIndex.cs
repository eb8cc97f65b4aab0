namespace Curation.Core.Recommending.Suggesting;

/// <summary>Which texts hold which words: an immutable inverted index over texts numbered from 0, for whole words and for beginnings of words.</summary>
public sealed class WordIndex
{
    private readonly string[] words;
    private readonly int[][] postings;

    /// <summary>An index over these texts' words, as <see cref="Words"/> cuts them; the place of a text in the list is its number.</summary>
    public WordIndex(IReadOnlyList<IReadOnlyList<string>> texts)
    {
        var lists = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var number = 0; number < texts.Count; number++)
        {
            foreach (var word in texts[number]) Post(lists, word, number);
        }

        words = lists.Keys.ToArray();
        Array.Sort(words, StringComparer.Ordinal);
        postings = Array.ConvertAll(words, word => lists[word].ToArray());
    }

    /// <summary>Number of different words.</summary>
    public int Count => words.Length;

    /// <summary>Numbers of the texts that hold the word, ascending.</summary>
    public IReadOnlyList<int> Holding(string word)
    {
        var place = Array.BinarySearch(words, word, StringComparer.Ordinal);
        return place < 0 ? [] : postings[place];
    }

    /// <summary>Lists of the numbers of texts that hold a word starting with <paramref name="prefix"/>, one list for each such word; the exact word, if there is one, comes first.</summary>
    public IEnumerable<IReadOnlyList<int>> StartingWith(string prefix)
    {
        var place = Array.BinarySearch(words, prefix, StringComparer.Ordinal);
        for (var i = place < 0 ? ~place : place; i < words.Length && words[i].StartsWith(prefix, StringComparison.Ordinal); i++) yield return postings[i];
    }

    /// <summary>Numbers of the texts that hold, for each of the prefixes, a word starting with it, ascending; none for no prefixes.</summary>
    public IReadOnlyList<int> HoldingAllStartingWith(IReadOnlyCollection<string> prefixes)
    {
        int[]? hits = null;
        foreach (var prefix in prefixes.OrderByDescending(prefix => prefix.Length))
        {
            var found = StartingWith(prefix).SelectMany(numbers => numbers).ToHashSet();
            hits = hits is null ? [.. found] : Array.FindAll(hits, found.Contains);
        }

        if (hits is null) return [];
        Array.Sort(hits);
        return hits;
    }

    private static void Post(Dictionary<string, List<int>> lists, string word, int number)
    {
        if (!lists.TryGetValue(word, out var list)) lists[word] = list = [];
        if (list.Count == 0 || list[^1] != number) list.Add(number);
    }
}
