using Curation.Core.Listening;

namespace Curation.Core.Recommending.Ranking;

/// <summary>Several recommenders, one order: their best candidates, ranked by what was learned about when each of them is right.</summary>
public sealed class LearnedRanking : IRecommender
{
    internal LearnedRanking(RankedParts parts, RankFunction function, RankingOptions options)
    {
        Parts = parts.Checked();
        Function = function;
        Options = options;
        Features = new(parts);
        if (function is LearnedTrees learned && learned.Trees.Features != Features.All.Count)
            throw new ArgumentException($"The trees were learned on {learned.Trees.Features} features; these parts have {Features.All.Count}.", nameof(function));
    }

    /// <inheritdoc/>
    public string Name => "blend";

    /// <inheritdoc/>
    public TrackIndex Tracks => Parts.Tracks;

    /// <summary>What it ranks.</summary>
    public RankedParts Parts { get; }

    /// <summary>The options it was trained with.</summary>
    public RankingOptions Options { get; }

    /// <summary>What candidates are ranked by.</summary>
    public IReadOnlyList<RankingFeature> RankedBy => Features.All;

    /// <summary>Whether an order was learned; else there was too little to learn from, and ranks are fused.</summary>
    public bool IsLearned => Function is LearnedTrees;

    internal RankFunction Function { get; }

    internal RankingFeatures Features { get; }

    /// <summary>The same order over parts that were trained again, on the same tracks or others.</summary>
    public LearnedRanking Over(RankedParts parts) => new(parts, Function is FusedRanks ? new FusedRanks(parts.Recommenders.Count) : Function, Options);

    /// <inheritdoc/>
    /// <remarks>A history without any taste scores by popularity.</remarks>
    public ITaste Taste(IReadOnlyList<Evidence> history) => Taste(history, null);

    /// <inheritdoc/>
    public ITaste Taste(IReadOnlyList<Evidence> history, RowFacts? facts)
    {
        var heard = new History(history, Tracks.Count);
        return Parts.Popularity.Counts(heard) ? new LearnedTaste(this, heard, facts) : Parts.Popularity.TasteOf(heard);
    }
}
