using System.Globalization;
using Curation.Core.Auditing.Figures;
using Curation.Core.Evaluating;
using Curation.Core.Recommending;

namespace Curation.Web.Commands;

/// <summary>Prints reports: a row for each model, a column for each metric with its 95 % interval, a few columns at a time.</summary>
internal sealed class RankingTable(TextWriter output)
{
    private const int ColumnsAtOnce = 4;
    private const int Width = 28;

    /// <summary>The reports of one test.</summary>
    public void Print(IReadOnlyList<TrialReport> reports)
    {
        var test = reports[0].Test.Length > 0 ? reports[0].Test + ": " : "";
        output.WriteLine(FormattableString.Invariant($"{test}{reports[0].Listeners} listeners tested, {reports[0].Tracks} tracks; 95 % intervals over listeners"));
        Columns(reports.Select(report => (report.Recommender, report.Figures)).ToList());
        output.WriteLine();
        output.WriteLine(Name("") + "train s".PadLeft(10) + "rank s".PadLeft(10));
        foreach (var report in reports)
            output.WriteLine(Name(report.Recommender) + report.TrainSeconds.ToString("F2", CultureInfo.InvariantCulture).PadLeft(10) + report.RankSeconds.ToString("F2", CultureInfo.InvariantCulture).PadLeft(10));
        Differences(reports.SelectMany(report => report.Against).ToList());
        foreach (var group in reports.SelectMany(report => report.Groups).Select(group => (group.Grouping, group.Group)).Distinct().ToList()) Group(group, reports);
        output.WriteLine();
    }

    private void Columns(IReadOnlyList<(string Name, IReadOnlyList<RankingFigure> Figures)> rows)
    {
        foreach (var metrics in rows[0].Figures.Select(figure => figure.Metric).Chunk(ColumnsAtOnce))
        {
            output.WriteLine();
            output.WriteLine((Name("") + string.Concat(metrics.Select(metric => metric.PadRight(Width)))).TrimEnd() + " ");
            foreach (var (name, figures) in rows)
                output.WriteLine((Name(name) + string.Concat(metrics.Select(metric => Cell(figures.Single(figure => figure.Metric == metric)).PadRight(Width)))).TrimEnd());
        }
    }

    private void Differences(IReadOnlyList<PairedDifference> differences)
    {
        if (differences.Count == 0) return;
        output.WriteLine();
        output.WriteLine($"compared with {differences[0].Other}, listener by listener (difference with its 95 % interval; p of the randomisation test):");
        foreach (var difference in differences) output.WriteLine(Name(difference.One) + difference.Metric.PadRight(14) + Amount(difference));
    }

    /// <summary>One difference in a line of its own.</summary>
    public static string Difference(PairedDifference difference) => $"  {difference.One} against {difference.Other} by {difference.Metric}: {Amount(difference).TrimStart()}";

    private static string Amount(PairedDifference difference)
    {
        var relative = difference.Relative is { } share ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:+0.0;-0.0;0.0} %") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{difference.Difference,9:+0.0000;-0.0000;0.0000} [{difference.Low:+0.0000;-0.0000;0.0000}, {difference.High:+0.0000;-0.0000;0.0000}] {relative,10}  p = {difference.P:0.0000}");
    }

    private void Group((string Grouping, string Group) group, IReadOnlyList<TrialReport> reports)
    {
        var rows = reports.Select(report => (report.Recommender, Report: report.Groups.First(of => (of.Grouping, of.Group) == group))).ToList();
        output.WriteLine();
        output.WriteLine(FormattableString.Invariant($"{group.Grouping}: {group.Group}, {rows[0].Report.Listeners} listeners{(rows[0].Report.Listeners < MinimumCell.Default ? ", too few to tell" : "")}"));
        if (rows[0].Report.Listeners < MinimumCell.Default) return;
        Columns(rows.ConvertAll(row => (row.Recommender, Figures: (IReadOnlyList<RankingFigure>)[.. row.Report.Figures.Where(Accuracy).Take(ColumnsAtOnce)])));
    }

    private static bool Accuracy(RankingFigure figure) => figure.Metric.StartsWith("recall", StringComparison.Ordinal) || figure.Metric.StartsWith("ndcg", StringComparison.Ordinal);

    private static string Name(string name) => name.PadRight(12) + " ";

    private static string Cell(RankingFigure figure)
    {
        var interval = figure.Low is null ? "" : FormattableString.Invariant($" [{figure.Low:F4}, {figure.High:F4}]");
        return (figure.Value?.ToString("F4", CultureInfo.InvariantCulture) ?? "n/a") + interval;
    }
}
