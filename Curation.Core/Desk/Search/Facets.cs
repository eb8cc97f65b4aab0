using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists.Rules;

namespace Curation.Core.Desk.Search;

/// <summary>Counts the values that could be chosen. A category's own condition does not narrow its counts, so that a second value can be added.</summary>
internal static class Facets
{
    private static readonly Category[] Shown = [Category.Genre, Category.Language, Category.Country, Category.Key, Category.Tier, Category.Explicit];

    public static Dictionary<Category, IReadOnlyList<FacetValue>> Of(ModelSnapshot snapshot, RowSet start, IReadOnlyList<(Rule Rule, RowSet Rows)> parts)
    {
        var all = parts.Aggregate(start, (rows, part) => rows.And(part.Rows));
        return Shown.AsParallel().ToDictionary(category => category, category => (IReadOnlyList<FacetValue>)Values(snapshot, category, Without(category, start, parts, all)));
    }

    private static RowSet Without(Category category, RowSet start, IReadOnlyList<(Rule Rule, RowSet Rows)> parts, RowSet all)
    {
        if (!parts.Any(part => IsOf(part.Rule, category))) return all;
        return parts.Where(part => !IsOf(part.Rule, category)).Aggregate(start, (rows, part) => rows.And(part.Rows));
    }

    private static bool IsOf(Rule rule, Category category) => rule is Rule.IsOneOf { Not: false } one && one.Category == category;

    private static List<FacetValue> Values(ModelSnapshot snapshot, Category category, RowSet within)
    {
        var values = snapshot.Columns[category].Count(within).Select(pair => new FacetValue(pair.Key, pair.Key.Length == 0 ? "unknown" : ValueNames.Of(snapshot.Catalogue, category, pair.Key), pair.Value));
        return category == Category.Key
            ? [.. values.OrderBy(value => MusicalKey.TryParse(value.Value, out var key) ? (key.Hour * 2) + (key.Major ? 1 : 0) : int.MaxValue)]
            : [.. values.OrderBy(value => value.Value.Length == 0).ThenByDescending(value => value.Tracks).ThenBy(value => value.Name, StringComparer.Ordinal)];
    }
}
