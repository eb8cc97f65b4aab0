using Curation.Core.Auditing.Figures;

namespace Curation.Core.Evaluating;

/// <summary>A figure with its 95 % bootstrap interval over listeners; null where it is not defined for anybody.</summary>
public sealed record RankingFigure(string Metric, double? Value, double? Low, double? High);

/// <summary>How well one recommender ranks what was held out.</summary>
/// <param name="Recommender">Its name.</param>
/// <param name="Listeners">Listeners and lists that were tested.</param>
/// <param name="Tracks">Tracks that could be recommended.</param>
/// <param name="Figures">Means over the listeners, in the order asked for. Coverage is a figure of all lists together and has no interval.</param>
/// <param name="Groups">The same for each group of listeners, and accuracy for each group of held-out tracks.</param>
public sealed record RankingReport(string Recommender, int Listeners, int Tracks, IReadOnlyList<RankingFigure> Figures, IReadOnlyList<GroupReport> Groups)
{
    /// <summary>The figure of this name, such as "recall@20".</summary>
    public RankingFigure this[string metric] => Figures.Single(figure => figure.Metric == metric);
}

/// <summary>Figures of one group.</summary>
/// <param name="Grouping">What groups are told apart by, such as "region".</param>
/// <param name="Group">The group.</param>
/// <param name="Listeners">Listeners and lists of the group; for a group of tracks, those with held-out tracks of it.</param>
/// <param name="Figures">Means over these listeners; without values where there are fewer than <see cref="MinimumCell.Default"/> of them.</param>
public sealed record GroupReport(string Grouping, string Group, int Listeners, IReadOnlyList<RankingFigure> Figures)
{
    /// <summary>The figure of this name, such as "recall@20".</summary>
    public RankingFigure this[string metric] => Figures.Single(figure => figure.Metric == metric);
}
