using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Figures as they may leave the house: what rests on too few is hidden, and with it what would give it away by subtraction.</summary>
public static class OutsideFigures
{
    /// <summary>The figures in the same order, hidden ones with their name alone.</summary>
    /// <param name="figures">Measured figures.</param>
    /// <param name="least">The fewest listeners or tracks that a figure may rest on.</param>
    public static IReadOnlyList<Figure> Of(IReadOnlyCollection<Figure> figures, int least = MinimumCell.Default)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var hidden = Hidden(figures, least);
        // How far the worst group lies below everybody gives that group away.
        var gaps = hidden.Select(cell => cell.Dimension).ToHashSet(StringComparer.Ordinal);
        bool IsGap(Figure figure) => FigureWords.Plain(figure.Key.Measure) == Measures.FitGap && gaps.Contains(figure.Key.Dimension);
        return [.. figures.Select(figure => IsGap(figure) || hidden.Contains((TableOf(figure), figure.Key.Dimension, figure.Key.Group)) ? MinimumCell.Bare(figure) : figure.Count == 0 ? figure : MinimumCell.Suppressed(figure, least))];
    }

    /// <summary>Whether a figure stands here with its name alone.</summary>
    public static bool IsHidden(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure is { Value: null, Baseline: null, Count: 0 };
    }

    /// <summary>How many groups of each uncrossed dimension stand here with their name alone in place of their share of exposure; none where nothing was hidden.</summary>
    public static IReadOnlyList<(string Dimension, int Groups)> HiddenShares(IReadOnlyCollection<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return
        [
            .. figures.Where(figure => figure.Key is { Measure: Measures.Exposure, Group.Length: > 0 } && !figure.Key.Dimension.Contains(Dimension.Cross, StringComparison.Ordinal) && IsHidden(figure))
                .GroupBy(figure => figure.Key.Dimension, (dimension, groups) => (dimension, groups.Count())),
        ];
    }

    /// <summary>
    /// The groups that are hidden, for the lists, the shared list and the pool each by themselves: one table of counts is not another's sum. Shares of a dimension add up to 1, so where one group is hidden another goes with it: the one that rests on the fewest.
    /// A group of which nothing is shown stands for nobody and is no small cell; that it is shut out is what a reader outside has to see.
    /// A cell of two crossed dimensions goes with either of its groups, and within each row and column of a crossing never one cell alone.
    /// </summary>
    private static HashSet<(string Table, string Dimension, string Group)> Hidden(IReadOnlyCollection<Figure> figures, int least) =>
        [.. figures.Where(figure => figure.Key.Group.Length > 0).GroupBy(TableOf).SelectMany(table => HiddenOf([.. table], least).Select(cell => (table.Key, cell.Dimension, cell.Group)))];

    private static HashSet<(string Dimension, string Group)> HiddenOf(IReadOnlyList<Figure> figures, int least)
    {
        var counts = figures.GroupBy(figure => (figure.Key.Dimension, figure.Key.Group)).ToDictionary(cell => cell.Key, CountOf);
        var hidden = counts.Where(cell => cell.Value > 0 && cell.Value < least).Select(cell => cell.Key).ToHashSet();
        foreach (var dimension in counts.Keys.GroupBy(cell => cell.Dimension).OrderBy(group => group.Key.Contains(Dimension.Cross, StringComparison.Ordinal)))
        {
            var cells = dimension.ToList();
            var lines = cells.SelectMany(cell => LinesOf(cell.Group).Select(line => (Line: line, Cell: cell))).GroupBy(pair => pair.Line, pair => pair.Cell).Select(line => line.ToList()).ToList();
            foreach (var cell in cells)
            {
                if (Margins(cell).Any(hidden.Contains)) hidden.Add(cell);
            }

            while (lines.Find(line => IsOpen(line) && line.Exists(cell => !hidden.Contains(cell) && counts[cell] > 0)) is { } alone)
                hidden.Add(alone.Where(cell => !hidden.Contains(cell) && counts[cell] > 0).OrderBy(cell => counts[cell]).ThenBy(cell => cell.Group, StringComparer.Ordinal).First());
        }

        return hidden;

        // What is shown taken from the whole leaves what is hidden together: that has to be more than one cell, and enough.
        bool IsOpen(List<(string Dimension, string Group)> line) => line.Exists(hidden.Contains) && (line.Count(hidden.Contains) == 1 || line.Where(hidden.Contains).Sum(cell => counts[cell]) < least);
    }

    /// <summary>What a group rests on: its tracks that are shown, or the fewest of its listeners that any figure counts. Lists, of which rKL counts all that are long enough, say nothing of the group.</summary>
    private static int CountOf(IEnumerable<Figure> cell)
    {
        var figures = cell.Where(figure => FigureWords.Plain(figure.Key.Measure) != Measures.Rkl).ToList();
        if (figures.Find(figure => FigureWords.Plain(figure.Key.Measure) == Measures.Exposure) is { } exposure) return exposure.Count;
        return figures.Where(figure => figure.Count > 0).Select(figure => figure.Count).DefaultIfEmpty(0).Min();
    }

    /// <summary>What a figure is of: the lists, the shared list or the pool.</summary>
    private static string TableOf(Figure figure) => figure.Key.Measure.StartsWith(Measures.SharedPrefix, StringComparison.Ordinal) ? Measures.SharedPrefix : figure.Key.Measure.StartsWith(Measures.PoolPrefix, StringComparison.Ordinal) ? Measures.PoolPrefix : "";

    /// <summary>The sums in which a group takes part: the dimension's, and in a crossing those of its row and its column.</summary>
    private static IEnumerable<string> LinesOf(string group) => group.Split(Dimension.Cross) is [var one, var other] ? ["", "row " + one, "column " + other] : [""];

    private static IEnumerable<(string Dimension, string Group)> Margins((string Dimension, string Group) cell) =>
        cell.Dimension.Split(Dimension.Cross) is [var one, var other] && cell.Group.Split(Dimension.Cross) is [var row, var column] ? [(one, row), (other, column)] : [];
}
