namespace Curation.Core.Auditing.Assessing;

/// <summary>
/// Chooses which cells do not leave the house: those that rest on too few, and as many others that no sum gives one of them away.
/// Whoever takes what is told from a sum is left with more than one cell, which rest on enough together; and no cell follows from all sums taken together.
/// </summary>
/// <param name="counts">What each cell rests on. One that rests on nothing stands for nobody and is no small cell; that a group is shut out is what a reader outside has to see.</param>
/// <param name="least">The fewest that a cell may rest on.</param>
internal sealed class HiddenCells(IReadOnlyDictionary<FigureCell, int> counts, int least)
{
    private const double Nothing = 1e-9;

    private readonly IReadOnlyList<CellSum> sums = CellSum.All([.. counts.Keys]);
    private readonly HashSet<FigureCell> hidden = [.. counts.Where(cell => cell.Value > 0 && cell.Value < least).Select(cell => cell.Key)];

    /// <summary>The cells that are hidden.</summary>
    public IReadOnlySet<FigureCell> Choose()
    {
        int before;
        do
        {
            before = hidden.Count;
            foreach (var sum in sums) Close(sum);
            if (hidden.Count == before) Blur();
        }
        while (hidden.Count > before);
        return hidden;
    }

    private void Close(CellSum sum)
    {
        // A hidden group is hidden wherever it is crossed, for the cells of its row are it.
        if (sum.IsLine && sum.Whole is [var margin] && hidden.Contains(margin)) hidden.UnionWith(sum.Parts);
        while (IsOpen(sum) && Smallest(sum) is { } next) hidden.Add(next);
    }

    /// <summary>Whether what is told of a sum leaves one cell, or several on one side that rest on too few together.</summary>
    private bool IsOpen(CellSum sum)
    {
        var (parts, whole) = (Kept(sum.Parts), Kept(sum.Whole));
        return parts.Count + whole.Count == 1 || (whole.Count == 0 && IsFew(parts)) || (parts.Count == 0 && IsFew(whole));
    }

    private List<FigureCell> Kept(IReadOnlyList<FigureCell> cells) => [.. cells.Where(cell => hidden.Contains(cell) && counts[cell] > 0)];

    private bool IsFew(List<FigureCell> cells) => cells.Count > 0 && cells.Sum(cell => counts[cell]) < least;

    /// <summary>The cell that goes next: of the side where one is hidden the smallest that is told, else of the other side.</summary>
    private FigureCell? Smallest(CellSum sum)
    {
        var first = sum.Parts.Any(hidden.Contains) ? sum.Parts : sum.Whole;
        return Smallest(first) ?? Smallest(first == sum.Parts ? sum.Whole : sum.Parts);
    }

    private FigureCell? Smallest(IEnumerable<FigureCell> cells) =>
        cells.Where(cell => !hidden.Contains(cell) && counts[cell] > 0).OrderBy(cell => counts[cell]).ThenBy(cell => cell.Dimension, StringComparer.Ordinal).ThenBy(cell => cell.Group, StringComparer.Ordinal).Select(cell => (FigureCell?)cell).FirstOrDefault();

    /// <summary>Hides one more beside each cell that follows from all sums together.</summary>
    private void Blur()
    {
        foreach (var cell in Solved())
        {
            var beside = sums.Where(sum => sum.Parts.Contains(cell) || sum.Whole.Contains(cell)).SelectMany(sum => sum.Parts.Concat(sum.Whole));
            if (Smallest(beside) is { } next) hidden.Add(next);
        }
    }

    /// <summary>The hidden cells that have only one value for which all sums hold: those that stand alone in a row of the sums in reduced echelon form.</summary>
    private List<FigureCell> Solved()
    {
        var unknowns = hidden.OrderBy(cell => cell.Dimension, StringComparer.Ordinal).ThenBy(cell => cell.Group, StringComparer.Ordinal).ToList();
        var columns = unknowns.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var rows = sums.Select(sum => Row(sum, columns)).Where(row => row.Any(sign => sign != 0)).ToList();
        Reduce(rows, unknowns.Count);
        return [.. from row in rows let there = row.Index().Where(sign => Math.Abs(sign.Item) > Nothing).Take(2).ToList() where there.Count == 1 && counts[unknowns[there[0].Index]] > 0 select unknowns[there[0].Index]];
    }

    private static double[] Row(CellSum sum, Dictionary<FigureCell, int> columns)
    {
        var row = new double[columns.Count];
        foreach (var part in sum.Parts)
        {
            if (columns.TryGetValue(part, out var column)) row[column]++;
        }

        foreach (var whole in sum.Whole)
        {
            if (columns.TryGetValue(whole, out var column)) row[column]--;
        }

        return row;
    }

    private static void Reduce(List<double[]> rows, int columns)
    {
        for (int column = 0, done = 0; column < columns && done < rows.Count; column++)
        {
            var pivot = Enumerable.Range(done, rows.Count - done).MaxBy(row => Math.Abs(rows[row][column]));
            if (Math.Abs(rows[pivot][column]) <= Nothing) continue;
            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            var by = rows[done][column];
            for (var i = column; i < columns; i++) rows[done][i] /= by;
            for (var row = 0; row < rows.Count; row++)
            {
                if (row == done || rows[row][column] is not (not 0 and var times)) continue;
                for (var i = column; i < columns; i++) rows[row][i] -= times * rows[done][i];
            }

            done++;
        }
    }
}
