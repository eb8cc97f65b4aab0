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
        var gaps = hidden.Select(pair => pair.Cell.Dimension).ToHashSet(StringComparer.Ordinal);
        bool IsGap(Figure figure) => FigureWords.Plain(figure.Key.Measure) == Measures.FitGap && gaps.Contains(figure.Key.Dimension);
        return [.. figures.Select(figure => IsGap(figure) || hidden.Contains((TableOf(figure), CellOf(figure))) ? MinimumCell.Bare(figure) : figure.Count == 0 ? figure : MinimumCell.Suppressed(figure, least))];
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
            .. figures.Where(figure => figure.Key is { Measure: Measures.Exposure, Group.Length: > 0 } && Dimension.Crossing(figure.Key.Dimension) is null && IsHidden(figure))
                .GroupBy(figure => figure.Key.Dimension, (dimension, groups) => (dimension, groups.Count())),
        ];
    }

    /// <summary>The groups that are hidden, see <see cref="HiddenCells"/>, for the lists, the shared list and the pool each by themselves: one table of counts is not another's sum.</summary>
    private static HashSet<(string Table, FigureCell Cell)> Hidden(IReadOnlyCollection<Figure> figures, int least) =>
        [.. figures.Where(figure => figure.Key.Group.Length > 0).GroupBy(TableOf).SelectMany(table => new HiddenCells(table.GroupBy(CellOf).ToDictionary(cell => cell.Key, CountOf), least).Choose().Select(cell => (table.Key, cell)))];

    private static FigureCell CellOf(Figure figure) => new(figure.Key.Dimension, figure.Key.Group);

    /// <summary>What a group rests on: its tracks that are shown, or the fewest of its listeners that any figure counts. Lists, of which rKL counts all that are long enough, say nothing of the group.</summary>
    private static int CountOf(IEnumerable<Figure> cell)
    {
        var figures = cell.Where(figure => FigureWords.Plain(figure.Key.Measure) != Measures.Rkl).ToList();
        if (figures.Find(figure => FigureWords.Plain(figure.Key.Measure) == Measures.Exposure) is { } exposure) return exposure.Count;
        return figures.Where(figure => figure.Count > 0).Select(figure => figure.Count).DefaultIfEmpty(0).Min();
    }

    /// <summary>What a figure is of: the lists, the shared list or the pool.</summary>
    private static string TableOf(Figure figure) => figure.Key.Measure.StartsWith(Measures.SharedPrefix, StringComparison.Ordinal) ? Measures.SharedPrefix : figure.Key.Measure.StartsWith(Measures.PoolPrefix, StringComparison.Ordinal) ? Measures.PoolPrefix : "";
}
