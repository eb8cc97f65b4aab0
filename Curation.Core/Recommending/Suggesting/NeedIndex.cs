using Curation.Core.Catalog;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>Finds the tracks that a written need speaks of, by genre, tag and title.</summary>
/// <remarks>
/// Every thing the need asks for counts alike, up to 1, less where it fits a great part of the catalogue: ln(1 + tracks / fitting tracks) / ln(21), at most 1, so that
/// rarity beyond a twentieth of the catalogue earns nothing more. It counts times how well its best label describes the track (see <see cref="NeedLabel"/>), once,
/// and the things asked for add up: a track that is both of two genres wanted comes before one that is only the one.
/// A label that shares some words with the thing asked for ("house" of "deep house") counts by the shares of both, a word in the title 0.3 unless people use it to say anything at all
/// ("heard", "tell"), and a title that the need quotes or writes with capitals 0.6.
/// </remarks>
internal sealed class NeedIndex
{
    private const float TitleFit = 0.3f;
    private const float PhraseFit = 0.6f;
    private const float PartOfAsk = 0.5f;
    private const double Common = 20;

    private readonly IReadOnlyList<TrackFacts> tracks;
    private readonly List<NeedLabel> labels;
    private readonly ILookup<string, int> named;
    private readonly WordIndex labelWords;
    private readonly WordIndex titleWords;

    public NeedIndex(IReadOnlyList<TrackFacts> tracks, IEnumerable<NeedLabel> labels)
    {
        this.tracks = tracks;
        this.labels = labels.Where(label => label.Words.Count > 0).ToList();
        named = Enumerable.Range(0, this.labels.Count).ToLookup(number => this.labels[number].Key, StringComparer.Ordinal);
        labelWords = new WordIndex(this.labels.ConvertAll(label => (IReadOnlyList<string>)label.Words));
        titleWords = new WordIndex(tracks.Select(track => (IReadOnlyList<string>)Words.Of(track.Title).ConvertAll(Words.Singular)).ToList());
    }

    /// <summary>Matches a need.</summary>
    public NeedMatch Match(string need)
    {
        var asks = NeedReader.Read(need, key => named.Contains(key));
        var wanted = asks.Where(ask => !ask.Against).SelectMany(ask => ask.Words).ToHashSet(StringComparer.Ordinal);
        var scores = new float[tracks.Count];
        var meant = TitlePhrases.Of(need);
        var phrases = meant.FindAll(phrase => phrase.Words.Count > 1 || !asks.Exists(ask => ask.Key == phrase.Words[0]));
        var said = phrases.SelectMany(phrase => phrase.Words).ToHashSet(StringComparer.Ordinal);
        var matches = asks.ConvertAll(ask => Match(ask, ask.Against ? [.. ask.Words] : wanted, said.Contains(ask.Key) ? [] : Titled(ask, meant.Exists(phrase => phrase.Words is [var one] && one == ask.Key)), scores));
        matches.AddRange(phrases.Select(phrase => Match(phrase, scores)));
        return new NeedMatch(scores, position => matches.Select(match => match.Part(position)).Where(part => part.Amount != 0));
    }

    private IReadOnlyList<int> Titled(NeedAsk ask, bool meant) => ask.Words is [var word] && (meant || !OrdinaryWords.Contains(word)) ? titleWords.Holding(word) : [];

    private AskMatch Match(TitlePhrase phrase, float[] scores)
    {
        int[] titles = [.. titleWords.Holding(phrase.Words[0]).Where(position => IsIn(phrase.Words, Words.Of(tracks[position].Title).ConvertAll(Words.Singular)))];
        var fit = phrase.Words.Count == 1 ? TitleFit : PhraseFit;
        return Weighed(new AskMatch(string.Join(' ', phrase.Words), phrase.Against, [], titles, fit, 0), titles.ToDictionary(position => position, _ => fit), scores);
    }

    private static bool IsIn(IReadOnlyList<string> phrase, List<string> title) =>
        Enumerable.Range(0, Math.Max(0, title.Count - phrase.Count + 1)).Any(at => title.Skip(at).Take(phrase.Count).SequenceEqual(phrase));

    private AskMatch Match(NeedAsk ask, HashSet<string> wanted, IReadOnlyList<int> titles, float[] scores)
    {
        var found = named[ask.Key].Concat(ask.Words.SelectMany(labelWords.Holding)).Distinct().Select(number => (Label: labels[number], Fit: FitOf(ask, labels[number], wanted))).ToList();
        var fits = new Dictionary<int, float>();
        foreach (var position in titles) fits[position] = TitleFit;
        foreach (var (label, fit) in found)
        {
            for (var i = 0; i < label.Positions.Length; i++) fits[label.Positions[i]] = Math.Max(fits.GetValueOrDefault(label.Positions[i]), fit * label.Fits[i]);
        }

        return Weighed(new AskMatch(ask.Words[0], ask.Against, found, titles, TitleFit, 0), fits, scores);
    }

    private AskMatch Weighed(AskMatch match, Dictionary<int, float> fits, float[] scores)
    {
        var fitting = fits.Values.Sum(fit => (double)fit);
        var weight = fitting == 0 ? 0 : (float)Math.Min(1, Math.Log(1 + (tracks.Count / fitting)) / Math.Log(1 + Common)) * (match.Against ? -1 : 1);
        foreach (var (position, fit) in fits) scores[position] += weight * fit;
        return match with { Weight = weight };
    }

    /// <summary>How much of the thing asked for a label means: 1 for its name, else by the share of the label's words that the need holds and of the ask's words that the label holds.</summary>
    private static float FitOf(NeedAsk ask, NeedLabel label, HashSet<string> wanted)
    {
        if (label.Key == ask.Key) return 1;
        var held = (float)label.Words.Count(wanted.Contains) / label.Words.Count;
        var holds = (float)ask.Words.Count(label.Words.Contains) / ask.Words.Count;
        return held * holds * (holds < 1 ? PartOfAsk : 1);
    }

    /// <summary>What one thing asked for found.</summary>
    private sealed record AskMatch(string InTitle, bool Against, List<(NeedLabel Label, float Fit)> Labels, IReadOnlyList<int> Titles, float TitleFit, float Weight)
    {
        public Reason Part(int position)
        {
            var best = Titles is int[] numbers && Array.BinarySearch(numbers, position) >= 0 ? new Reason(ReasonKind.NeedTitle, TitleFit, Word: InTitle) : default;
            foreach (var (label, fit) in Labels)
            {
                if (fit * label.FitOf(position) is var amount && amount > best.Amount) best = new Reason(label.Kind, amount, Word: label.Name);
            }

            return best with { Amount = best.Amount * Weight };
        }
    }
}
