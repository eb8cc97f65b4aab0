using Curation.Core.Auditing.Dimensions;

namespace Curation.Core.Auditing.Assessing;

/// <summary>A group of a dimension or of a crossing, as a cell of what is told.</summary>
/// <param name="Dimension">The dimension, or two that are crossed.</param>
/// <param name="Group">The group.</param>
internal readonly record struct FigureCell(string Dimension, string Group);

/// <summary>Cells whose shares add up to something that a reader may know.</summary>
/// <param name="Parts">The cells.</param>
/// <param name="Whole">What they add up to: of a row or a column of a crossing the group of the single dimension, for what is folded all groups that are in it; of the countries of a region the region; none where they add up to 1.</param>
internal sealed record CellSum(IReadOnlyList<FigureCell> Parts, IReadOnlyList<FigureCell> Whole)
{
    /// <summary>Whether the cells are a row or a column of a crossing.</summary>
    public bool IsLine { get; private init; }

    /// <summary>Every sum in which cells take part: each row and column of the crossings first, then the countries of each region, then each dimension.</summary>
    public static IReadOnlyList<CellSum> All(IReadOnlyCollection<FigureCell> cells)
    {
        var dimensions = cells.GroupBy(cell => cell.Dimension, StringComparer.Ordinal).ToDictionary(dimension => dimension.Key, dimension => dimension.ToList(), StringComparer.Ordinal);
        return [.. dimensions.SelectMany(dimension => Lines(dimension.Key, dimension.Value, dimensions)), .. RegionSums.Of(dimensions), .. dimensions.Values.Select(all => new CellSum(all, []))];
    }

    private static IEnumerable<CellSum> Lines(string name, List<FigureCell> cells, Dictionary<string, List<FigureCell>> dimensions)
    {
        if (Dimension.Crossing(name) is not var (one, other)) return [];
        var crossed = cells.Select(cell => (Cell: cell, Met: Dimension.Crossing(cell.Group))).Where(pair => pair.Met is not null).ToList();
        return [.. Side(one, pair => pair!.Value.One), .. Side(other, pair => pair!.Value.Other)];

        IEnumerable<CellSum> Side(string dimension, Func<(string One, string Other)?, string> group)
        {
            var margins = dimensions.GetValueOrDefault(dimension, []);
            var lines = crossed.ToLookup(pair => group(pair.Met), pair => pair.Cell, StringComparer.Ordinal);
            bool IsFolded(string name) => name == Dimension.Other || (name == Dimension.FormerOther && !lines.Contains(Dimension.Other));
            return lines.Select(line => new CellSum([.. line], [.. margins.Where(margin => margin.Group == line.Key || (IsFolded(line.Key) && !lines.Contains(margin.Group)))]) { IsLine = true });
        }
    }
}
