using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Figures as they may leave the house: what rests on too few is hidden, and with it what would give it away by subtraction.</summary>
public static class OutsideFigures
{
    /// <summary>The figures in the same order, hidden ones with their name alone.</summary>
    /// <remarks>
    /// A figure counts the tracks that these lists show. On how many tracks the group's share of the pool or of the live edition rests it does not say, and that can be one, though these lists show a hundred:
    /// the share that another assessment hides would be the baseline of this one. So no share of a pool or an edition leaves the house, nor the amplification against it, from which the share follows.
    /// Shares of the catalogue and of all plays stay, for they are no draft's.
    /// </remarks>
    /// <param name="figures">Measured figures.</param>
    /// <param name="least">The fewest listeners or tracks that a figure may rest on.</param>
    public static IReadOnlyList<Figure> Of(IReadOnlyCollection<Figure> figures, int least = MinimumCell.Default)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var hidden = Hidden(figures, least);
        // How far the worst group lies below everybody gives that group away.
        var gaps = hidden.Select(pair => pair.Cell.Dimension).ToHashSet(StringComparer.Ordinal);
        bool IsGap(Figure figure) => FigureWords.Plain(figure.Key.Measure) == Measures.FitGap && gaps.Contains(figure.Key.Dimension);
        var pooled = figures.Where(figure => figure.Key.Against == Baselines.Pool).Select(TableOf).ToHashSet(StringComparer.Ordinal);
        return [.. figures.Select(figure => WithoutDraft(figure, pooled)).Select(figure => IsGap(figure) || hidden.Contains((TableOf(figure), CellOf(figure))) ? MinimumCell.Bare(figure) : figure.Count == 0 ? figure : MinimumCell.Suppressed(figure, least))];
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

    /// <summary>A figure without a baseline that is the share of a group in a pool or an edition; where the figure follows from the baseline, its name alone. The baseline of exposure is the pool's share wherever there is a pool.</summary>
    private static Figure WithoutDraft(Figure figure, HashSet<string> pooled) => FigureWords.Plain(figure.Key.Measure) switch
    {
        Measures.Amplification when figure.Key.Against is Baselines.Pool or Baselines.Edition => MinimumCell.Bare(figure),
        Measures.Exposure when pooled.Contains(TableOf(figure)) => figure with { Baseline = null },
        _ => figure,
    };

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
