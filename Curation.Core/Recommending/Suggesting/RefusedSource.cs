namespace Curation.Core.Recommending.Suggesting;

/// <summary>Speaks against what is more like the refused tracks than like the pool, as in relevance feedback (Rocchio, 1971): likeness to both is no fault.</summary>
internal sealed class RefusedSource : Source
{
    private readonly ModelSource refused;

    private RefusedSource(double weight, ModelSource refused, float[] scores)
        : base(SourceKind.Steering, weight, scores) => this.refused = refused;

    /// <summary>The source for likeness to refused tracks beside likeness to the pool, each on its own scale; null where nothing is liker to the refused ones.</summary>
    public static RefusedSource? Of(ModelSource? refused, Source? pool, bool[] inPool, double weight)
    {
        if (refused is null || refused.Best(inPool) is not (> 0 and var worst)) return null;
        var best = pool?.Best(inPool) ?? 0;
        var scores = new float[refused.Scores.Length];
        for (var position = 0; position < scores.Length; position++)
        {
            var toPool = best > 0 ? Math.Max(0, pool!.Scores[position] / best) : 0;
            scores[position] = -Math.Max(0, (refused.Scores[position] / worst) - toPool);
        }

        return Array.Exists(scores, score => score < 0) ? new RefusedSource(weight, refused, scores) : null;
    }

    /// <inheritdoc/>
    public override bool Objects => true;

    /// <summary>The refused tracks' parts of the likeness, scaled to what is taken off.</summary>
    public override IEnumerable<Reason> Parts(int position)
    {
        if (Scores[position] == 0) return [];
        var parts = refused.Parts(position).Where(part => part.Amount > 0 && part.Kind == ReasonKind.Refused).ToList();
        var all = parts.Sum(part => part.Amount);
        return all > 0 ? parts.Select(part => part with { Amount = part.Amount / all * Scores[position] }) : [new Reason(ReasonKind.Refused, Scores[position])];
    }
}
