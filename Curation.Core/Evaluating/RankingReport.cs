namespace Curation.Core.Evaluating;

/// <summary>A figure with its 95 % bootstrap interval over listeners; null where nobody could be tested.</summary>
public sealed record RankingFigure(string Metric, double? Value, double? Low, double? High);

/// <summary>How well one recommender ranks what was held out.</summary>
/// <param name="Recommender">Its name.</param>
/// <param name="Listeners">Listeners and lists that were tested.</param>
/// <param name="Tracks">Tracks that could be recommended.</param>
/// <param name="Figures">Means over the listeners, in the order asked for. Coverage is a figure of all lists together and has no interval.</param>
public sealed record RankingReport(string Recommender, int Listeners, int Tracks, IReadOnlyList<RankingFigure> Figures)
{
    /// <summary>The figure of this name, such as "recall@20".</summary>
    public RankingFigure this[string metric] => Figures.Single(figure => figure.Metric == metric);
}
