using Curation.Core.Listening;

namespace Curation.Core.Recommending.Ranking;

/// <summary>The candidates of one history, from every recommender that has something to say for them, with their features.</summary>
internal sealed class Candidates
{
    private readonly RankingFeatures features;
    private readonly History heard;
    private readonly IReadOnlyList<Scored>[] tops;

    public Candidates(RankedParts parts, RankingFeatures features, History heard, RowFacts? facts, int each)
    {
        this.features = features;
        this.heard = heard;
        var evidence = heard.ToEvidence();
        Tastes = [.. parts.Recommenders.Select(recommender => recommender.Taste(evidence, facts))];
        tops = [.. Tastes.Select(taste => taste.Top(each).TakeWhile(scored => scored.Score > 0).ToArray())];
        Rows = [.. tops.SelectMany(top => top.Select(scored => scored.Row)).Distinct().Order()];
    }

    public IReadOnlyList<ITaste> Tastes { get; }

    /// <summary>Rows of the candidates, ascending.</summary>
    public int[] Rows { get; }

    /// <summary>Features of any tracks for this history, one row after the other.</summary>
    public float[] FeaturesOf(ReadOnlySpan<int> rows)
    {
        var values = new float[rows.Length * features.All.Count];
        if (values.Length > 0) features.Fill(heard, Tastes, tops, rows, values);
        return values;
    }
}
