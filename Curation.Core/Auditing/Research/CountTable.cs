using System.Collections.Immutable;

namespace Curation.Core.Auditing.Research;

/// <summary>What one listener adds to a table: the group they are in, and counts by group of the other side.</summary>
/// <param name="Column">The listener's group.</param>
/// <param name="Counts">How often each row group stands in their list; none is negative.</param>
public sealed record Contribution(string Column, IReadOnlyDictionary<string, int> Counts);

/// <summary>Counts by two groupings, with how many listeners stand behind each cell. Groups with few listeners are merged before anything else is done.</summary>
public sealed class CountTable
{
    /// <summary>What groups with too few listeners are merged into.</summary>
    public const string Other = "other groups";

    private readonly int[,] counts;
    private readonly int[,] contributors;

    private CountTable(string rows, string columns, string unit, ImmutableArray<string> rowGroups, ImmutableArray<string> columnGroups, IReadOnlyDictionary<string, string> rowOf, int[,] counts, int[,] contributors)
    {
        (Rows, Columns, Unit, RowGroups, ColumnGroups, RowOf) = (rows, columns, unit, rowGroups, columnGroups, rowOf);
        this.counts = counts;
        this.contributors = contributors;
    }

    /// <summary>What the rows are groups of.</summary>
    public string Rows { get; }

    /// <summary>What the columns are groups of.</summary>
    public string Columns { get; }

    /// <summary>What is counted.</summary>
    public string Unit { get; }

    /// <summary>The rows' groups.</summary>
    public ImmutableArray<string> RowGroups { get; }

    /// <summary>The columns' groups.</summary>
    public ImmutableArray<string> ColumnGroups { get; }

    /// <summary>In which row each group of before the merging stands.</summary>
    public IReadOnlyDictionary<string, string> RowOf { get; }

    /// <summary>The count of a cell.</summary>
    public int this[int row, int column] => counts[row, column];

    /// <summary>Listeners behind a cell.</summary>
    public int Contributors(int row, int column) => contributors[row, column];

    /// <summary>Counts contributions, groups with fewer than <paramref name="minimum"/> listeners being merged, with the next smallest where they are still too few.</summary>
    public static CountTable Of(string rows, string columns, string unit, IReadOnlyCollection<Contribution> contributions, int minimum)
    {
        ArgumentNullException.ThrowIfNull(contributions);
        var rowOf = Merged(contributions.SelectMany((one, who) => one.Counts.Where(pair => pair.Value > 0).Select(pair => (pair.Key, who))), minimum);
        var columnOf = Merged(contributions.Select((one, who) => (one.Column, who)), minimum);
        var (rowGroups, columnGroups) = (Ordered(rowOf.Values), Ordered(columnOf.Values));
        var (counts, contributors) = (new int[rowGroups.Length, columnGroups.Length], new int[rowGroups.Length, columnGroups.Length]);
        foreach (var one in contributions)
        {
            var column = columnGroups.IndexOf(columnOf[one.Column]);
            foreach (var row in one.Counts.Where(pair => pair.Value > 0).GroupBy(pair => rowOf[pair.Key]))
            {
                counts[rowGroups.IndexOf(row.Key), column] += row.Sum(pair => pair.Value);
                contributors[rowGroups.IndexOf(row.Key), column]++;
            }
        }

        return new CountTable(rows, columns, unit, rowGroups, columnGroups, rowOf, counts, contributors);
    }

    private static Dictionary<string, string> Merged(IEnumerable<(string Group, int Who)> members, int minimum)
    {
        var groups = members.GroupBy(member => member.Group, member => member.Who).Select(group => (Name: group.Key, Who: group.ToHashSet())).OrderBy(group => group.Who.Count).ThenBy(group => group.Name, StringComparer.Ordinal).ToList();
        var merged = groups.TakeWhile(group => group.Who.Count < minimum).Select(group => group.Name).ToHashSet(StringComparer.Ordinal);
        for (var next = merged.Count; merged.Count > 0 && next < groups.Count && groups.Take(next).SelectMany(group => group.Who).Distinct().Count() < minimum; next++) merged.Add(groups[next].Name);
        return groups.ToDictionary(group => group.Name, group => merged.Contains(group.Name) ? Other : group.Name, StringComparer.Ordinal);
    }

    private static ImmutableArray<string> Ordered(IEnumerable<string> groups) => [.. groups.Distinct().OrderBy(group => group == Other).ThenBy(group => group, StringComparer.Ordinal)];
}
