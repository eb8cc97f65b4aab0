using Curation.Core.Listening;

namespace Curation.Core.Recommending.Ranking;

/// <summary>One history's ranked candidates. A track that is no candidate comes after all of them, in the order of the first recommender.</summary>
internal sealed class LearnedTaste : ITaste
{
    private readonly LearnedRanking model;
    private readonly Candidates candidates;
    private readonly float[] scores;
    private readonly float floor;

    public LearnedTaste(LearnedRanking model, History heard, RowFacts? facts)
    {
        this.model = model;
        candidates = new(model.Parts, model.Features, heard, facts, model.Options.CandidatesEach);
        var features = candidates.FeaturesOf(candidates.Rows);
        scores = new float[candidates.Rows.Length];
        for (var i = 0; i < scores.Length; i++) scores[i] = model.Function.Score(features.AsSpan(i * Width, Width));
        floor = scores.DefaultIfEmpty().Min() - 1;
    }

    private int Width => model.Features.All.Count;

    public void Score(ReadOnlySpan<int> rows, Span<float> wanted)
    {
        candidates.Tastes[0].Score(rows, wanted);
        for (var i = 0; i < rows.Length; i++)
        {
            var at = Array.BinarySearch(candidates.Rows, rows[i]);
            wanted[i] = at >= 0 ? scores[at] : Below(wanted[i]);
        }
    }

    public IReadOnlyList<Scored> Top(int count, IReadOnlySet<int>? skip = null)
    {
        var ranked = new List<Scored>(scores.Length);
        for (var i = 0; i < scores.Length; i++)
            if (skip?.Contains(candidates.Rows[i]) != true) ranked.Add(new(candidates.Rows[i], scores[i]));
        ranked.Sort(Recommending.Parts.LargestFirst);
        if (ranked.Count >= count) return ranked[..count];
        var behind = candidates.Rows.ToHashSet();
        if (skip is not null) behind.UnionWith(skip);
        foreach (var (row, score) in candidates.Tastes[0].Top(count - ranked.Count, behind)) ranked.Add(new(row, Below(score)));
        return ranked;
    }

    /// <summary>What the recommenders' features add is shared out among the tracks of the history as each recommender explains itself; all else remains.</summary>
    public Explanation Explain(int row)
    {
        var at = Array.BinarySearch(candidates.Rows, row);
        if (at < 0)
        {
            Span<float> below = stackalloc float[1];
            Score([row], below);
            return new(below[0], [], below[0]);
        }

        var parts = new Dictionary<int, double>();
        var contributions = model.Function.Contributions(candidates.FeaturesOf([row]));
        for (var i = 0; i < candidates.Tastes.Count; i++)
        {
            var amount = contributions.AsSpan(i * RankingFeatures.PerRecommender, RankingFeatures.PerRecommender);
            ShareOut(amount[0] + amount[1] + amount[2] + amount[3], candidates.Tastes[i].Explain(row).Parts, parts);
        }

        var told = parts.Select(part => new Scored(part.Key, (float)part.Value)).ToArray();
        Array.Sort(told, Recommending.Parts.LargestFirst);
        return new(scores[at], told, (float)(scores[at] - told.Sum(part => (double)part.Score)));
    }

    /// <summary>The candidates, each with how far it stands above the last of them.</summary>
    public IEnumerable<Scored> AboveLast()
    {
        for (var i = 0; i < scores.Length; i++) yield return new(candidates.Rows[i], scores[i] - floor - 1);
    }

    /// <summary>What each feature adds to the score of a candidate; null for a track that is none.</summary>
    public RankedBecause? Because(int row)
    {
        var at = Array.BinarySearch(candidates.Rows, row);
        if (at < 0) return null;
        var features = candidates.FeaturesOf([row]);
        var amounts = model.Function.Contributions(features);
        return new(scores[at], model.Function.Start, [.. amounts.Select((amount, i) => new FeatureContribution(model.RankedBy[i], features[i], amount))]);
    }

    private static void ShareOut(double amount, IReadOnlyList<Scored> among, Dictionary<int, double> parts)
    {
        var speaking = among.Where(part => part.Score > 0).ToList();
        var all = speaking.Sum(part => (double)part.Score);
        foreach (var (row, score) in speaking) parts[row] = parts.GetValueOrDefault(row) + (amount * score / all);
    }

    /// <summary>Keeps the order and stays under every candidate.</summary>
    private float Below(float score) => floor + (score / (1 + MathF.Abs(score)));
}
