using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Xunit;

namespace Curation.Tests.Auditing;

/// <summary>Works hidden shares out of those that are told, as a reader outside can who knows which of them add up.</summary>
internal static class Subtraction
{
    /// <summary>The hidden cells with something in them that have one value alone for which every sum holds: without such a cell the sums bind one unknown less.</summary>
    public static List<string> Recovered(IReadOnlyList<Figure> outside, IReadOnlyList<Figure> inside)
    {
        var cells = inside.Zip(outside).ToDictionary(pair => (pair.First.Key.Dimension, pair.First.Key.Group), pair => (Hidden: OutsideFigures.IsHidden(pair.Second) && pair.First.Count > 0, pair.First.Value));
        var unknown = cells.Where(cell => cell.Value.Hidden).Select(cell => cell.Key).ToList();
        var sums = new List<double[]>();
        foreach (var dimension in cells.Keys.GroupBy(cell => cell.Dimension))
        {
            sums.Add(Signs([.. dimension], []));
            if (Dimension.Crossing(dimension.Key) is not var (one, other)) continue;
            foreach (var row in dimension.GroupBy(cell => Dimension.Crossing(cell.Group)!.Value.One)) Add(row, one, [.. dimension.Select(cell => Dimension.Crossing(cell.Group)!.Value.One)]);
            foreach (var column in dimension.GroupBy(cell => Dimension.Crossing(cell.Group)!.Value.Other)) Add(column, other, [.. dimension.Select(cell => Dimension.Crossing(cell.Group)!.Value.Other)]);
        }

        foreach (var (countries, regions) in from one in cells.Keys.Select(cell => cell.Dimension).Distinct() from other in cells.Keys.Select(cell => cell.Dimension).Distinct() select (one, other)) AddRegions(countries, regions);
        return [.. from place in Enumerable.Range(0, unknown.Count) where Rank(sums) == Rank([.. sums.Select(sum => sum.Where((_, at) => at != place).ToArray())]) + 1 select string.Join('/', unknown[place])];

        void Add(IGrouping<string, (string Dimension, string Group)> line, string single, HashSet<string> lines)
        {
            var margin = cells.Keys.Where(cell => cell.Dimension == single && (cell.Group == line.Key || (line.Key == Dimension.Other && !lines.Contains(cell.Group)))).ToList();
            if (margin.Count > 0 && cells[line.First()].Value is not null) Assert.Equal(margin.Sum(cell => cells[cell].Value!.Value), line.Sum(cell => cells[cell].Value!.Value), 4);
            sums.Add(Signs([.. line], margin));
        }

        // Of a region of which a country is folded, and beside a group that only one of the crossings tells apart, nothing follows that rows and columns do not say.
        void AddRegions(string countries, string regions)
        {
            if (Beside(countries, "country") is not { } beside || Beside(regions, "region") != beside) return;
            var (fine, coarse) = (cells.Keys.Where(cell => cell.Dimension == countries).ToLookup(cell => Split(cell, "country")), cells.Keys.Where(cell => cell.Dimension == regions).ToLookup(cell => Split(cell, "region")));
            var apart = fine.Select(cell => cell.Key.Group).ToHashSet();
            var all = cells.Keys.Where(cell => cell.Dimension == "country").Select(cell => cell.Group).Concat(apart).ToHashSet();
            foreach (var whole in coarse.Where(cell => cell.Key.Group != Dimension.Other && cell.Key.Beside != Dimension.Other && fine.Any(other => other.Key.Beside == cell.Key.Beside)))
            {
                var within = all.Where(country => country != Dimension.Other && (WorldRegions.Of(country) ?? Dimension.Unknown) == whole.Key.Group).ToList();
                if (!within.All(apart.Contains)) continue;
                var parts = within.SelectMany(country => fine[(country, whole.Key.Beside)]).ToList();
                Assert.Equal(cells[whole.Single()].Value ?? 0, parts.Sum(cell => cells[cell].Value ?? 0), 4);
                sums.Add(Signs(parts, [.. whole]));
            }
        }

        double[] Signs(IReadOnlyList<(string, string)> parts, IReadOnlyList<(string, string)> whole) => [.. unknown.Select(cell => (parts.Contains(cell) ? 1.0 : 0) - (whole.Contains(cell) ? 1 : 0))];
    }

    private static string? Beside(string dimension, string side) => dimension == side ? "" : Dimension.Crossing(dimension) is var (one, other) ? one == side ? other : other == side ? one : null : null;

    private static (string Group, string Beside) Split((string Dimension, string Group) cell, string side) =>
        Dimension.Crossing(cell.Group) is not var (one, other) ? (cell.Group, "") : cell.Dimension.StartsWith(side, StringComparison.Ordinal) ? (one, other) : (other, one);

    private static int Rank(IReadOnlyList<double[]> given)
    {
        var rows = given.Select(row => (double[])row.Clone()).ToList();
        var rank = 0;
        for (var column = 0; rows.Count > 0 && column < rows[0].Length; column++)
        {
            if (rows.Skip(rank).Where(row => Math.Abs(row[column]) > 1e-9).MaxBy(row => Math.Abs(row[column])) is not { } pivot) continue;
            rows.Remove(pivot);
            foreach (var row in rows.Skip(rank).Where(row => row[column] != 0))
            {
                var times = row[column] / pivot[column];
                for (var i = column; i < row.Length; i++) row[i] -= times * pivot[i];
            }

            rows.Insert(rank++, pivot);
        }

        return rank;
    }
}
