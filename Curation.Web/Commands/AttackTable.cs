using Curation.Core.Recommending;

namespace Curation.Web.Commands;

/// <summary>What hostile listeners did, a line for each kind of attack and tier of pushed tracks.</summary>
internal static class AttackTable
{
    /// <summary>The lines, with the worst that was seen of each model: the measured bound.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<AttackFigure> figures)
    {
        if (figures.Count == 0) yield break;
        yield return FormattableString.Invariant(
            $"attacked   by {100 * figures[0].HostileShare:0.##} % hostile rows beside {figures[0].RowsLearnedFrom} genuine ones; shares are of genuine rows without the pushed track");
        foreach (var figure in figures)
            yield return FormattableString.Invariant(
                $"  {figure.Recommender,-11} {figure.Attack,-9} {figure.Tier,-6} {figure.Targets} tracks: median rank {figure.RankBefore:0} -> {figure.RankAfter:0}, top 20 {100 * figure.Top20Before:0.00} % -> {100 * figure.Top20After:0.00} %, top 100 {100 * figure.Top100Before:0.00} % -> {100 * figure.Top100After:0.00} %");
        foreach (var worst in figures.GroupBy(figure => figure.Recommender))
            yield return FormattableString.Invariant(
                $"  {worst.Key,-11} measured bound: one track gained at most {100 * worst.Max(figure => figure.WorstTop20):0.00} points in top 20s and {100 * worst.Max(figure => figure.WorstTop100):0.00} in top 100s");
    }
}
