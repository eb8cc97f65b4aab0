namespace Curation.Core.Auditing.Content;

/// <summary>A term split into the words that are compared.</summary>
internal sealed class CompiledTerm
{
    public CompiledTerm(LexiconTerm term)
    {
        Term = term;
        AnyEnding = term.Text.EndsWith('*');
        Words = [.. ScreenFold.Words(term.Text.TrimEnd('*')).Select(word => word.Plain)];
        Skeletons = Array.ConvertAll(Words, ScreenFold.Skeleton);
    }

    public LexiconTerm Term { get; }

    public bool AnyEnding { get; }

    public string[] Words { get; }

    public string[] Skeletons { get; }

    /// <summary>Whether the term stands there; says whether one of its words is disguised.</summary>
    public bool Matches(List<ScreenWord> words, int at, out bool disguised)
    {
        disguised = false;
        if (at + Words.Length > words.Count) return false;
        for (var i = 0; i < Words.Length; i++)
        {
            var word = words[at + i];
            if (Is(word.Plain, Words[i], i)) continue;
            if (word.Undisguised is not { } bare || !Is(bare, Skeletons[i], i)) return false;
            disguised = true;
        }

        return true;
    }

    private bool Is(string word, string wanted, int place) => place == Words.Length - 1 && AnyEnding ? word.StartsWith(wanted, StringComparison.Ordinal) : word == wanted;
}

/// <summary>Finds the terms that a word could begin.</summary>
internal sealed class TermIndex
{
    private const int LongestWord = 100;
    private readonly ILookup<string, CompiledTerm> whole;
    private readonly ILookup<string, CompiledTerm> stems;
    private readonly ILookup<string, LexiconTerm> singles;
    private readonly ILookup<string, LexiconTerm> skeletons;
    private readonly ILookup<string, LexiconTerm> skeletonStems;
    private readonly ILookup<string, CompiledTerm> phrases;
    private readonly ILookup<(char First, int Length), (string Word, LexiconTerm Term)> masked;

    public TermIndex(IEnumerable<LexiconTerm> terms)
    {
        var all = terms.Select(term => new CompiledTerm(term)).Where(term => term.Words.Length > 0).ToList();
        whole = all.Where(term => !(term.AnyEnding && term.Words.Length == 1)).ToLookup(term => term.Words[0], StringComparer.Ordinal);
        phrases = all.Where(term => term.Words.Length > 1 && !term.Term.Excuses).ToLookup(term => term.Skeletons[0], StringComparer.Ordinal);
        stems = all.Where(term => term.AnyEnding && term.Words.Length == 1).ToLookup(term => term.Words[0], StringComparer.Ordinal);
        var words = all.Where(term => term.Words.Length == 1 && !term.Term.Excuses).ToList();
        singles = words.ToLookup(term => term.Words[0], term => term.Term, StringComparer.Ordinal);
        skeletons = words.ToLookup(term => ScreenFold.Skeleton(term.Words[0]), term => term.Term, StringComparer.Ordinal);
        skeletonStems = words.Where(term => term.AnyEnding).ToLookup(term => ScreenFold.Skeleton(term.Words[0]), term => term.Term, StringComparer.Ordinal);
        masked = words.ToLookup(term => (term.Words[0][0], term.Words[0].Length), term => (term.Words[0], term.Term));
        Longest = words.Select(term => term.Words[0].Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>Letters of the longest single word.</summary>
    public int Longest { get; }

    public IEnumerable<CompiledTerm> StartingWith(string word)
    {
        foreach (var term in whole[word]) yield return term;
        for (var length = 1; stems.Count > 0 && length <= Math.Min(word.Length, LongestWord); length++)
        {
            foreach (var term in stems[word[..length]]) yield return term;
        }
    }

    /// <summary>Phrases whose first word a disguised one could be.</summary>
    public IEnumerable<CompiledTerm> Phrases(string bare) => phrases[bare];

    public IEnumerable<LexiconTerm> Single(string word) => singles[word];

    public IEnumerable<LexiconTerm> Skeleton(string bare)
    {
        foreach (var term in skeletons[bare]) yield return term;
        for (var length = 1; skeletonStems.Count > 0 && length < Math.Min(bare.Length, LongestWord); length++)
        {
            foreach (var term in skeletonStems[bare[..length]]) yield return term;
        }
    }

    /// <summary>Terms of the same length of which a masked word shows the first and another letter, as "m**k" does.</summary>
    public IEnumerable<LexiconTerm> Masked(string word)
    {
        if (word.Count(char.IsLetter) < 2) return [];
        return masked[(word[0], word.Length)].Where(term => term.Word.Index().All(letter => word[letter.Index] == '*' || word[letter.Index] == letter.Item)).Select(term => term.Term);
    }
}
