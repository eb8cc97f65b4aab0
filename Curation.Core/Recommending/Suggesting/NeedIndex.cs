using Curation.Core.Catalog;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>Finds the tracks that the words of a need speak of, by genre, tag and title.</summary>
/// <remarks>
/// A word counts ln(1 + tracks / tracks it speaks of), so that rare words count more, times how well it fits the track: 1 for a genre, 0.8 for a tag, 0.4 for the title,
/// a genre's or tag's fit scaled by the share of its name's words that the need holds ("house" is half of "deep house"). The best fit of a word counts, once.
/// </remarks>
internal sealed class NeedIndex
{
    private const float TagFit = 0.8f;
    private const float TitleFit = 0.4f;

    private readonly List<Label> labels = [];
    private readonly List<int>[] labelsOf;
    private readonly WordIndex labelWords;
    private readonly WordIndex titleWords;

    public NeedIndex(IReadOnlyList<TrackFacts> tracks, IEnumerable<(string Name, int[] Positions)> genres, IReadOnlyDictionary<string, int[]> tags)
    {
        labelsOf = new List<int>[tracks.Count];
        foreach (var (name, positions) in genres) Add(new Label(ReasonKind.NeedGenre, name, Cut(name), positions));
        foreach (var (name, positions) in tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)) Add(new Label(ReasonKind.NeedTag, name, Cut(name), positions));
        labelWords = new WordIndex(labels.ConvertAll(label => (IReadOnlyList<string>)label.Words));
        titleWords = new WordIndex(tracks.Select(track => (IReadOnlyList<string>)Cut(track.Title)).ToList());
    }

    /// <summary>Matches the words of a need; the match holds a raw score for every position.</summary>
    public NeedMatch Match(string need)
    {
        var words = Words.OfNeed(need);
        var coverage = Coverage(words);
        var scores = new float[labelsOf.Length];
        var weights = new float[words.Count];
        var fits = new float[labelsOf.Length];
        var touched = new List<int>();
        for (var w = 0; w < words.Count; w++)
        {
            foreach (var position in titleWords.Holding(words[w])) Touch(position, TitleFit);
            foreach (var label in labelWords.Holding(words[w]))
            {
                foreach (var position in labels[label].Positions) Touch(position, FitOf(label, coverage));
            }

            weights[w] = touched.Count == 0 ? 0 : MathF.Log(1f + ((float)labelsOf.Length / touched.Count));
            foreach (var position in touched)
            {
                scores[position] += weights[w] * fits[position];
                fits[position] = 0;
            }

            touched.Clear();
        }

        return new NeedMatch(scores, position => Parts(position, words, weights, coverage));

        void Touch(int position, float fit)
        {
            if (fits[position] == 0) touched.Add(position);
            fits[position] = Math.Max(fits[position], fit);
        }
    }

    private static List<string> Cut(string text) => Words.Of(text).Select(Words.Singular).Distinct(StringComparer.Ordinal).ToList();

    private void Add(Label label)
    {
        if (label.Words.Count == 0) return;
        foreach (var position in label.Positions) (labelsOf[position] ??= []).Add(labels.Count);
        labels.Add(label);
    }

    private Dictionary<int, float> Coverage(List<string> words)
    {
        var coverage = new Dictionary<int, float>();
        foreach (var label in words.SelectMany(labelWords.Holding)) coverage[label] = coverage.GetValueOrDefault(label) + (1f / labels[label].Words.Count);
        return coverage;
    }

    private float FitOf(int label, Dictionary<int, float> coverage) => coverage[label] * (labels[label].Kind == ReasonKind.NeedGenre ? 1f : TagFit);

    private IEnumerable<Reason> Parts(int position, List<string> words, float[] weights, Dictionary<int, float> coverage)
    {
        for (var w = 0; w < words.Count; w++)
        {
            var word = words[w];
            var best = BinaryHolds(titleWords.Holding(word), position) ? new Reason(ReasonKind.NeedTitle, TitleFit, Word: word) : default;
            foreach (var label in labelsOf[position] ?? [])
            {
                if (labels[label].Words.Contains(word) && FitOf(label, coverage) is var fit && fit > best.Amount) best = new Reason(labels[label].Kind, fit, Word: labels[label].Name);
            }

            if (best.Amount > 0) yield return best with { Amount = best.Amount * weights[w] };
        }
    }

    private static bool BinaryHolds(IReadOnlyList<int> postings, int position) => postings is int[] numbers && Array.BinarySearch(numbers, position) >= 0;

    private sealed record Label(ReasonKind Kind, string Name, List<string> Words, int[] Positions);
}

/// <summary>What the words of a need found: a raw score for every position, and for one position which words gave it.</summary>
internal sealed record NeedMatch(float[] Scores, Func<int, IEnumerable<Reason>> Parts);
