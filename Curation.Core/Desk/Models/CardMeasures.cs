using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Core.Desk.Models;

/// <summary>What a card says of how well recommenders rank: figures, the same by group, and paired differences.</summary>
internal sealed record CardMeasures(IReadOnlyList<CardFigure> Figures, IReadOnlyList<CardGroup> Groups, IReadOnlyList<PairedDifference> Differences)
{
    private const string Decisive = "ndcg@20";
    private const string Second = "recall@20";

    private static readonly int[] CutOffs = [20];

    /// <summary>Nothing was measured.</summary>
    public static CardMeasures None { get; } = new([], [], []);

    /// <summary>Measures recommenders that were trained on the split's training part.</summary>
    public static CardMeasures Of(IReadOnlyList<IRecommender> recommenders, Split split, TrackIndex tracks, IReadOnlyList<Grouping> ofRows, CancellationToken cancel)
    {
        Grouping[] rows = [Grouping.ByHistory(split), .. ofRows];
        Grouping[] columns = [Grouping.ByPopularity(split.Train, tracks)];
        var outcomes = recommenders.Select(recommender => new RankingEvaluator(CutOffs).Measure(recommender, split, rows, columns, cancel: cancel)).ToList();
        var best = outcomes.MaxBy(outcome => outcome.MeanOf(Decisive) ?? 0)!;
        var reports = outcomes.ConvertAll(outcome => outcome.Report());
        return new(
            [.. reports.SelectMany(Figure)],
            [.. reports.SelectMany(Group)],
            [.. outcomes.Where(outcome => outcome != best).SelectMany(outcome => new[] { outcome.Against(best, Decisive), outcome.Against(best, Second) })]);
    }

    private static IEnumerable<CardFigure> Figure(RankingReport report)
    {
        foreach (var figure in new[] { report[Second], report[Decisive] })
        {
            if (figure is { Value: { } value, Low: { } low, High: { } high }) yield return new CardFigure(report.Recommender, figure.Metric, value, low, high);
        }
    }

    private static IEnumerable<CardGroup> Group(RankingReport report) =>
        from of in report.Groups
        from figure in new[] { of[Second], of[Decisive] }
        select new CardGroup(report.Recommender, of.Grouping, of.Group, of.Listeners, figure.Metric, figure.Value, figure.Low, figure.High);
}
