using Curation.Core.Catalog;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>Finds the tracks that a written need speaks of, by genre, tag and title.</summary>
/// <remarks>
/// Every thing the need asks for counts alike, up to 1, less where it fits a great part of the catalogue: ln(1 + tracks / fitting tracks) / ln(21), at most 1, so that
/// rarity beyond a twentieth of the catalogue earns nothing more. It counts times how well its best label describes the track (see <see cref="NeedLabel"/>), once,
/// and the things asked for add up: a track that is both of two genres wanted comes before one that is only the one.
/// A label that shares some words with the thing asked for ("house" of "deep house") counts by the shares of both, a word in the title 0.3.
/// </remarks>
internal sealed class NeedIndex
{
    private const float TitleFit = 0.3f;
    private const float PartOfAsk = 0.5f;
    private const double Common = 20;

    private readonly int tracks;
    private readonly List<NeedLabel> labels;
    private readonly ILookup<string, int> named;
    private readonly WordIndex labelWords;
    private readonly WordIndex titleWords;

    public NeedIndex(IReadOnlyList<TrackFacts> tracks, IEnumerable<NeedLabel> labels)
    {
        this.tracks = tracks.Count;
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
        var scores = new float[tracks];
        var matches = asks.ConvertAll(ask => Match(ask, ask.Against ? [.. ask.Words] : wanted, scores));
        return new NeedMatch(scores, position => matches.Select(match => match.Part(position)).Where(part => part.Amount != 0));
    }

    private AskMatch Match(NeedAsk ask, HashSet<string> wanted, float[] scores)
    {
        var found = named[ask.Key].Concat(ask.Words.SelectMany(labelWords.Holding)).Distinct().Select(number => (Label: labels[number], Fit: FitOf(ask, labels[number], wanted))).ToList();
        var titles = ask.Words.Count == 1 ? titleWords.Holding(ask.Words[0]) : [];
        var fits = new Dictionary<int, float>();
        foreach (var position in titles) fits[position] = TitleFit;
        foreach (var (label, fit) in found)
        {
            for (var i = 0; i < label.Positions.Length; i++) fits[label.Positions[i]] = Math.Max(fits.GetValueOrDefault(label.Positions[i]), fit * label.Fits[i]);
        }

        var fitting = fits.Values.Sum(fit => (double)fit);
        var weight = fitting == 0 ? 0 : (float)Math.Min(1, Math.Log(1 + (tracks / fitting)) / Math.Log(1 + Common)) * (ask.Against ? -1 : 1);
        foreach (var (position, fit) in fits) scores[position] += weight * fit;
        return new AskMatch(ask, found, titles, weight);
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
    private sealed record AskMatch(NeedAsk Ask, List<(NeedLabel Label, float Fit)> Labels, IReadOnlyList<int> Titles, float Weight)
    {
        public Reason Part(int position)
        {
            var best = Titles is int[] numbers && Array.BinarySearch(numbers, position) >= 0 ? new Reason(ReasonKind.NeedTitle, TitleFit, Word: Ask.Words[0]) : default;
            foreach (var (label, fit) in Labels)
            {
                if (fit * label.FitOf(position) is var amount && amount > best.Amount) best = new Reason(label.Kind, amount, Word: label.Name);
            }

            return best with { Amount = best.Amount * Weight };
        }
    }
}
