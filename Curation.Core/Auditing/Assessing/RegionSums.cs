using Curation.Core.Auditing.Dimensions;

namespace Curation.Core.Auditing.Assessing;

/// <summary>The sums that everybody knows who has a map: the countries of a region add up to the region, alone and in crossings that differ in nothing else.</summary>
/// <remarks>
/// Where attributes of these names stand in the place of country and region and tell artists apart by anything but the regions of the world, there are no such sums.
/// In a crossing small countries may be one group, and small regions too. The regions in which countries of that group lie have one sum together.
/// </remarks>
internal static class RegionSums
{
    /// <summary>A sum for each region, or for regions that cannot be told apart.</summary>
    public static IEnumerable<CellSum> Of(IReadOnlyDictionary<string, List<FigureCell>> dimensions) =>
        from countries in dimensions.Keys
        from regions in dimensions.Keys
        where With(countries, BuiltInDimensions.Country) is { } same && With(regions, BuiltInDimensions.Region) == same
        from sum in Between(Sides(dimensions[countries], BuiltInDimensions.Country), Sides(dimensions[regions], BuiltInDimensions.Region), Known(dimensions))
        select sum;

    /// <summary>What a dimension is crossed with, empty where it is this one alone; null where it is not there.</summary>
    private static string? With(string dimension, string side) =>
        dimension == side ? "" : Dimension.Crossing(dimension) is not var (one, other) ? null : one == side ? other : other == side ? one : null;

    private static HashSet<string> Known(IReadOnlyDictionary<string, List<FigureCell>> dimensions) =>
        dimensions.TryGetValue(BuiltInDimensions.Country, out var all) ? [.. all.Select(cell => cell.Group)] : [];

    /// <summary>Cells by their group of one side and of the other.</summary>
    private static List<(FigureCell Cell, string Group, string With)> Sides(List<FigureCell> cells, string side) =>
    [
        .. from cell in cells
           let first = Dimension.Crossing(cell.Dimension) is not var (one, _) || one == side
           let met = Dimension.Crossing(cell.Group)
           where met is not null || Dimension.Crossing(cell.Dimension) is null
           select met is not var (left, right) ? (cell, cell.Group, "") : first ? (cell, Folded(left), right) : (cell, Folded(right), left),
    ];

    private static string Folded(string group) => group == Dimension.FormerOther ? Dimension.Other : group;

    private static IEnumerable<CellSum> Between(List<(FigureCell Cell, string Group, string With)> countries, List<(FigureCell Cell, string Group, string With)> regions, HashSet<string> known)
    {
        var (kept, told) = (countries.Select(country => country.Group).ToHashSet(StringComparer.Ordinal), regions.Select(region => region.Group).ToHashSet(StringComparer.Ordinal));
        if (!told.All(region => region is Dimension.Unknown or Dimension.Other || WorldRegions.All.Contains(region))) return [];
        var mixed = kept.Contains(Dimension.Other) ? known.Where(country => !kept.Contains(country)).Select(RegionOf).ToHashSet(StringComparer.Ordinal) : [];
        // What both are crossed with may be folded in the one further than in the other.
        var alike = countries.Select(country => country.With).Intersect(regions.Select(region => region.With), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var parts = countries.ToLookup(country => (Alike(country.With), country.Group == Dimension.Other ? "" : Placed(RegionOf(country.Group))), country => country.Cell);
        var wholes = regions.ToLookup(region => (Alike(region.With), Placed(region.Group)), region => region.Cell);
        return wholes.Where(whole => parts.Contains(whole.Key)).Select(whole => new CellSum([.. parts[whole.Key]], [.. whole]));

        string RegionOf(string country) => WorldRegions.Of(country) is not { } region ? Dimension.Unknown : told.Contains(region) ? region : Dimension.Other;

        string Placed(string region) => mixed.Contains(region) ? "" : region;

        string Alike(string with) => alike.Contains(with) ? with : Dimension.Other;
    }
}
