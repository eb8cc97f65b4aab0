using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Curation.Core.Auditing.Content;

/// <summary>The words that admins keep, by language, and the screen that finds them. Terms match whole words and phrases, whatever their case and accents, and the common disguises of whole words; never a part of a longer word.</summary>
public sealed class Lexicon
{
    /// <summary>Most terms.</summary>
    public const int Most = 5_000;

    /// <summary>Longest term, in characters.</summary>
    public const int LongestTerm = 80;

    private const int ShortestStem = 4;
    private const int ShortestSpaced = 3;
    private static readonly Lazy<Lexicon> Shipped = new(() =>
    {
        using var file = typeof(Lexicon).Assembly.GetManifestResourceStream("Curation.Core.Auditing.Content.starter-lexicon.txt")!;
        using var reader = new StreamReader(file, Encoding.UTF8);
        return Read(reader.ReadToEnd());
    });

    private readonly TermIndex index;

    /// <summary>A lexicon of these terms.</summary>
    public Lexicon(IEnumerable<LexiconTerm> terms)
    {
        Terms = [.. terms];
        index = new TermIndex(Terms);
    }

    /// <summary>No terms.</summary>
    public static Lexicon Empty { get; } = new([]);

    /// <summary>The small lexicon that a new workbench begins with; a starting point that admins keep.</summary>
    public static Lexicon Starter => Shipped.Value;

    /// <summary>The terms in the order in which they were written.</summary>
    public ImmutableArray<LexiconTerm> Terms { get; }

    /// <summary>Reads lines of the form "language; category; level; term". Lines that begin with # are passed over.</summary>
    /// <exception cref="FormatException">A line says something else; the message names it.</exception>
    public static Lexicon Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<LexiconTerm>();
        foreach (var (number, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Trim() is not { Length: > 0 } said || said[0] == '#') continue;
            terms.Add(Term(said) ?? throw new FormatException($"Line {number + 1} is not of the form \u201clanguage; category; level; term\u201d, with a level of note, warn or block: \u201c{Cut(said)}\u201d."));
        }

        if (terms.Count > Most) throw new FormatException($"A lexicon has at most {Most} terms; this one has {terms.Count}.");
        return new Lexicon(terms.DistinctBy(term => (term.Text, term.Category)));
    }

    /// <summary>The terms as <see cref="Read"/> takes them.</summary>
    public string Write() => string.Concat(Terms.Select(term => string.Create(CultureInfo.InvariantCulture, $"{term.Language}; {term.Category}; {term.Level.ToString().ToLowerInvariant()}; {term.Text}\n")));

    /// <summary>Where terms stand in a text, in its order; inside an allowed phrase nothing is found, and of several finds in one place the gravest counts.</summary>
    public IReadOnlyList<TermHit> Screen(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || Terms.IsEmpty) return [];
        var words = ScreenFold.Words(text);
        var hits = new List<TermHit>();
        for (var at = 0; at < words.Count; at++)
        {
            Phrases(words, at, hits);
            Disguised(words, at, hits);
        }

        Spaced(words, hits);
        return Gravest(hits);
    }

    private void Phrases(List<ScreenWord> words, int at, List<TermHit> hits)
    {
        foreach (var term in index.StartingWith(words[at].Plain))
        {
            if (term.Matches(words, at, out var disguised)) hits.Add(Hit(term.Term, words, at, at + term.Words.Length - 1, disguised));
        }

        var joined = words[at].Plain;
        for (var next = at + 1; next < words.Count && words[next].Glued && !words[next].Unspaced && joined.Length < LongestTerm; next++)
        {
            joined += words[next].Plain;
            foreach (var term in index.Single(joined)) hits.Add(Hit(term, words, at, next, true));
        }
    }

    private void Disguised(List<ScreenWord> words, int at, List<TermHit> hits)
    {
        if (words[at].Undisguised is { } bare)
        {
            hits.AddRange(index.Skeleton(bare).Select(term => Hit(term, words, at, at, true)));
            hits.AddRange(index.Phrases(bare).Where(term => term.Matches(words, at, out _)).Select(term => Hit(term.Term, words, at, at + term.Words.Length - 1, true)));
        }

        if (words[at].Plain.Contains('*', StringComparison.Ordinal)) hits.AddRange(index.Masked(words[at].Plain).Select(term => Hit(term, words, at, at, true)));
    }

    /// <summary>Letters written apart, "l i k e" or "t.h.i.s": any stretch of single letters that is a term.</summary>
    private void Spaced(List<ScreenWord> words, List<TermHit> hits)
    {
        for (var from = 0; from < words.Count;)
        {
            var to = from;
            while (to < words.Count && IsLetter(words[to])) to++;
            for (var at = from; at + ShortestSpaced <= to; at++)
            {
                var letters = new StringBuilder();
                for (var end = at; end < to && letters.Length < index.Longest; end++)
                {
                    letters.Append(Letter(words[end]));
                    if (letters.Length >= ShortestSpaced) hits.AddRange(index.Single(letters.ToString()).Select(term => Hit(term, words, at, end, true)));
                }
            }

            from = Math.Max(to, from + 1);
        }
    }

    private static bool IsLetter(ScreenWord word) => word is { Plain.Length: 1, Unspaced: false };

    private static string Letter(ScreenWord word) => word.Letters ? word.Plain : word.Plain switch { "0" => "o", "1" => "i", "3" => "e", "4" or "@" => "a", "5" or "$" => "s", "7" => "t", var other => other };

    private static TermHit Hit(LexiconTerm term, List<ScreenWord> words, int first, int last, bool disguised) => new(term, words[first].Start, words[last].End - words[first].Start, disguised);

    private static List<TermHit> Gravest(List<TermHit> hits)
    {
        if (hits.Count == 0) return hits;
        var excused = hits.Where(hit => hit.Term.Excuses).ToList();
        var kept = new List<TermHit>();
        foreach (var hit in hits.Where(hit => !hit.Term.Excuses).OrderBy(hit => hit.Start).ThenByDescending(hit => hit.Term.Level).ThenByDescending(hit => hit.Length).ThenBy(hit => hit.Disguised))
        {
            if (excused.Exists(other => other.Start <= hit.Start && other.Start + other.Length >= hit.Start + hit.Length)) continue;
            if (kept.Count > 0 && kept[^1] is var last && last.Start + last.Length > hit.Start && last.Term.Level >= hit.Term.Level) continue;
            kept.Add(hit);
        }

        return kept;
    }

    private static LexiconTerm? Term(string line)
    {
        var parts = line.Split(';', 4, StringSplitOptions.TrimEntries);
        if (parts.Length < 4 || parts[3].Length is 0 or > LongestTerm || parts[1].Length is 0 or > 30) return null;
        if (!(parts[0] == "any" || (parts[0].Length == 2 && parts[0].All(char.IsAsciiLetterLower)))) return null;
        if (!Enum.TryParse<ContentLevel>(parts[2], ignoreCase: true, out var level) || !Enum.IsDefined(level) || char.IsAsciiDigit(parts[2][0])) return null;
        var stem = parts[3].TrimEnd('*');
        var words = ScreenFold.Words(stem);
        if (words.Count == 0 || (stem.Length < parts[3].Length && words[^1].Plain.Length < ShortestStem)) return null;
        return new LexiconTerm(parts[0], parts[1].ToLowerInvariant(), level, parts[3]);
    }

    private static string Cut(string line) => line.Length <= 60 ? line : line[..60] + "…";
}
