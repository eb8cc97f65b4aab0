using Curation.Core.Listening;
using Curation.Core.Recommending.Ranking;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>The learned order's view of the evidence: how far above its last candidate a track stands. It says nothing of other tracks.</summary>
internal sealed class RankingSource : Source
{
    private readonly SuggestionGround ground;
    private readonly LearnedTaste taste;
    private readonly IReadOnlyDictionary<int, Reason> reasonOf;

    private RankingSource(SuggestionGround ground, LearnedTaste taste, IReadOnlyDictionary<int, Reason> reasonOf, double weight, float[] scores)
        : base(SourceKind.Ranking, weight, scores)
    {
        this.ground = ground;
        this.taste = taste;
        this.reasonOf = reasonOf;
    }

    /// <summary>The source for evidence by position, or null where nothing was learned or the recommenders know none of it.</summary>
    public static RankingSource? Of(SuggestionGround ground, IReadOnlyDictionary<int, (Reason Reason, float Weight)> evidence, double weight)
    {
        if (ground.Ranking is not { } ranking) return null;
        var known = evidence.Select(item => (Row: ranking.Tracks.RowOf(ground.Index[item.Key]), item.Value)).Where(item => item.Row >= 0).OrderBy(item => item.Row).ToList();
        if (ranking.Taste(known.ConvertAll(item => new Evidence(item.Row, item.Value.Weight))) is not LearnedTaste taste) return null;
        var positions = ground.PositionsOf(ranking);
        var scores = new float[ground.Tracks.Count];
        foreach (var (row, above) in taste.AboveLast())
        {
            if (positions[row] >= 0) scores[positions[row]] = above;
        }

        return new RankingSource(ground, taste, known.ToDictionary(item => item.Row, item => item.Value.Reason), weight, scores);
    }

    /// <summary>What the tracks of the history add through the recommenders; all that is left was learned.</summary>
    public override IEnumerable<Reason> Parts(int position)
    {
        if (Scores[position] == 0) return [];
        var named = taste.Explain(ground.Ranking!.Tracks.RowOf(ground.Index[position])).Parts
            .Where(part => part.Score > 0 && reasonOf.ContainsKey(part.Row)).Select(part => reasonOf[part.Row] with { Amount = part.Score }).ToList();
        var share = Math.Min(1, Scores[position] / Math.Max(1e-9, named.Sum(part => part.Amount)));
        return [.. named.Select(part => part with { Amount = part.Amount * share }), new Reason(ReasonKind.Learned, Scores[position] - (share * named.Sum(part => part.Amount)))];
    }
}
